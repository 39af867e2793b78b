package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.Typed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the work of several dossiers, gives it back or hands it to a colleague: each in a transaction of its own, so that what is refused
 * for one holds up no other, with an answer for each. <i>Source: D74.</i>
 */
@Service
public class WorkHandling {

    /** A page of the list. */
    public static final int MOST_AT_ONCE = 50;

    public static final int LONGEST_NOTE = 500;

    private final CaseDesk desk;
    private final CaseTypes types;
    private final Cases cases;
    private final WorkItems workItems;
    private final Colleagues colleagues;
    private final Directory directory;
    private final Notifications notifications;
    private final AddressBook addresses;
    private final MessageSource messages;
    private final TransactionOperations transaction;

    WorkHandling(
            CaseDesk desk,
            CaseTypes types,
            Cases cases,
            WorkItems workItems,
            Colleagues colleagues,
            Directory directory,
            Notifications notifications,
            AddressBook addresses,
            MessageSource messages,
            TransactionOperations transaction) {
        this.desk = desk;
        this.types = types;
        this.cases = cases;
        this.workItems = workItems;
        this.colleagues = colleagues;
        this.directory = directory;
        this.notifications = notifications;
        this.addresses = addresses;
        this.messages = messages;
        this.transaction = transaction;
    }

    /**
     * What became of one of them.
     *
     * @param refusal why nothing was done, or null when it was
     */
    public record Verdict(DossierNumber number, @Nullable Rejection refusal) {

        public boolean done() {
            return refusal == null;
        }
    }

    /** @throws RejectedException when none are named, or too many */
    public List<Verdict> take(Actor actor, Collection<DossierNumber> dossiers) {
        return each(dossiers, number -> {
            desk.take(actor, number, false);
            return Optional.empty();
        });
    }

    /** As {@link #take}. */
    public List<Verdict> release(Actor actor, Collection<DossierNumber> dossiers) {
        return each(
                dossiers,
                number -> desk.release(actor, number)
                        ? Optional.empty()
                        : Optional.of(Rejection.of("casework.not-taken-by-you")));
    }

    /**
     * Hands them to a colleague, who is written to once.
     *
     * @param colleague null when none was chosen
     * @param note      what is said to the colleague and to the desk; may be empty
     * @throws RejectedException as {@link #take}; at {@code colleague}, when none is chosen; at {@code note}, when it is too long or holds
     *                           a NISS
     */
    public List<Verdict> handOver(
            Actor actor, Collection<DossierNumber> dossiers, @Nullable PersonId colleague, String note) {
        String said = Typed.lines(note);
        List<Rejection> wrong = new ArrayList<>();
        if (colleague == null) {
            wrong.add(Rejection.ofField("casework.no-colleague", "colleague"));
        }
        if (said.length() > LONGEST_NOTE) {
            wrong.add(Rejection.ofField("casework.note-too-long", "note", LONGEST_NOTE));
        } else if (NissMask.isNeededFor(said)) {
            wrong.add(Rejection.ofField("casework.note-with-niss", "note"));
        }
        RejectedException.throwIfAny(wrong);
        PersonId to = Objects.requireNonNull(colleague);
        Map<DossierNumber, WorkKind> handed = new LinkedHashMap<>();
        List<Verdict> verdicts = each(dossiers, number -> {
            desk.handOver(actor, number, to, said.isEmpty() ? null : said).ifPresent(kind -> handed.put(number, kind));
            return Optional.empty();
        });
        if (!handed.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> addresses.person(to).ifPresent(recipient -> write(actor, recipient, handed, said)));
        }
        return verdicts;
    }

    private void write(Actor actor, Recipient to, Map<DossierNumber, WorkKind> handed, String said) {
        Message message = Message.of(NotificationKind.WORK_HANDED_OVER, to)
                .with(Detail.MANAGER, directory.person(actor.person()).displayName())
                .with(
                        Detail.TASK,
                        handed.entrySet().stream()
                                .map(entry -> entry.getKey() + " – " + words(entry.getValue(), to.language()))
                                .collect(Collectors.joining("\n")))
                .linkingTo(
                        handed.size() == 1
                                ? "/cases/" + handed.keySet().iterator().next()
                                : "/work?show=mine");
        notifications.write(said.isEmpty() ? message : message.with(Detail.NOTE, said));
    }

    private String words(WorkKind kind, Locale language) {
        return messages.getMessage("work." + kind, null, language);
    }

    /**
     * Those to whom all of these can be handed, the actor left out, by name. Some may still be kept from one of them by a rule.
     *
     * @throws NotFoundException when the actor does not see one of them
     */
    @Transactional(readOnly = true)
    public List<Person> colleagues(Actor actor, Collection<DossierNumber> dossiers) {
        Set<DossierNumber> asked = Set.copyOf(dossiers);
        List<CaseFile> found = cases.all(asked);
        if (found.size() < asked.size() || !types.seesAll(actor, found)) {
            throw new NotFoundException("dossier");
        }
        Set<Place> places = workItems.openOf(found.stream().map(CaseFile::id).toList()).stream()
                .map(work -> work.kind().desk().office() != null
                        ? new Place(work.kind().desk(), null, null)
                        : new Place(work.kind().desk(), work.organisation(), work.quality()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<PersonId> all = null;
        for (Place place : places) {
            Set<PersonId> there = colleagues.at(place.desk(), place.organisation(), place.quality());
            if (all == null) {
                all = there;
            } else {
                all.retainAll(there);
            }
        }
        if (all == null) {
            return List.of();
        }
        all.remove(actor.person());
        return directory.people(all).stream()
                .filter(person -> !person.disabled())
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
    }

    private record Place(
            Desk desk,
            @Nullable OrganisationId organisation,
            @Nullable QualityId quality) {}

    private static List<Verdict> each(
            Collection<DossierNumber> dossiers, Function<DossierNumber, Optional<Rejection>> operation) {
        requireSome(dossiers);
        return dossiers.stream()
                .distinct()
                .map(number -> new Verdict(number, attempt(number, operation)))
                .toList();
    }

    /** @throws RejectedException when none are named, or too many */
    public static void requireSome(Collection<DossierNumber> dossiers) {
        if (dossiers.isEmpty()) {
            throw new RejectedException(Rejection.ofField("casework.nothing-ticked", "dossiers"));
        }
        if (dossiers.size() > MOST_AT_ONCE) {
            throw new RejectedException(Rejection.ofField("casework.too-much-ticked", "dossiers", MOST_AT_ONCE));
        }
    }

    private static @Nullable Rejection attempt(
            DossierNumber number, Function<DossierNumber, Optional<Rejection>> operation) {
        try {
            return operation.apply(number).orElse(null);
        } catch (NotFoundException unseen) {
            return Rejection.of("casework.not-found");
        } catch (NotAllowedException refused) {
            return refused.rejection();
        } catch (RejectedException refused) {
            return refused.rejections().get(0);
        } catch (AlreadyHandledException passed) {
            return Rejection.of("casework.step-passed");
        }
    }
}
