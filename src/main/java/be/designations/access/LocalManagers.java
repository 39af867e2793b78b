package be.designations.access;

import be.designations.directory.PersonId;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the local manager of a quality: the one before ends at the instant at which the new one begins. */
@Service
public class LocalManagers {

    private final AccessModel access;
    private final LocalManagerIsDpdPolicy localManagerIsDpd;

    LocalManagers(AccessModel access, DpdMandates mandates) {
        this.access = access;
        this.localManagerIsDpd = new LocalManagerIsDpdPolicy(mandates);
    }

    /** What keeps that person from becoming local manager at that instant, whoever asks; nothing when all is well. */
    public Optional<Rejection> refusal(Quality quality, PersonId candidate, Instant at) {
        return localManagerIsDpd.check(quality, candidate, at);
    }

    /** What the person is in that quality, or will be as its user, and cannot stay when they become its local manager (S002 §2, D27). */
    public List<Responsibility> inTheWay(QualityId quality, PersonId candidate, Instant at) {
        return access.lastingIn(quality, candidate, at).stream()
                .filter(held -> ResponsibilityKind.ENDED_BY_LOCAL_MANAGER.contains(held.kind()))
                .toList();
    }

    /** What the person is in that quality and stays when they become its local manager (D27). */
    public List<Responsibility> staying(QualityId quality, PersonId candidate, Instant at) {
        return access.responsibilitiesIn(quality, candidate, at).stream()
                .filter(held -> held.kind() == ResponsibilityKind.TECHNICAL_USER)
                .toList();
    }

    /**
     * Makes that person the local manager from that instant on. Whatever they were in the quality before ends with
     * the rights that went with it: a local manager has every application of the quality (A2).
     *
     * @return the local manager until then, or nothing when there was none
     * @throws RejectedException when a rule refuses the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonId> replace(Quality quality, PersonId newManager, Instant at, Basis basis) {
        access.lock(quality.id());
        RejectedException.throwIfAny(refusal(quality, newManager, at));
        BasisId basisId = access.save(basis);
        inTheWay(quality.id(), newManager, at).forEach(held -> access.end(held, at, basisId));
        access.endRights(quality.id(), newManager, at, basisId);
        Optional<Responsibility> former = access.localManager(quality.id(), at);
        former.ifPresent(held -> access.end(held, at, basisId));
        access.begin(new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.LOCAL_MANAGER,
                quality.organisation(),
                quality.id(),
                null,
                newManager,
                at,
                null,
                basisId));
        return former.map(Responsibility::person);
    }
}
