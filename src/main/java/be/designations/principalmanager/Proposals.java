package be.designations.principalmanager;

import be.designations.access.Contact;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.forms.InvalidAnswersException;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.management.People;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads what was typed as a proposal, as far as it is needed: the tie only of whom the directory does not know. */
@Component
class Proposals {

    static final String WHO = "principal-manager";
    static final String RELATIONSHIP = "principal-manager-relationship";
    static final String MANDATE = "principal-manager-mandate";

    private static final String SELF = "SELF";

    private final Forms forms;
    private final Directory directory;
    private final People people;
    private final Clock clock;

    Proposals(Forms forms, Directory directory, People people, Clock clock) {
        this.forms = forms;
        this.directory = directory;
        this.people = people;
        this.clock = clock;
    }

    /** Whether this goes by the special procedure: the register says no, or is silent and documents are offered. */
    boolean isSpecial(Representation representation, FormValues answers) {
        return representation.allowsSpecial() && (!representation.allowsStandard() || answers.has("ground"));
    }

    /**
     * Whether the answers name another person whose tie to the enterprise is to be declared: one that the directory does not
     * know, and always for whoever is not recognised, who would otherwise learn who works there.
     */
    boolean needsTie(Representation representation, FormValues answers) {
        FormSubmission who = forms.get(WHO).check(answers);
        if (who.hasErrors() || isSelf(who.values())) {
            return false;
        }
        if (!representation.isRecognised()) {
            return true;
        }
        Niss niss = Niss.of(who.values().text("niss"));
        EnterpriseNumber number = representation.enterprise().number();
        return directory
                .findOrganisation(number)
                .flatMap(organisation -> directory
                        .findPerson(niss)
                        .filter(person -> people.isRelated(
                                person.id(),
                                organisation.id(),
                                ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
                                clock.instant())))
                .isEmpty();
    }

    /**
     * Whom the answers name, and no more of the proposal.
     *
     * @throws InvalidAnswersException when these answers are missing or wrong
     */
    Proposal whom(FormValues answers) {
        FormValues who = checked(WHO, answers);
        boolean self = isSelf(who);
        return new Proposal(
                self ? null : Niss.of(who.text("niss")),
                self ? null : who.text("lastName"),
                new Contact(who.text("email"), who.text("phone")),
                null,
                null);
    }

    /** @throws InvalidAnswersException for the first form whose answers are missing or wrong */
    Proposal read(Representation representation, FormValues answers) {
        Proposal whom = whom(answers);
        return new Proposal(
                whom.niss(),
                whom.lastName(),
                whom.contact(),
                needsTie(representation, answers) ? tie(checked(RELATIONSHIP, answers)) : null,
                isSpecial(representation, answers) ? claim(checked(MANDATE, answers)) : null);
    }

    private FormValues checked(String id, FormValues answers) {
        FormDefinition form = forms.get(id);
        FormSubmission checked = form.check(answers);
        if (checked.hasErrors()) {
            throw new InvalidAnswersException(form, checked);
        }
        return checked.values();
    }

    private static boolean isSelf(FormValues who) {
        return who.text("who").equals(SELF);
    }

    private static Tie tie(FormValues typed) {
        return new Tie(
                RelationshipCategory.valueOf(typed.text("category")),
                typed.date("lastDay").orElse(null));
    }

    private static Claim claim(FormValues typed) {
        return new Claim(Ground.valueOf(typed.text("ground")), typed.text("explanation"));
    }
}
