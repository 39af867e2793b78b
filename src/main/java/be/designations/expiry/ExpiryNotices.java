package be.designations.expiry;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.BelgianDates;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.expiry.ExpiryStore.Times;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells, thirty and seven days before a right or a working relationship ends, the person and who manages it: once each, in one mail a
 * person and entity. Nothing ends by it. <i>Source: D41.</i>
 */
@Service
public class ExpiryNotices {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryNotices.class);
    private static final int ENTITIES_AT_ONCE = 500;
    private static final int LINES_OF_A_MAIL = 30;

    private final ExpiryStore endings;
    private final AccessModel access;
    private final Catalogue catalogue;
    private final Directory directory;
    private final AddressBook addresses;
    private final Notifications notifications;
    private final MessageSource messages;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final BelgianDates dates = new BelgianDates();

    ExpiryNotices(
            ExpiryStore endings,
            AccessModel access,
            Catalogue catalogue,
            Directory directory,
            AddressBook addresses,
            Notifications notifications,
            MessageSource messages,
            TransactionOperations transaction,
            Clock clock) {
        this.endings = endings;
        this.access = access;
        this.catalogue = catalogue;
        this.directory = directory;
        this.addresses = addresses;
        this.notifications = notifications;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static RecurringJob expiryNoticesJob(ExpiryNotices notices) {
        return new RecurringJob("expiry-notices", Duration.ofHours(1), notices::run);
    }

    public void run() {
        Times times = Expiry.times(clock.instant());
        for (OrganisationId entity : endings.withUntold(times, ENTITIES_AT_ONCE)) {
            // What fails for one is tried again at the next run, and keeps the others from nothing.
            try {
                transaction.executeWithoutResult(status -> tell(entity, times));
            } catch (RuntimeException failed) {
                LOG.error("what ends soon was not told in {}", entity, failed);
            }
        }
    }

    private void tell(OrganisationId id, Times times) {
        List<Ending> untold = endings.untold(id, times);
        if (untold.isEmpty()) {
            return;
        }
        Set<UUID> first = endings.note(untold, times);
        List<Ending> told =
                untold.stream().filter(ending -> first.contains(ending.id())).toList();
        if (told.isEmpty()) {
            return;
        }
        Organisation entity = directory.organisation(id);
        Set<String> codes = told.stream()
                .filter(ending -> ending.kind() == Ending.Kind.RIGHT)
                .map(Ending::code)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Role> roles = (codes.isEmpty() ? List.<Role>of() : catalogue.roles(codes))
                .stream().collect(Collectors.toUnmodifiableMap(Role::code, role -> role));
        Map<PersonId, List<Ending>> own =
                told.stream().collect(Collectors.groupingBy(Ending::person, LinkedHashMap::new, Collectors.toList()));
        addresses
                .people(own.keySet())
                .forEach(to -> write(
                        NotificationKind.ACCESS_ENDING,
                        to,
                        entity,
                        lines(own.getOrDefault(of(to), List.of()), roles, false, to.language()),
                        "/me"));
        Map<PersonId, List<Ending>> managed = managed(id, told, times.now());
        List<Recipient> managers = addresses.people(managed.keySet());
        String path = "/entities/" + entity.enterpriseNumber().value() + "/ending";
        managers.forEach(to -> write(
                NotificationKind.ACCESS_ENDING_TOLD,
                to,
                entity,
                lines(managed.getOrDefault(of(to), List.of()), roles, true, to.language()),
                path));
        if (managers.isEmpty()) {
            Recipient mailbox = addresses.organisation(id);
            write(
                    NotificationKind.ACCESS_ENDING_TOLD,
                    mailbox,
                    entity,
                    lines(told, roles, true, mailbox.language()),
                    path);
        }
    }

    /** Of a right the local manager of its quality; of the rest, and where there is none, whoever manages the entity. Nobody of their own. */
    private Map<PersonId, List<Ending>> managed(OrganisationId entity, List<Ending> told, Instant now) {
        List<PersonId> ofEntity = access.holders(entity, ResponsibilityKind.ENTITY_MANAGERS, now).stream()
                .distinct()
                .toList();
        Map<QualityId, PersonId> ofQualities = new HashMap<>();
        access.qualitiesOf(List.of(entity)).stream().map(Quality::id).forEach(quality -> access.localManager(
                        quality, now)
                .filter(held -> access.findResponsibility(held.id(), now)
                        .filter(standing -> !standing.isBlocked())
                        .isPresent())
                .map(Responsibility::person)
                .ifPresent(person -> ofQualities.put(quality, person)));
        Map<PersonId, List<Ending>> managed = new LinkedHashMap<>();
        for (Ending ending : told) {
            PersonId local = ending.quality() == null ? null : ofQualities.get(ending.quality());
            List<PersonId> asked = local == null || local.equals(ending.person()) ? ofEntity : List.of(local);
            asked.stream()
                    .filter(manager -> !manager.equals(ending.person()))
                    .forEach(manager -> managed.computeIfAbsent(manager, id -> new ArrayList<>())
                            .add(ending));
        }
        return managed;
    }

    private static PersonId of(Recipient person) {
        return new PersonId(Objects.requireNonNull(person.person()));
    }

    private void write(NotificationKind kind, Recipient to, Organisation entity, String ending, String path) {
        notifications.write(Message.of(kind, to)
                .linkingTo(path)
                .with(Detail.ENTITY, entity.name(Language.of(to.language().getLanguage())))
                .with(Detail.ENDING, ending));
    }

    private String lines(List<Ending> told, Map<String, Role> roles, boolean withNames, Locale locale) {
        String shown = told.stream()
                .limit(LINES_OF_A_MAIL)
                .map(ending -> (withNames ? ending.personName() + ", " : "") + what(ending, roles, locale) + ", "
                        + dates.lastDay(ending.until()))
                .collect(Collectors.joining("; "));
        return told.size() > LINES_OF_A_MAIL ? shown + " … (" + told.size() + ")" : shown;
    }

    private String what(Ending ending, Map<String, Role> roles, Locale locale) {
        Role role = roles.get(ending.code());
        return ending.kind() == Ending.Kind.RELATIONSHIP
                ? messages.getMessage("replacement.tie." + ending.code(), null, locale)
                : role == null ? ending.code() : role.name().in(Language.of(locale.getLanguage()));
    }
}
