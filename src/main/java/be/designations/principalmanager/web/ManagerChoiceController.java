package be.designations.principalmanager.web;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.principalmanager.Draft;
import be.designations.principalmanager.Ground;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Recognition;
import be.designations.principalmanager.Situation;
import be.designations.rules.RejectedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Enregistrement de l’entreprise dans CSAM”: the enterprise, and who is to be its manager. <i>Source: S003, A6 screen 2.</i> */
@Controller
@RequestMapping(StartPage.ADDRESS + "/{number}")
class ManagerChoiceController {

    private static final String DOCUMENTS = "documents";
    private static final String WHO = "who";

    private final PrincipalManagers managers;
    private final Directory directory;
    private final StartPage start;
    private final RequestPages pages;

    ManagerChoiceController(PrincipalManagers managers, Directory directory, StartPage start, RequestPages pages) {
        this.managers = managers;
        this.directory = directory;
        this.start = start;
        this.pages = pages;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        Situation situation;
        try {
            situation = managers.situation(actor, number);
        } catch (RejectedException rejected) {
            FormView form = page.form(StartPage.FORM, FormValues.empty().with(StartPage.NUMBER, number.formatted()))
                    .withErrors(page.errors(rejected.rejections()));
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
            return start.show(actor, form, page);
        }
        List<ShownError> problems = pages.foundLater(actor, number, Step.WHO, page);
        FormView form = page.form(Step.WHO.form(), kept(situation.draft())).withErrors(problems);
        return show(actor, number, situation, form, page);
    }

    /** @param action {@code documents} to offer documents rather than wait for a register that is silent */
    @PostMapping
    String answer(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "_action", defaultValue = "next") String action,
            Page page) {
        Situation situation = managers.situation(actor, number);
        return page.submit(
                Step.WHO.form(),
                values -> {
                    managers.checkPerson(actor, situation.representation(), values);
                    Draft draft = managers.save(actor, number, page.pageOf(Step.WHO.form()), values);
                    if (situation.representation().recognition() == Recognition.REGISTER_SILENT) {
                        choose(actor, number, draft, action.equals(DOCUMENTS), page);
                    }
                    return Page.redirect(pages.after(Step.WHO, managers.situation(actor, number))
                            .address(number));
                },
                form -> show(actor, number, situation, form, page));
    }

    /** The two ways when the register is silent. */
    private void choose(Actor actor, EnterpriseNumber number, Draft draft, boolean documents, Page page) {
        if (!documents) {
            managers.waitForRegister(actor, number);
        } else if (!draft.answers().has("ground")) {
            managers.save(
                    actor,
                    number,
                    page.pageOf(Step.MANDATE.form()),
                    FormValues.empty().with("ground", Ground.REGISTER_SILENT.name()));
        }
    }

    private static FormValues kept(@Nullable Draft draft) {
        return draft == null ? FormValues.empty() : draft.answers();
    }

    /** The reader by name among the answers, so that nobody takes “myself” for somebody else. */
    private FormView named(Actor actor, FormView form, Page page) {
        String self = directory.person(actor.person()).displayName();
        Map<String, String> labels = form.fields().stream()
                .filter(field -> field.key().equals(WHO))
                .flatMap(field -> field.choices().stream())
                .collect(Collectors.toMap(
                        Choice::value,
                        choice -> choice.value().equals("SELF")
                                ? page.text("principalmanager.page.self", choice.label(), self)
                                : choice.label()));
        return form.offering(WHO, labels);
    }

    private String show(Actor actor, EnterpriseNumber number, Situation situation, FormView form, Page page) {
        RequestPages.addTo(page, situation, number);
        page.with("form", named(actor, form, page));
        return "principal-manager/who";
    }
}
