package be.designations.principalmanager.web;

import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStatuses;
import be.designations.directory.Actor;
import be.designations.directory.SignInLevel;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.principalmanager.PrincipalManagers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which it begins; also where somebody lands whose enterprise cannot be found. */
@Component
class StartPage {

    static final String ADDRESS = "/principal-manager";
    static final String FORM = "principal-manager-start";
    static final String NUMBER = "enterpriseNumber";

    private static final int MOST_DOSSIERS = 20;

    private final PrincipalManagers managers;
    private final CaseList caseList;
    private final CaseStatuses statuses;
    private final RequestForms forms;

    StartPage(PrincipalManagers managers, CaseList caseList, CaseStatuses statuses, RequestForms forms) {
        this.managers = managers;
        this.caseList = caseList;
        this.statuses = statuses;
        this.forms = forms;
    }

    String show(Actor actor, FormValues typed, List<ShownError> errors, Locale locale, Model model) {
        var represented = managers.represented(actor);
        var own = new CaseList.Seen(CaseKind.PRINCIPAL_MANAGER, Set.of(), actor.person());
        model.addAttribute("form", forms.view(FORM, typed, errors, locale));
        model.addAttribute("start", ADDRESS);
        model.addAttribute("lowLevel", !actor.level().isAtLeast(SignInLevel.ITSME));
        model.addAttribute("registerAnswers", represented.isPresent());
        model.addAttribute("represented", represented.orElse(List.of()));
        model.addAttribute("statuses", statuses);
        model.addAttribute("own", caseList.page(new CaseList.Query(List.of(own), Set.of(), null), null, MOST_DOSSIERS));
        return "principal-manager/start";
    }
}
