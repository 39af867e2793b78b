package be.designations.casework.web;

import be.designations.casework.CaseColumn;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStatus;
import be.designations.casework.CaseType;
import be.designations.casework.CaseTypes;
import be.designations.casework.OwnColumns;
import be.designations.casework.Province;
import be.designations.casework.WorkAsked;
import be.designations.directory.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the list of dossiers, as it stands in an address: {@code kind}, {@code status}, what the list of work is asked as well ({@code q},
 * {@code province}, {@code language}, {@code entity}, {@code who}, {@code due}, {@code warned}), a code by the key of a column, {@code sort}, {@code order} ({@code asc} for the oldest first). What was made up counts as not
 * asked.
 */
public record CaseListAddress(
        @Nullable CaseType<?> kind,
        @Nullable CaseStatus status,
        WorkAsked asked,
        Map<CaseColumn, String> codes,
        CaseList.Order order) {

    static final String PATH = "/cases";

    /** What is asked of it as of the list of work. */
    private static final Set<String> SHARED = Set.of("q", "province", "language", "entity", "who", "due", "warned");

    public CaseListAddress {
        codes = Map.copyOf(codes);
    }

    static CaseListAddress read(MultiValueMap<String, String> asked, CaseTypes types, List<Province> provinces) {
        CaseType<?> kind = first(asked, "kind").flatMap(types::ofKind).orElse(null);
        Map<CaseColumn, String> codes = new HashMap<>();
        for (CaseColumn column : own(kind).columns()) {
            first(asked, column.key()).filter(column.codes()::contains).ifPresent(code -> codes.put(column, code));
        }
        return new CaseListAddress(
                kind,
                first(asked, "status")
                        .flatMap(types::status)
                        .filter(status -> kind == null || kind.statuses().contains(status))
                        .orElse(null),
                WorkAsked.read(shared(asked), types, provinces),
                codes,
                new CaseList.Order(
                        CaseColumn.COMMON.stream()
                                .filter(CaseColumn::sorts)
                                .filter(column -> first(asked, "sort")
                                        .filter(column.key()::equals)
                                        .isPresent())
                                .findFirst()
                                .orElse(CaseColumn.OPENED),
                        first(asked, "order").filter("asc"::equals).isPresent()));
    }

    private static Map<String, String> shared(MultiValueMap<String, String> asked) {
        Map<String, String> shared = new HashMap<>(asked.toSingleValueMap());
        shared.keySet().retainAll(SHARED);
        return shared;
    }

    CaseList.Query query(Actor actor, CaseTypes types, Instant now) {
        return new CaseList.Query(
                kind == null ? types.seenBy(actor) : List.of(kind.seenBy(actor)),
                status == null ? Set.of() : Set.of(status.code()),
                asked.sought(),
                own(kind),
                codes,
                CaseList.OpenWork.of(asked, actor, types, now),
                order);
    }

    /** In the order of the page; the kind is not said on each line when it is asked for. */
    List<CaseColumn> columns() {
        List<CaseColumn> columns = new ArrayList<>(CaseColumn.COMMON);
        if (kind != null) {
            columns.remove(CaseColumn.KIND);
        }
        columns.addAll(own(kind).columns());
        return columns;
    }

    /** Whether any are left out. */
    boolean filters() {
        return kind != null || status != null || asked.filters() || !codes.isEmpty();
    }

    /** The list, or the same as a file. */
    UriComponentsBuilder at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (kind != null) {
            address.queryParam("kind", kind.kind().code());
        }
        if (status != null) {
            address.queryParam("status", status.code());
        }
        Map<String, String> shared = asked.parameters();
        shared.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        codes.forEach((column, code) -> address.queryParam(column.key(), code));
        if (!order.column().equals(CaseColumn.OPENED)) {
            address.queryParam("sort", order.column().key());
        }
        if (order.ascending()) {
            address.queryParam("order", "asc");
        }
        return address.encode().uriVariables(Map.copyOf(shared));
    }

    /** The list in the order of that column; in the order that it has, turned round. */
    public String sortedBy(CaseColumn column) {
        boolean turned = order.column().equals(column) && !order.ascending();
        return new CaseListAddress(kind, status, asked, codes, new CaseList.Order(column, turned))
                .at(PATH)
                .toUriString();
    }

    /** For {@code aria-sort}, or null for the column by which the list is not sorted. */
    public @Nullable String sorting(CaseColumn column) {
        return !order.column().equals(column) ? null : order.ascending() ? "ascending" : "descending";
    }

    private static OwnColumns own(@Nullable CaseType<?> kind) {
        return kind == null ? OwnColumns.NONE : kind.columns();
    }

    private static Optional<String> first(MultiValueMap<String, String> asked, String name) {
        return Optional.ofNullable(asked.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
