package be.designations.principalmanager.web;

import be.designations.casework.CaseList;
import be.designations.casework.CaseTypes;
import be.designations.directory.Actor;
import be.designations.directory.SignInLevel;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.principalmanager.PrincipalManagerCase;
import be.designations.principalmanager.PrincipalManagers;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The page on which it begins; also where somebody lands whose enterprise cannot be found. */
@Component
class StartPage {

    static final String ADDRESS = "/principal-manager";
    static final String FORM = "principal-manager-start";
    static final String NUMBER = "enterpriseNumber";

    private static final int MOST_DOSSIERS = 20;

    private final PrincipalManagers managers;
    private final CaseList caseList;
    private final CaseTypes types;
    private final PrincipalManagerCase type;

    StartPage(PrincipalManagers managers, CaseList caseList, CaseTypes types, PrincipalManagerCase type) {
        this.managers = managers;
        this.caseList = caseList;
        this.types = types;
        this.type = type;
    }

    String show(Actor actor, FormView form, Page page) {
        var represented = managers.represented(actor);
        var own = CaseList.Seen.of(type.kind(), Set.of()).orOpenedBy(actor.person());
        RequestPages.addTo(page);
        page.with("form", form)
                .with("lowLevel", !actor.level().isAtLeast(SignInLevel.ITSME))
                .with("registerAnswers", represented.isPresent())
                .with("represented", represented.orElse(List.of()))
                .with("statuses", types)
                .with("own", caseList.page(new CaseList.Query(List.of(own), Set.of(), null), null, MOST_DOSSIERS));
        return "principal-manager/start";
    }
}
