package be.designations.access;

import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.Optional;

/** The local manager of the quality Social action is the data protection officer of the CPAS (S002). */
final class LocalManagerIsDpdPolicy {

    private final DpdMandates mandates;

    LocalManagerIsDpdPolicy(DpdMandates mandates) {
        this.mandates = mandates;
    }

    /** Answers with the refusal, or nothing when that person may become local manager at that instant. */
    Optional<Rejection> check(Quality quality, PersonId candidate, Instant at) {
        if (quality.kind() != QualityKind.SOCIAL_ACTION) {
            return Optional.empty();
        }
        Optional<PersonId> officer = mandates.dataProtectionOfficer(quality.organisation(), at);
        if (officer.isEmpty()) {
            return Optional.of(Rejection.of("access.no-running-mandate"));
        }
        return officer.get().equals(candidate)
                ? Optional.empty()
                : Optional.of(Rejection.ofField("access.local-manager-is-not-dpd", "niss"));
    }
}
