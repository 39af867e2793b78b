package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads mandates, for whoever sees them. */
@Service
@Transactional(readOnly = true)
public class MandateRegister {

    private final MandateStore mandates;
    private final MandateAccess rules;
    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    MandateRegister(MandateStore mandates, MandateAccess rules, AccessModel access, Directory directory, Clock clock) {
        this.mandates = mandates;
        this.rules = rules;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A mandate as one of its readers sees it.
     *
     * @param all         every mandate of the CPAS, the newest first
     * @param names       of those who hold and held them, and of who decided
     * @param decision    why it ends, or null
     * @param follower    the mandate that took its place, or null
     * @param dossiers    in which its end was told, the first first
     * @param mayResign   whether the reader may say now that the officer resigns
     * @param mayWithdraw whether the reader may withdraw the approval now
     */
    public record View(
            MandateState mandate,
            Organisation cpas,
            List<MandateState> all,
            Map<PersonId, String> names,
            @Nullable Basis decision,
            @Nullable MandateState follower,
            List<String> dossiers,
            boolean mayResign,
            boolean mayWithdraw,
            boolean ownMandate) {

        public View {
            all = List.copyOf(all);
            names = Map.copyOf(names);
            dossiers = List.copyOf(dossiers);
        }

        /** The name of somebody whom the page names; empty for nobody. */
        public String nameOf(@Nullable PersonId person) {
            return person == null ? "" : names.getOrDefault(person, "");
        }
    }

    /** @throws be.designations.rules.NotFoundException when there is none, or not for this actor */
    public View view(Actor actor, UUID id) {
        MandateState mandate = rules.require(actor, id);
        Instant now = clock.instant();
        List<MandateState> all = mandates.ofCpas(mandate.organisation());
        BasisId ended = mandate.endedBasis();
        Basis decision = ended == null ? null : access.findDecision(ended).orElse(null);
        MandateState follower = mandate.endReason() == MandateEndReason.REPLACEMENT
                ? all.stream()
                        .filter(other -> other.basis().equals(ended))
                        .findFirst()
                        .orElse(null)
                : null;
        List<PersonId> people = all.stream().map(MandateState::person).collect(Collectors.toList());
        Optional.ofNullable(decision).map(Basis::decidedBy).ifPresent(people::add);
        Map<PersonId, String> names = directory
                .people(people.stream().distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
        boolean open = !mandate.isOver(now);
        return new View(
                mandate,
                directory.organisation(mandate.organisation()),
                all,
                names,
                decision,
                follower,
                mandates.dossiersOf(id),
                open
                        && mandate.hasBegun(now)
                        && mandates.findOpenEnd(id).isEmpty()
                        && rules.notResigning(actor, mandate).isEmpty(),
                open && rules.notWithdrawing(actor, mandate).isEmpty(),
                actor.person().equals(mandate.person()));
    }

    /** How the mandate stands now, as pages name it. */
    public String stateOf(MandateState mandate) {
        Instant now = clock.instant();
        if (mandate.struckOutAt() != null) {
            return "struck-out";
        }
        if (mandate.isOver(now)) {
            return "over";
        }
        if (!mandate.hasBegun(now)) {
            return "later";
        }
        return mandate.endReason() == null ? "running" : "ending";
    }
}
