package be.designations.reviews;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.Rights;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.CaseFile;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends rights by a review: each end names the dossier, who decided and why, and the person hears of it. */
@Component
class ReviewEnds {

    private final AccessModel access;
    private final Rights rights;
    private final AuditLog audit;
    private final ReviewMails mails;

    ReviewEnds(AccessModel access, Rights rights, AuditLog audit, ReviewMails mails) {
        this.access = access;
        this.rights = rights;
        this.audit = audit;
        this.mails = mails;
    }

    void takeBack(CaseFile dossier, Review review, List<ReviewItem> items, Actor by, Instant at, String reason) {
        Map<PersonId, List<String>> lost = end(
                dossier,
                Basis.of(dossier.id().value(), "review-taken-back", by.person(), at, null, reason.strip()),
                items,
                by.actingFor());
        mails.takenBack(dossier, review, lost, by.person(), at, reason.strip());
    }

    /** Who started the campaign said that what is not confirmed ends (D47). */
    void endUnconfirmed(CaseFile dossier, Review review, List<ReviewItem> items, Instant at) {
        Campaign campaign = review.campaign();
        Map<PersonId, List<String>> lost = end(
                dossier,
                Basis.of(
                        dossier.id().value(),
                        "review-not-confirmed",
                        campaign.startedBy(),
                        at,
                        null,
                        campaign.name() + " – " + campaign.reason()),
                items,
                null);
        mails.notConfirmed(dossier, review, lost, at);
    }

    /** @return the roles that each person has lost */
    private Map<PersonId, List<String>> end(
            CaseFile dossier, Basis basis, List<ReviewItem> items, @Nullable OrganisationId actingFor) {
        access.save(basis);
        rights.end(items.stream().map(ReviewItem::right).toList(), basis.decidedAt(), basis.id());
        Map<PersonId, List<String>> lost = items.stream()
                .collect(Collectors.groupingBy(
                        ReviewItem::person,
                        LinkedHashMap::new,
                        Collectors.mapping(ReviewItem::role, Collectors.toList())));
        lost.forEach((person, roles) -> {
            AuditEvent event = AuditEvent.of("reviews." + basis.operation(), "person", person.value())
                    .changing(
                            Map.of(
                                    "roles",
                                    roles,
                                    "organisation",
                                    dossier.organisation().value(),
                                    "dossier",
                                    dossier.number().value()),
                            null)
                    .justifiedBy(basis.id().value());
            PersonId by = basis.decidedBy();
            audit.record(by == null ? event : event.by(by.value(), actingFor == null ? null : actingFor.value()));
        });
        return lost;
    }
}
