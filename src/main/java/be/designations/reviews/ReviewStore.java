package be.designations.reviews;

import be.designations.access.QualityId;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Campaigns, their parts and their rights, as they are stored. */
public interface ReviewStore {

    /** @param qualities null for those of every CPAS */
    ScopeCounts count(@Nullable Set<QualityId> qualities, Set<String> roles, Instant at);

    /** @return false when it was there already */
    boolean add(Campaign campaign);

    /**
     * The qualities with rights in the scope.
     *
     * @param qualities as in {@link #count}
     */
    void addParts(Campaign campaign, @Nullable Set<QualityId> qualities);

    Optional<Campaign> find(CampaignId id);

    /** As {@link #find}, held back from others until this transaction ends. */
    Campaign lock(CampaignId id);

    void close(CampaignId id, Instant at);

    /** Notes that it is stopped, and leaves out the qualities whose dossier is not opened. */
    void stop(CampaignId id, Campaign.Stop stop);

    /** Whether it asks nothing of another quality. */
    boolean asksOnly(CampaignId id, Set<QualityId> qualities);

    /**
     * The campaigns that somebody sees, the latest first.
     *
     * @param everyCpas     whether those of every CPAS are among them
     * @param organisations besides those of these
     * @param startedBy     besides those that this person started in one of {@code startedIn}, of these qualities only
     */
    List<Campaign> seen(
            boolean everyCpas,
            Set<OrganisationId> organisations,
            PersonId startedBy,
            Set<OrganisationId> startedIn,
            Set<QualityId> qualities,
            int most);

    /** The running campaigns in which a dossier is to be opened. */
    List<CampaignId> toOpen(Instant at);

    /** The campaigns that are over or stopped, or in which everything is closed. */
    List<CampaignId> toClose(Instant at);

    /** The qualities whose dossier is not opened, in the order of the campaign. */
    List<QualityId> partsToOpen(CampaignId campaign, int most);

    /** Holds one of these back from others; false when another node holds it, or has opened its dossier. */
    boolean takePart(CampaignId campaign, QualityId quality);

    /** Notes the rights of that quality; answers with how many. */
    int snapshot(Campaign campaign, QualityId quality, CaseId dossier, Instant at);

    void opened(CampaignId campaign, QualityId quality, CaseId dossier);

    /** The quality has nothing in the scope any more. */
    void dropPart(CampaignId campaign, QualityId quality);

    /** The dossiers of that campaign that are open. */
    List<DossierNumber> openDossiers(CampaignId campaign, int most);

    void closePart(CaseId dossier, Instant at);

    Optional<Review> findReview(CaseId dossier, Instant at);

    /** As {@link #findReview}, held back from others until this transaction ends. */
    Optional<Review> lockReview(CaseId dossier, Instant at);

    /**
     * Which rights of a review.
     *
     * @param state {@code open}, {@code answered} or anything else for all
     * @param typed a part of a name; blank for all
     */
    record ItemQuery(CaseId dossier, String state, String typed) {}

    /**
     * In their order.
     *
     * @param from     a position, itself left out
     * @param backward whether those before it, the nearest first
     */
    List<ReviewItem> items(ItemQuery query, int from, boolean backward, int size, Instant at);

    /** Those of these rights that are in the review. */
    List<ReviewItem> items(CaseId dossier, Collection<UUID> rights);

    /** Those that wait for an answer. */
    List<ReviewItem> openItems(CaseId dossier);

    /** @param by null when the campaign does it */
    void answer(
            CaseId dossier,
            Collection<UUID> rights,
            ReviewAnswer answer,
            @Nullable PersonId by,
            Instant at,
            @Nullable String reason);

    Counts counts(CampaignId campaign, Instant at);

    /** How many dossiers a campaign has. */
    PartCounts partCounts(CampaignId campaign);

    /**
     * @param toOpen  those whose dossier is not opened yet
     * @param overdue those open ones whose managers have been told that it is late
     */
    record PartCounts(int total, int toOpen, int closed, int overdue) {}

    /**
     * One quality of a campaign.
     *
     * @param number null while its dossier is not opened
     */
    record Part(
            int position,
            OrganisationName entity,
            String enterpriseNumber,
            QualityId quality,
            String qualityKind,
            @Nullable DossierNumber number,
            boolean closed,
            boolean overdue,
            Counts counts) {}

    /**
     * In their order.
     *
     * @param state {@code open}, {@code late}, {@code closed} or anything else for all
     */
    List<Part> parts(CampaignId campaign, String state, String typed, int from, boolean backward, int size, Instant at);

    /** All of them, one after the other. */
    void eachPart(CampaignId campaign, Instant at, Consumer<Part> reader);
}
