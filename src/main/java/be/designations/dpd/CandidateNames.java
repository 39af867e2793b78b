package be.designations.dpd;

import be.designations.directory.Actor;
import be.designations.directory.NationalRegister;
import be.designations.directory.OrganisationId;
import be.designations.directory.RegisteredPerson;
import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import be.designations.management.LookUps;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import org.springframework.stereotype.Component;

/**
 * Whether the register knows the candidate by the name that was typed: the name in full is shown once the answers are sent (D32).
 * Where it does not know the number the desks hear what was typed.
 */
@Component
class CandidateNames {

    private final DpdApplicationForm form;
    private final NationalRegister nationalRegister;
    private final LookUps lookUps;

    CandidateNames(DpdApplicationForm form, NationalRegister nationalRegister, LookUps lookUps) {
        this.form = form;
        this.nationalRegister = nationalRegister;
        this.lookUps = lookUps;
    }

    /** The same of what was typed so far; of half a candidate there is nothing to compare. */
    void compare(Actor actor, OrganisationId cpas, FormValues typed) {
        FormValues right = form.definition().check(typed).right();
        right.optionalText("candidateNiss").ifPresent(niss -> right.optionalText("candidateLastName")
                .ifPresent(lastName -> compare(actor, cpas, Niss.of(niss), lastName)));
    }

    /**
     * To be called outside a transaction: each try is written down in one of its own.
     *
     * @throws RejectedException when the number is that of somebody called otherwise, or after too many tries
     */
    void compare(Actor actor, OrganisationId cpas, Niss niss, String lastName) {
        nationalRegister.find(niss).ifPresent(registered -> {
            try {
                lookUps.look(actor, "dpd", cpas, niss, () -> called(registered, lastName));
            } catch (RejectedException refused) {
                throw refused.placed(
                        rejection -> "niss".equals(rejection.field()) ? rejection.at("candidateNiss") : rejection);
            }
        });
    }

    private static RegisteredPerson called(RegisteredPerson registered, String lastName) {
        if (!registered.isCalled(lastName)) {
            throw new RejectedException(nameDoesNotMatch());
        }
        return registered;
    }

    static Rejection nameDoesNotMatch() {
        return Rejection.ofField("dpd.name-does-not-match", "candidateLastName");
    }
}
