package be.designations.casework;

import be.designations.audit.NissMask;
import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Inputs;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the list of work, as it stands in addresses, in saved filters and in the API.
 *
 * @param show     {@code mine}, {@code free}, {@code late} or {@code all}
 * @param who      whose: {@code me}, {@code nobody}, {@code taken} by anybody, or the id of a person; null for any
 * @param step     code of a kind of work, or key of a process for all of its own; null for any
 * @param due      {@code late}, by the end of {@code today}, of seven days ({@code week}), of thirty ({@code month}), or a day of
 *                 ISO 8601 for what is due on that day; null for any
 * @param province null for any
 * @param language in which the organisation is written to, or null for any
 * @param entity   null for any
 * @param warned   only where the dossier gave something to weigh
 * @param recent   only what came since the last working day before today began
 * @param text     what was typed, never a NISS; may be empty
 */
public record WorkAsked(
        String show,
        @Nullable String who,
        @Nullable String step,
        @Nullable String due,
        @Nullable Province province,
        @Nullable Language language,
        @Nullable EnterpriseNumber entity,
        boolean warned,
        boolean recent,
        String text,
        WorkList.Order order) {

    public static final String ALL = "all";
    public static final String MINE = "mine";
    public static final String FREE = "free";
    public static final String LATE = "late";

    /** The views of the list, in the order of the page. */
    public static final List<String> VIEWS = List.of(ALL, MINE, FREE, LATE);

    private static final String RECENT = "recent";
    private static final String ME = "me";
    private static final String NOBODY = "nobody";
    private static final String TAKEN = "taken";
    private static final Set<String> PERIODS = Set.of(LATE, "today", "week", "month");
    private static final int LONGEST_TEXT = 100;
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
    private static final Map<String, WorkList.Order> ORDERS = Map.of(
            "due", WorkList.Order.DUE_FIRST,
            "-due", WorkList.Order.DUE_LAST,
            "created", WorkList.Order.OLDEST_FIRST,
            "-created", WorkList.Order.NEWEST_FIRST);

    /** All of it, in its usual order. */
    public static final WorkAsked NOTHING =
            new WorkAsked(ALL, null, null, null, null, null, null, false, false, "", WorkList.Order.DUE_FIRST);

    /** @param parameters by name, as they came; what is not one of the list’s is passed over */
    public static WorkAsked read(Map<String, String> parameters, CaseTypes types, List<Province> provinces) {
        return read(parameters, types, provinces, madeUp -> {});
    }

    /** @param madeUp is told the name of each parameter that says nothing: it counts as not asked */
    public static WorkAsked read(
            Map<String, String> parameters, CaseTypes types, List<Province> provinces, Consumer<String> madeUp) {
        var reading = new Reading(parameters, madeUp);
        String text = reading.value("q").orElse("");
        return new WorkAsked(
                reading.known("show", value -> VIEWS.contains(value) ? value : null)
                        .orElse(ALL),
                reading.known("who", WorkAsked::holder).orElse(null),
                reading.known("step", value -> kinds(value, types).isEmpty() ? null : value)
                        .orElse(null),
                reading.known("due", value -> PERIODS.contains(value) || day(value) != null ? value : null)
                        .orElse(null),
                reading.known("province", value -> provinces.stream()
                                .filter(province -> province.code().equals(value))
                                .findFirst()
                                .orElse(null))
                        .orElse(null),
                reading.known("language", value -> Language.LETTERS.stream()
                                .filter(language -> language.code().equals(value))
                                .findFirst()
                                .orElse(null))
                        .orElse(null),
                reading.known("entity", value -> EnterpriseNumber.parse(value).orElse(null))
                        .orElse(null),
                reading.known("warned", value -> value.equals("true") ? value : null)
                        .isPresent(),
                reading.known("arrived", value -> value.equals(RECENT) ? value : null)
                        .isPresent(),
                NissMask.isNeededFor(text) ? "" : text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                reading.known("sort", ORDERS::get).orElse(WorkList.Order.DUE_FIRST));
    }

    /** Whether that must not stand in an address. */
    public static boolean holdsNiss(@Nullable String typed) {
        return typed != null && NissMask.isNeededFor(typed);
    }

    private record Reading(Map<String, String> parameters, Consumer<String> madeUp) {

        Optional<String> value(String name) {
            return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        }

        <T> Optional<T> known(String name, Function<String, @Nullable T> meaning) {
            Optional<String> value = value(name);
            Optional<T> known = value.map(meaning);
            if (value.isPresent() && known.isEmpty()) {
                madeUp.accept(name);
            }
            return known;
        }
    }

    private static @Nullable String holder(String value) {
        return Set.of(ME, NOBODY, TAKEN).contains(value) || Inputs.id(value).isPresent() ? value : null;
    }

    private static @Nullable LocalDate day(String value) {
        try {
            return DAY.matcher(value).matches() ? LocalDate.parse(value) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Set<String> kinds(String step, CaseTypes types) {
        return types.work().stream()
                .filter(kind -> kind.code().equals(step) || kind.process().equals(step))
                .map(WorkKind::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By what the dossier is sought. */
    public DossierFilter sought() {
        return new DossierFilter(text, entity, province, language);
    }

    /** For that reader, at that instant. */
    public WorkList.Filter filter(Actor reader, CaseTypes types, Instant now) {
        return new WorkList.Filter(
                sought(),
                holder(reader),
                step == null ? Set.of() : kinds(step, types),
                due(now),
                warned,
                recent ? Days.startOf(lastWorkingDay(now)) : null);
    }

    /** Since when what came is recent: on a Monday, since Friday. */
    public static LocalDate lastWorkingDay(Instant now) {
        return new WorkingDays().before(Days.of(now));
    }

    private WorkList.@Nullable Holder holder(Actor reader) {
        String asked = show.equals(MINE) ? ME : show.equals(FREE) ? NOBODY : who;
        if (asked == null) {
            return null;
        }
        return switch (asked) {
            case ME -> WorkList.Holder.of(reader.person());
            case NOBODY -> WorkList.Holder.NOBODY;
            case TAKEN -> WorkList.Holder.ANYBODY;
            default -> WorkList.Holder.of(new PersonId(Inputs.id(asked).orElseThrow()));
        };
    }

    /** Deadlines are ends of days: what is due on a day ends with it. */
    private WorkList.@Nullable Due due(Instant now) {
        String asked = show.equals(LATE) ? LATE : due;
        if (asked == null) {
            return null;
        }
        LocalDate today = Days.of(now);
        LocalDate day = day(asked);
        if (day != null) {
            return new WorkList.Due(Days.startOf(day), Days.endOf(day));
        }
        return new WorkList.Due(
                null,
                switch (asked) {
                    case LATE -> now;
                    case "today" -> Days.endOf(today);
                    case "week" -> Days.endOf(today.plusDays(7));
                    default -> Days.endOf(today.plusDays(30));
                });
    }

    /** The day on which it is due, if one is asked for. */
    public @Nullable LocalDate day() {
        return due == null ? null : day(due);
    }

    /** Whose it is, if somebody in particular is asked for. */
    public @Nullable PersonId person() {
        return Inputs.id(who).map(PersonId::new).orElse(null);
    }

    /** The same in another view. */
    public WorkAsked in(String view) {
        return new WorkAsked(view, who, step, due, province, language, entity, warned, recent, text, order);
    }

    /** The same in the order of a column; in the order that it has, turned round. */
    public WorkAsked by(WorkList.Order usual, WorkList.Order turned) {
        return new WorkAsked(
                show,
                who,
                step,
                due,
                province,
                language,
                entity,
                warned,
                recent,
                text,
                order == usual ? turned : usual);
    }

    /** Whether anything is left out, beside what the view leaves out. */
    public boolean filters() {
        return !in(ALL).by(order).equals(NOTHING.by(order));
    }

    /** Whether the filters that stand folded under the search are used. */
    public boolean filtersMore() {
        return who != null || step != null || due != null || province != null || language != null || warned || recent;
    }

    private WorkAsked by(WorkList.Order wanted) {
        return new WorkAsked(show, who, step, due, province, language, entity, warned, recent, text, wanted);
    }

    /** What differs from the usual, by the names of the parameters. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "show", show.equals(ALL) ? null : show);
        put(parameters, "q", text);
        put(parameters, "step", step);
        put(parameters, "due", due);
        put(parameters, "who", who);
        put(parameters, "province", province == null ? null : province.code());
        put(parameters, "language", language == null ? null : language.code());
        put(parameters, "entity", entity == null ? null : entity.value());
        put(parameters, "warned", warned ? "true" : null);
        put(parameters, "arrived", recent ? RECENT : null);
        put(
                parameters,
                "sort",
                ORDERS.entrySet().stream()
                        .filter(known -> known.getValue() == order && order != WorkList.Order.DUE_FIRST)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    /** As it is kept, and behind the question mark of an address; empty when nothing is asked. */
    public String query() {
        return parameters().entrySet().stream()
                .map(asked -> asked.getKey() + "=" + URLEncoder.encode(asked.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The parameters in what {@link #query} wrote, or somebody else. */
    public static Map<String, String> parametersOf(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String asked : query.split("&", -1)) {
            int end = asked.indexOf('=');
            if (end > 0) {
                decoded(asked.substring(end + 1))
                        .ifPresent(value -> parameters.putIfAbsent(asked.substring(0, end), value));
            }
        }
        return parameters;
    }

    /** Empty for what was written by hand and cannot be read. */
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
