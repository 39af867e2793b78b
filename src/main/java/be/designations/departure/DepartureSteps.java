package be.designations.departure;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Rights;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.directory.WorkingRelationship;
import be.designations.replacement.ReplacementSteps;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens in the dossier of a departure. Each step may be repeated and is taken once. */
@Service
@Transactional
public class DepartureSteps {

    private final DepartureStore departures;
    private final DepartureMails mails;
    private final ReplacementSteps replacements;
    private final AccessModel access;
    private final Rights rights;
    private final Directory directory;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final Clock clock;

    DepartureSteps(
            DepartureStore departures,
            DepartureMails mails,
            ReplacementSteps replacements,
            AccessModel access,
            Rights rights,
            Directory directory,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            Clock clock) {
        this.departures = departures;
        this.mails = mails;
        this.replacements = replacements;
        this.access = access;
        this.rights = rights;
        this.directory = directory;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.clock = clock;
    }

    /** Opens the dossier of a relationship that somebody ends, and writes the decision down in it. */
    Basis announce(Actor actor, WorkingRelationship relationship, Instant end, String reason, Instant now) {
        CaseFile dossier = open(relationship, actor.person(), now);
        Basis basis = Basis.of(dossier.id().value(), "relationship-ended", actor.person(), now, null, reason);
        access.save(basis);
        Departure departure = Departure.announced(dossier.id(), relationship.id(), end, basis.id());
        departures.add(departure);
        trail.opened(
                dossier,
                new Leaving(departure, relationship, basis),
                Change.to(DepartureStatus.ANNOUNCED, DepartureStatus.ANNOUNCED.code())
                        .because(reason),
                actor,
                now);
        return basis;
    }

    /** Opens the dossier of a relationship that has ended by its date, unless that is done or being done. */
    void openByDate(UUID id) {
        rights.lock(List.of(directory.findRelationship(id).orElseThrow().person()));
        WorkingRelationship relationship = directory.findRelationship(id).orElseThrow();
        Instant now = clock.instant();
        Instant end = relationship.until();
        if (end == null || !relationship.isOver(now) || departures.isTold(id, end)) {
            return;
        }
        // A dossier has somebody who opened it; here that is whom it is about, and the timeline says that nobody
        // decided it.
        CaseFile dossier = open(relationship, relationship.person(), now);
        Departure departure = Departure.announced(dossier.id(), id, end, null);
        departures.add(departure);
        trail.happened(
                dossier,
                new Leaving(departure, relationship, null),
                Change.to(DepartureStatus.ANNOUNCED, "departure.reached"),
                now);
        follow(id, now);
    }

    private CaseFile open(WorkingRelationship relationship, PersonId by, Instant now) {
        return cases.open(
                DepartureCase.KIND,
                relationship.organisation(),
                by,
                relationship.person(),
                now,
                DepartureStatus.ANNOUNCED);
    }

    /** Starts the process of the departure that is open. */
    DossierNumber follow(UUID relationship, Instant now) {
        Departure departure = departures.findOpen(relationship).orElseThrow();
        DossierNumber number = cases.find(departure.caseId()).orElseThrow().number();
        process.start(
                DepartureProcess.KEY,
                number,
                Map.of(
                        DepartureProcess.OVER,
                        !departure.endsAt().isAfter(now),
                        DepartureProcess.ENDS_AT,
                        Date.from(departure.endsAt())));
        return number;
    }

    /** The relationship is given another end: what was told of the one before is settled. */
    void changed(UUID relationship, Actor actor, Instant now) {
        departures.findOpen(relationship).ifPresent(departure -> {
            CaseFile dossier = cases.find(departure.caseId()).orElseThrow();
            Leaving leaving = leaving(departure);
            departures.update(departure.settle(DepartureStatus.CHANGED, now));
            trail.happened(
                    dossier,
                    leaving,
                    Change.to(DepartureStatus.CHANGED, DepartureStatus.CHANGED.code()),
                    actor.person(),
                    actor.actingFor(),
                    now);
            // One that is suspended or about to go on by itself finds the departure settled.
            if (process.awaits(dossier.number(), DepartureProcess.CHANGED)) {
                process.signal(dossier.number(), DepartureProcess.CHANGED);
            }
        });
    }

    /** Writes to the person and to those who manage what ends. */
    public void tell(DossierNumber number) {
        CaseFile dossier = dossier(number);
        mails.announced(dossier, leaving(departures.find(dossier.id()).orElseThrow()));
    }

    /** The last day is over: asks for successors where posts have lost their tie. */
    public void askSuccessors(DossierNumber number) {
        CaseFile dossier = dossier(number);
        Departure departure = departures.find(dossier.id()).orElseThrow();
        if (departure.isOpen()) {
            Leaving leaving = leaving(departure);
            replacements.openFor(
                    leaving.relationship().person(), leaving.relationship().organisation());
            mails.officerLeft(leaving);
        }
    }

    public void close(DossierNumber number) {
        CaseFile dossier = dossier(number);
        Instant now = clock.instant();
        departures.lock(dossier.id()).filter(Departure::isOpen).ifPresent(departure -> {
            Leaving leaving = leaving(departure);
            departures.update(departure.settle(DepartureStatus.SETTLED, now));
            trail.happened(dossier, leaving, Change.to(DepartureStatus.SETTLED, DepartureStatus.SETTLED.code()), now);
        });
    }

    Leaving leaving(Departure departure) {
        BasisId basis = departure.basis();
        @Nullable
        Basis decision = basis == null ? null : access.findDecision(basis).orElseThrow();
        return new Leaving(
                departure, directory.findRelationship(departure.relationship()).orElseThrow(), decision);
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new NotFoundException("dossier"));
    }
}
