package be.designations.principalmanager.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.DocumentRules;
import be.designations.directory.Actor;
import be.designations.forms.Forms;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Page;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pages have in common on which a request is prepared. */
@Component
class RequestPages {

    private final PrincipalManagers managers;
    private final Forms forms;

    RequestPages(PrincipalManagers managers, Forms forms) {
        this.managers = managers;
        this.forms = forms;
    }

    static void addTo(Page page, Situation situation, EnterpriseNumber number) {
        addTo(page);
        page.with("situation", situation)
                .with("representation", situation.representation())
                .with("enterprise", situation.representation().enterprise())
                .with("number", number.value())
                .with("address", Step.WHO.address(number));
    }

    static void addTo(Page page) {
        page.with("start", StartPage.ADDRESS).with("language", page.language()).with("dates", new BelgianDates());
    }

    /** The page that comes after this one, given what has been typed. */
    Step after(Step step, Situation situation) {
        if (step == Step.WHO && managers.needsTie(situation)) {
            return Step.RELATIONSHIP;
        }
        return step != Step.MANDATE && managers.isSpecial(situation) ? Step.MANDATE : Step.CHECK;
    }

    /** What a later page has found wrong with what is asked on this one: then it sends the reader back, see {@link Step#again}. */
    List<ShownError> foundLater(Actor actor, EnterpriseNumber number, Step step, Page page) {
        List<ShownError> problems =
                page.parameter("again").isPresent() ? problems(actor, number, step, page) : List.of();
        page.with("hasErrors", !problems.isEmpty());
        return problems;
    }

    /** What is wrong with the answers to the form of that page, once all answers are looked at together. */
    List<ShownError> problems(Actor actor, EnterpriseNumber number, Step step, Page page) {
        try {
            managers.review(actor, number);
            return List.of();
        } catch (InvalidAnswersException invalid) {
            return invalid.form().id().equals(step.form())
                    ? page.errors(invalid.form(), invalid.submission())
                    : List.of();
        } catch (RejectedException rejected) {
            return page.errors(rejected.rejections()).stream()
                    .filter(error -> stepOf(error).filter(step::equals).isPresent())
                    .toList();
        } catch (NotFoundException nothingTyped) {
            return List.of();
        }
    }

    /** The page on which the field of an error stands. */
    Optional<Step> stepOf(ShownError error) {
        String field = error.fieldKey();
        if (field == null) {
            return Optional.empty();
        }
        if (field.equals(DocumentRules.FIELD)) {
            return Optional.of(Step.MANDATE);
        }
        return List.of(Step.WHO, Step.RELATIONSHIP, Step.MANDATE).stream()
                .filter(step -> forms.get(step.form()).field(field).isPresent())
                .findFirst();
    }
}
