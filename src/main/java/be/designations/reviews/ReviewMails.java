package be.designations.reviews;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.Deadlines;
import be.designations.casework.QualityDesk;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.notification.AddressBook;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Notifications;
import be.designations.notification.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who is told what of a campaign. */
@Component
class ReviewMails {

    private final Notifications notifications;
    private final AddressBook addresses;
    private final QualityDesk desk;
    private final ReviewStore store;
    private final AccessModel access;
    private final Catalogue catalogue;
    private final Deadlines deadlines;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    ReviewMails(
            Notifications notifications,
            AddressBook addresses,
            QualityDesk desk,
            ReviewStore store,
            AccessModel access,
            Catalogue catalogue,
            Deadlines deadlines,
            Directory directory,
            MessageSource messages,
            Clock clock) {
        this.notifications = notifications;
        this.addresses = addresses;
        this.desk = desk;
        this.store = store;
        this.access = access;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    void asked(CaseFile dossier, Review review) {
        List<Recipient> managers = desk.recipients(dossier.organisation(), review.quality(), null);
        // The mailbox of the entity stands in while nobody of it can be written to.
        List<Recipient> to = managers.isEmpty() ? List.of(addresses.organisation(dossier.organisation())) : managers;
        to.forEach(recipient -> notifications.write(place(
                        Message.of(NotificationKind.REVIEW_ASKED, recipient)
                                .inCase(dossier.id().value(), dossier.number().value()),
                        dossier.organisation(),
                        review.quality())
                .with(Detail.CAMPAIGN, review.campaign().name())
                .with(Detail.REASON, review.campaign().reason())
                .with(Detail.DEADLINE, Days.lastBefore(deadlines.dueFor(AccessReviewCase.REVIEW_RIGHTS)))
                .with(Detail.LAST_DAY, Days.lastBefore(review.campaign().endsAt()))
                .with(Detail.CHANGE, consequence(review.campaign(), recipient))));
    }

    /** A reminder with the day on which the campaign ends, and what then becomes of what has no answer. */
    Message late(CaseFile dossier, Message reminder) {
        Campaign campaign =
                store.findReview(dossier.id(), clock.instant()).orElseThrow().campaign();
        return reminder.with(Detail.CAMPAIGN, campaign.name())
                .with(Detail.LAST_DAY, Days.lastBefore(campaign.endsAt()))
                .with(Detail.CHANGE, consequence(campaign, reminder.recipient()));
    }

    private String consequence(Campaign campaign, Recipient to) {
        return text(campaign.endsUnconfirmed() ? "reviews.mail.ends" : "reviews.mail.listed", to);
    }

    void takenBack(
            CaseFile dossier, Review review, Map<PersonId, List<String>> lost, PersonId by, Instant at, String reason) {
        String manager = directory.person(by).displayName();
        tell(NotificationKind.REVIEW_TAKEN_BACK, dossier, review, lost, at, mail -> mail.with(Detail.MANAGER, manager)
                .with(Detail.REASON, reason));
    }

    void notConfirmed(CaseFile dossier, Review review, Map<PersonId, List<String>> lost, Instant at) {
        tell(NotificationKind.REVIEW_NOT_CONFIRMED, dossier, review, lost, at, UnaryOperator.identity());
    }

    private void tell(
            NotificationKind kind,
            CaseFile dossier,
            Review review,
            Map<PersonId, List<String>> lost,
            Instant at,
            UnaryOperator<Message> more) {
        Map<String, Role> roles =
                catalogue.roles(lost.values().stream().flatMap(List::stream).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Role::code, Function.identity()));
        for (Recipient to : addresses.people(lost.keySet())) {
            Language language = Language.of(to.language().getLanguage());
            String names = lost.getOrDefault(new PersonId(Objects.requireNonNull(to.person())), List.of()).stream()
                    .map(roles::get)
                    .filter(Objects::nonNull)
                    .map(role -> role.name().in(language))
                    .sorted()
                    .collect(Collectors.joining(", "));
            notifications.write(
                    more.apply(place(Message.of(kind, to).linkingTo("/me"), dossier.organisation(), review.quality())
                            .with(Detail.CAMPAIGN, review.campaign().name())
                            .with(Detail.APPLICATIONS, names)
                            .with(Detail.EFFECTIVE_DATE, Days.of(at))));
        }
    }

    /** To whoever started the campaign: what came of it. */
    void closed(Campaign campaign, Counts counts) {
        for (Recipient to : addresses.people(Set.of(campaign.startedBy()))) {
            notifications.write(Message.of(NotificationKind.REVIEW_CLOSED, to)
                    .linkingTo("/reviews/" + campaign.id().value())
                    .with(Detail.CAMPAIGN, campaign.name())
                    .with(
                            Detail.CHANGE,
                            messages.getMessage(
                                    "reviews.mail.result",
                                    new Object[] {
                                        counts.total(),
                                        counts.confirmed(),
                                        counts.takenBack(),
                                        counts.ended(),
                                        counts.notConfirmed(),
                                        counts.unanswered()
                                    },
                                    to.language())));
        }
    }

    private Message place(Message message, OrganisationId organisation, QualityId id) {
        Recipient to = message.recipient();
        Quality quality = access.findQuality(id).orElseThrow();
        return message.with(
                        Detail.ENTITY,
                        directory
                                .organisation(organisation)
                                .name(Language.of(to.language().getLanguage())))
                .with(Detail.QUALITY, text("quality." + quality.kind().name(), to));
    }

    private String text(String key, Recipient to) {
        return Objects.requireNonNull(messages.getMessage(key, null, to.language()));
    }
}
