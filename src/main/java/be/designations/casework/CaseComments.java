package be.designations.casework;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.audit.NissMask;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.memory.TransactionMemory;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say about a dossier, beside what they do in it: to everybody who sees it, or to their colleagues alone. Whoever works
 * in the dossier writes. <i>Source: D89.</i>
 *
 * <p>Every operation throws {@link NotFoundException} when the actor may not see the dossier.
 */
@Service
@Transactional
public class CaseComments {

    private static final String TEXT = "words";
    private static final String MENTIONS = "mentions";

    private final CaseDesk desk;
    private final CaseTypes types;
    private final ProcessProgress progress;
    private final Sides sides;
    private final Comments comments;
    private final Cases cases;
    private final Directory directory;
    private final AddressBook addresses;
    private final Notifications notifications;
    private final AuditLog audit;
    private final Clock clock;

    CaseComments(
            CaseDesk desk,
            CaseTypes types,
            ProcessProgress progress,
            Sides sides,
            Comments comments,
            Cases cases,
            Directory directory,
            AddressBook addresses,
            Notifications notifications,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.types = types;
        this.progress = progress;
        this.sides = sides;
        this.comments = comments;
        this.cases = cases;
        this.directory = directory;
        this.addresses = addresses;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** A dossier and on which sides of it the actor works. */
    private record Place(CaseFile dossier, Map<String, CaseContent> contents, List<Side> sides) {}

    /** @throws NotAllowedException when the actor sees the dossier, but does not work in it */
    private Place place(Actor actor, CaseFile dossier) {
        Map<String, CaseContent> contents =
                sides.contents(dossier, progress.of(dossier.id()).keySet());
        List<Side> theirs = List.copyOf(sides.of(actor, dossier, contents));
        if (theirs.isEmpty()) {
            throw new NotAllowedException(Rejection.of("casework.comment-not-theirs"));
        }
        return new Place(dossier, contents, theirs);
    }

    /**
     * Whom one may mention: colleagues, and those of the other sides who did or said something in the dossier.
     *
     * @param side       where the actor writes from
     * @param colleagues those of that side, by name
     * @param others     those of other sides who still work there, by name
     */
    public record Mentionable(Side side, List<Person> colleagues, List<Person> others) {

        public List<Person> all() {
            return Stream.concat(colleagues.stream(), others.stream()).toList();
        }
    }

    /** @throws NotAllowedException when the actor sees the dossier, but does not work in it */
    @Transactional(readOnly = true)
    public Mentionable mentionable(Actor actor, DossierNumber number) {
        return mentionable(actor, place(actor, desk.require(actor, number)));
    }

    private Mentionable mentionable(Actor actor, Place place) {
        Side own = place.sides().get(0);
        Set<PersonId> colleagues = staff(own, place);
        Set<PersonId> others = new HashSet<>();
        Set<PersonId> active = active(place.dossier());
        active.removeAll(colleagues);
        if (!active.isEmpty()) {
            for (Side side : Side.values()) {
                if (side != own) {
                    others.addAll(staff(side, place));
                }
            }
            others.retainAll(active);
        }
        colleagues.remove(actor.person());
        others.remove(actor.person());
        others.removeAll(colleagues);
        Set<PersonId> both = new HashSet<>(colleagues);
        both.addAll(others);
        List<Person> named = directory.people(both).stream()
                .filter(person -> !person.disabled())
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
        return new Mentionable(
                own,
                named.stream().filter(it -> colleagues.contains(it.id())).toList(),
                named.stream().filter(it -> others.contains(it.id())).toList());
    }

    private Set<PersonId> staff(Side side, Place place) {
        return sides.staff(side, place.dossier(), place.contents().keySet());
    }

    /** Who did or said something that everybody concerned sees. */
    private Set<PersonId> active(CaseFile dossier) {
        return Stream.concat(
                        cases.timeline(dossier.id()).stream().map(TimelineEntry::actor),
                        comments.of(dossier.id(), Set.of()).stream().map(Comment::author))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Writes a comment; the same words to the same people as the actor’s last one are that one: a second click.
     *
     * @throws NotAllowedException when the actor sees the dossier, but does not work in it
     * @throws RejectedException   when a rule refuses
     */
    public CommentId write(Actor actor, DossierNumber number, NewComment said) {
        CaseFile dossier = desk.require(actor, number);
        types.of(dossier.kind()).lock(dossier);
        TransactionMemory.forgetAll();
        Place place = place(actor, dossier);
        Side side = place.sides().get(0);
        Optional<Comment> before = comments.lastOf(dossier.id(), actor.person()).filter(last -> last.says(said, side));
        if (before.isPresent()) {
            return before.get().id();
        }
        refuse(actor, place, said);
        Instant now = clock.instant();
        Comment comment = new Comment(
                new CommentId(UUID.randomUUID()),
                actor.person(),
                actor.inPlaceOf(),
                side,
                said.internal(),
                said.words(),
                said.mentioned(),
                now,
                null);
        comments.add(dossier.id(), comment);
        record(actor, "written", comment, dossier);
        addresses
                .people(said.mentioned())
                .forEach(recipient -> notifications.write(
                        // Not among the mails of the dossier: its readers would learn of what is internal.
                        Message.of(NotificationKind.COMMENT_MENTION, recipient)
                                .with(Detail.DOSSIER, number.value())
                                .linkingTo("/cases/" + number + "#comment-" + comment.id())));
        return comment.id();
    }

    private void refuse(Actor actor, Place place, NewComment said) {
        List<Rejection> refused = new ArrayList<>();
        if (said.words().isEmpty() || said.words().length() > Comment.LONGEST) {
            refused.add(Rejection.ofField("casework.comment-length", TEXT, Comment.LONGEST));
        }
        if (NissMask.isNeededFor(said.words())) {
            refused.add(Rejection.ofField("casework.comment-niss", TEXT));
        }
        if (comments.count(place.dossier().id()) >= Comment.MOST) {
            refused.add(Rejection.ofField("casework.too-many-comments", TEXT, Comment.MOST));
        }
        if (said.mentioned().size() > Comment.MOST_MENTIONED) {
            refused.add(Rejection.ofField("casework.too-many-mentions", MENTIONS, Comment.MOST_MENTIONED));
        } else if (!said.mentioned().isEmpty()) {
            List<Person> mentioned = mentionable(actor, place).all().stream()
                    .filter(person -> said.mentioned().contains(person.id()))
                    .toList();
            if (mentioned.size() < said.mentioned().size()) {
                refused.add(Rejection.ofField("casework.mention-unknown", MENTIONS));
            }
            mentioned.stream()
                    .filter(person -> !reads(person, said.internal(), place))
                    .forEach(person ->
                            refused.add(Rejection.ofField("casework.mention-outside", MENTIONS, person.displayName())));
        }
        if (!refused.isEmpty()) {
            throw new RejectedException(refused);
        }
    }

    /** Whether that person, in one of their capacities, would read what is said from here. */
    private boolean reads(Person person, boolean internal, Place place) {
        Actor reader = new Actor(person.id(), null, SignInLevel.ITSME);
        return types.sees(reader, place.dossier())
                && (!internal
                        || sides.of(reader, place.dossier(), place.contents())
                                .contains(place.sides().get(0)));
    }

    /**
     * Takes the words of a comment away; what is withdrawn stays so.
     *
     * @throws NotFoundException   when there is no such comment, or not for this actor
     * @throws NotAllowedException when somebody else wrote it
     * @throws RejectedException   when its time for that is over
     */
    public void withdraw(Actor actor, DossierNumber number, CommentId id) {
        CaseFile dossier = desk.require(actor, number);
        types.of(dossier.kind()).lock(dossier);
        TransactionMemory.forgetAll();
        Map<String, CaseContent> contents =
                sides.contents(dossier, progress.of(dossier.id()).keySet());
        Comment comment = comments.of(dossier.id(), sides.of(actor, dossier, contents)).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("comment"));
        if (!comment.author().equals(actor.person())) {
            throw new NotAllowedException(Rejection.of("casework.comment-of-other"));
        }
        if (comment.isWithdrawn()) {
            return;
        }
        Instant now = clock.instant();
        if (!comment.mayWithdraw(actor.person(), now)) {
            throw new RejectedException(Rejection.of("casework.comment-stays", Comment.WITHDRAWABLE.toMinutes())
                    .ofState());
        }
        comments.withdraw(id, now);
        record(actor, "withdrawn", comment, dossier);
    }

    /** That it was written, to whom; never what it says. */
    private void record(Actor actor, String what, Comment comment, CaseFile dossier) {
        audit.record(
                AuditEvent.of("case.comment-" + what, "comment", comment.id().value())
                        .by(actor)
                        .changing(
                                null,
                                Map.of(
                                        "dossier", dossier.number().value(),
                                        "audience", comment.internal() ? comment.side() : "EVERYONE",
                                        "mentioned", comment.mentioned().size())));
    }
}
