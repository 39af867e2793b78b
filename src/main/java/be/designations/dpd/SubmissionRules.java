package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.QualityKind;
import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an application must keep on the day on which it is sent (D12). */
@Component
class SubmissionRules {

    private final DpdApplicationForm form;
    private final Directory directory;
    private final AccessModel access;
    private final Clock clock;

    SubmissionRules(DpdApplicationForm form, Directory directory, AccessModel access, Clock clock) {
        this.form = form;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What these answers say of the candidate, if they may be sent now.
     *
     * @throws InvalidAnswersException with every answer that is missing or wrong
     * @throws RejectedException       with every refusal, when none is
     */
    Candidacy accept(FormValues answers, DpdApplication application) {
        Candidacy candidacy = form.read(answers);
        RejectedException.throwIfAny(refusals(form.definition().check(answers), application, true));
        return candidacy;
    }

    /**
     * Every refusal of what was answered so far; none when it may be sent now, if nothing is missing.
     *
     * @param candidateKnown what came of comparing the candidate with the register, or null when nobody could
     */
    List<Rejection> refusals(FormSubmission checked, DpdApplication application, @Nullable Boolean candidateKnown) {
        OrganisationId cpas = application.organisation();
        List<Rejection> refusals =
                new ArrayList<>(SubmissionPolicy.refusals(checked.right(), around(checked, application)));
        CandidateNames.refusal(checked.right(), candidateKnown).ifPresent(refusals::add);
        if (access.findQuality(cpas, QualityKind.SOCIAL_ACTION).isEmpty()) {
            refusals.add(Rejection.of("dpd.no-social-action-quality"));
        }
        return List.copyOf(refusals);
    }

    private SubmissionPolicy.Circumstances around(FormSubmission checked, DpdApplication application) {
        Instant now = clock.instant();
        DpdApplication.Submission sent = application.submission();
        return new SubmissionPolicy.Circumstances(
                Days.of(now),
                !checked.hasErrors(),
                directory
                        .headOfDailyManagement(application.organisation(), now)
                        .map(head -> directory.person(head).niss())
                        .orElse(null),
                sent == null ? null : sent.startsOn());
    }
}
