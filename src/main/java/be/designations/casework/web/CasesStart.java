package be.designations.casework.web;

import be.designations.casework.CaseList;
import be.designations.casework.CaseStatus;
import be.designations.casework.CaseTypes;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which dossiers are under way in the reader’s entity; a desk has those of everybody, and its work instead. */
@Component
@Order(30)
class CasesStart implements StartPart {

    private static final int LATEST = 3;

    private final CaseTypes types;
    private final CaseList caseList;

    CasesStart(CaseTypes types, CaseList caseList) {
        this.types = types;
        this.caseList = caseList;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        List<CaseList.Seen> seen = types.seenBy(actor).stream()
                .filter(kind -> kind.organisations() != null)
                .toList();
        List<CaseList.Line> underWay = seen.isEmpty()
                ? List.of()
                : caseList.page(
                        new CaseList.Query(
                                seen,
                                types.statuses().stream()
                                        .filter(status -> !status.isLast())
                                        .map(CaseStatus::code)
                                        .collect(Collectors.toUnmodifiableSet()),
                                null),
                        null,
                        LATEST);
        if (underWay.isEmpty()) {
            return Optional.empty();
        }
        page.with("underWay", underWay).with("caseCells", new CaseCells(page));
        return Optional.of("cases/start");
    }
}
