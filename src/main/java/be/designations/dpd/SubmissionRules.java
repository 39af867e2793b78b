package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.QualityKind;
import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an application must keep on the day on which it is sent (D12). */
@Component
class SubmissionRules {

    private final Directory directory;
    private final AccessModel access;
    private final Clock clock;

    SubmissionRules(Directory directory, AccessModel access, Clock clock) {
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /** Every refusal; none when it may be sent now. */
    List<Rejection> refusals(Candidacy candidacy, OrganisationId cpas) {
        List<Rejection> refusals = new ArrayList<>(SubmissionPolicy.refusals(candidacy, around(cpas)));
        if (access.findQuality(cpas, QualityKind.SOCIAL_ACTION).isEmpty()) {
            refusals.add(Rejection.of("dpd.no-social-action-quality"));
        }
        return List.copyOf(refusals);
    }

    private SubmissionPolicy.Circumstances around(OrganisationId cpas) {
        Instant now = clock.instant();
        return new SubmissionPolicy.Circumstances(
                Days.of(now),
                directory
                        .headOfDailyManagement(cpas, now)
                        .map(head -> directory.person(head).niss())
                        .orElse(null));
    }
}
