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
import be.designations.rules.TooManyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the register knows the candidate by the name that was typed: the name in full is shown once the answers are sent (D32).
 * Where it does not know the number the desks hear what was typed.
 */
@Component
class CandidateNames {

    private static final List<String> PARTS = List.of("candidateNiss", "candidateLastName");

    private final DpdApplicationForm form;
    private final NationalRegister nationalRegister;
    private final LookUps lookUps;

    CandidateNames(DpdApplicationForm form, NationalRegister nationalRegister, LookUps lookUps) {
        this.form = form;
        this.nationalRegister = nationalRegister;
        this.lookUps = lookUps;
    }

    /**
     * Whether the register knows the candidate by what was typed so far; half a candidate it does not, and is not asked.
     *
     * @throws TooManyException after too many tries
     */
    boolean knows(Actor actor, OrganisationId cpas, FormValues typed) {
        FormValues right = form.definition().check(typed).right();
        if (!isWhole(right)) {
            return false;
        }
        try {
            compare(actor, cpas, Niss.of(right.text("candidateNiss")), right.text("candidateLastName"));
            return true;
        } catch (TooManyException tried) {
            throw tried;
        } catch (RejectedException otherwise) {
            return false;
        }
    }

    static boolean isSame(FormValues one, FormValues other) {
        return PARTS.stream().allMatch(key -> one.text(key).equals(other.text(key)));
    }

    /**
     * What is told of a candidate who was compared before (D58).
     *
     * @param right answers with which nothing is wrong
     * @param known what came of it, or null when nobody could compare
     */
    static Optional<Rejection> refusal(FormValues right, @Nullable Boolean known) {
        if (!isWhole(right) || Boolean.TRUE.equals(known)) {
            return Optional.empty();
        }
        return Optional.of(
                known == null ? Rejection.ofField("dpd.name-not-compared", "candidateLastName") : nameDoesNotMatch());
    }

    private static boolean isWhole(FormValues right) {
        return PARTS.stream().allMatch(right::has);
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

    private static Rejection nameDoesNotMatch() {
        return Rejection.ofField("dpd.name-does-not-match", "candidateLastName");
    }
}
