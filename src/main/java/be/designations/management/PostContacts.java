package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Contact;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How somebody is reached for what they are: those whom they manage read it (“Vos Responsables”). It is corrected without
 * designating anew, by themselves or by whoever may change the post. <i>Source: A2, S003 (contact of the principal manager).</i>
 *
 * <p>Every operation throws {@link NotFoundException} when there is no such post, it has ended, or it is none that the actor sees,
 * and {@link NotAllowedException} when they see it but may not.
 */
@Service
@Transactional
public class PostContacts {

    private final AccessModel access;
    private final Managers managers;
    private final Directory directory;
    private final ManagementRecord record;
    private final ManagementMails mails;
    private final Clock clock;

    PostContacts(
            AccessModel access,
            Managers managers,
            Directory directory,
            ManagementRecord record,
            ManagementMails mails,
            Clock clock) {
        this.access = access;
        this.managers = managers;
        this.directory = directory;
        this.record = record;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * A post that runs.
     *
     * @param contact null when none was said: then the person’s own shows
     * @param own     whether it is the actor’s
     */
    public record Held(
            UUID id,
            Place place,
            ResponsibilityKind kind,
            PersonId person,
            String name,
            @Nullable Contact contact,
            boolean own) {}

    @Transactional(readOnly = true)
    public Held of(Actor actor, UUID responsibility) {
        Instant now = clock.instant();
        Standing standing = access.findResponsibility(responsibility, now)
                .filter(it -> it.responsibility().kind() != ResponsibilityKind.USER)
                .filter(it -> it.responsibility().runs(now))
                .orElseThrow(() -> new NotFoundException("responsibility"));
        Responsibility held = standing.responsibility();
        boolean own = held.person().equals(actor.person())
                && !standing.isBlocked()
                && actor.level().isAtLeast(SignInLevel.ITSME);
        return new Held(
                responsibility,
                own
                        ? new Place(directory.organisation(held.organisation()), null, null)
                        : managers.managed(actor, responsibility).place(),
                held.kind(),
                held.person(),
                directory.person(held.person()).displayName(),
                held.contact(),
                own);
    }

    /**
     * Corrects it, and tells the holder unless they did it; saying again what is known changes nothing.
     *
     * @throws RejectedException when the address or the number cannot be one
     */
    public void correct(Actor actor, UUID responsibility, Contact wanted) {
        Held held = of(actor, responsibility);
        Contact contact = new Contact(wanted.email().strip(), wanted.phone().strip());
        RejectedException.throwIfAny(Stream.of(
                        WorkingRelationshipPolicy.checkEmail(contact.email()),
                        WorkingRelationshipPolicy.checkPhone(contact.phone()))
                .flatMap(Optional::stream)
                .toList());
        if (contact.equals(held.contact())) {
            return;
        }
        access.changeContact(responsibility, contact);
        // The log is kept for ever: it says that, not what.
        record.edited(
                "management.post-contact-changed",
                actor,
                held.place(),
                "responsibility",
                responsibility,
                null,
                Map.of(
                        "email", isOther(held.contact(), contact, Contact::email),
                        "phone", isOther(held.contact(), contact, Contact::phone)));
        if (!actor.person().equals(held.person())) {
            mails.contactChanged(actor, held.place(), held.person());
        }
    }

    private static boolean isOther(@Nullable Contact before, Contact after, Function<Contact, String> part) {
        return !Optional.ofNullable(before).map(part).equals(Optional.of(part.apply(after)));
    }
}
