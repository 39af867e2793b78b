package be.designations.principalmanager.web;

import be.designations.casework.DocumentRules;
import be.designations.directory.Actor;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.principalmanager.Situation;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages have in common on which a request is prepared. */
@Component
class RequestPages {

    private final PrincipalManagers managers;
    private final RequestForms forms;

    RequestPages(PrincipalManagers managers, RequestForms forms) {
        this.managers = managers;
        this.forms = forms;
    }

    static void addTo(Model model, Situation situation, EnterpriseNumber number) {
        model.addAttribute("situation", situation);
        model.addAttribute("representation", situation.representation());
        model.addAttribute("enterprise", situation.representation().enterprise());
        model.addAttribute("number", number.value());
        model.addAttribute("start", StartPage.ADDRESS);
        model.addAttribute("address", Step.WHO.address(number));
    }

    /** The page that comes after this one, given what has been typed. */
    Step after(Step step, Situation situation) {
        if (step == Step.WHO && managers.needsTie(situation)) {
            return Step.RELATIONSHIP;
        }
        return step != Step.MANDATE && managers.isSpecial(situation) ? Step.MANDATE : Step.CHECK;
    }

    /** What is wrong with the answers to the form of that page, once all answers are looked at together. */
    List<ShownError> problems(Actor actor, EnterpriseNumber number, Step step, Locale locale) {
        try {
            managers.review(actor, number);
            return List.of();
        } catch (InvalidAnswersException invalid) {
            return forms.errors(step.form(), invalid, locale);
        } catch (RejectedException rejected) {
            return forms.errors(rejected, locale).stream()
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
                .filter(step -> forms.asks(step.form(), field))
                .findFirst();
    }
}
