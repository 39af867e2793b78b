package be.designations.reviews.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import be.designations.reviews.Campaign;
import be.designations.reviews.CampaignId;
import be.designations.reviews.Counts;
import be.designations.reviews.Review;
import be.designations.reviews.ReviewAnswer;
import be.designations.reviews.ReviewItem;
import be.designations.reviews.ReviewStore;
import be.designations.reviews.ScopeCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReviews implements ReviewStore {

    /** Rights that run, of these roles; none of these for all. */
    private static final String RUNNING = """
            a.valid_from <= :at and (a.valid_until is null or a.valid_until > :at)
            and (cardinality(cast(:roles as text[])) = 0 or a.role_code = any(:roles))""";

    private static final String OF_THESE = "from quality q where q.id = any(:qualities)";

    /** The centres first, however few qualities the planner knows of: those of enterprises are many more. */
    private static final String OF_EVERY_CPAS =
            "from quality q where q.organisation_id = any(array(select o.id from organisation o where o.kind = 'CPAS'))";

    private static final String OPEN = "i.answer is null and (a.valid_until is null or a.valid_until > :at)";

    private static final String COUNTS = """
            count(*) as total,
            count(*) filter (where %s) as open,
            count(*) filter (where i.answer = 'CONFIRMED') as confirmed,
            count(*) filter (where i.answer = 'TAKEN_BACK') as taken_back,
            count(*) filter (where i.answer = 'ENDED' or (i.answer is null and a.valid_until <= :at)) as ended,
            count(*) filter (where i.answer = 'NOT_CONFIRMED') as not_confirmed,
            count(*) filter (where i.answer = 'UNANSWERED') as unanswered""".formatted(OPEN);

    private static final String ITEM = """
            select i.position, i.right_id, i.person_id, p.first_name || ' ' || p.last_name as person_name, a.role_code,
                   a.valid_from, a.valid_until, i.answer, b.first_name || ' ' || b.last_name as answered_by_name,
                   i.answered_at, i.reason
              from review_item i
              join role_assignment a on a.id = i.right_id
              join person p on p.id = i.person_id
              left join person b on b.id = i.answered_by
             where i.case_id = :case""";

    private static final String LATE = """
            exists (select from work_item w
                     where w.case_id = part.case_id and w.done_at is null and w.overdue_at is not null)""";

    private static final String PART = """
            select part.position, part.quality_id, part.closed_at, q.kind, o.name_fr, o.name_nl, o.name_de, o.letter_language,
                   o.enterprise_number, c.dossier_number, counts.*,
                   %s as overdue
              from review_part part
              join quality q on q.id = part.quality_id
              join organisation o on o.id = q.organisation_id
              left join case_file c on c.id = part.case_id
              cross join lateral (
                   select %s from review_item i join role_assignment a on a.id = i.right_id
                    where i.case_id = part.case_id) counts
             where part.campaign_id = :campaign""".formatted(LATE, COUNTS);

    private final JdbcClient jdbc;

    JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ScopeCounts count(@Nullable Set<QualityId> qualities, Set<String> roles, Instant at) {
        return scope(
                        jdbc.sql("""
                                select count(distinct a.quality_id) as qualities, count(distinct a.person_id) as people,
                                       count(*) as rights
                                  from (select q.id %s) q join role_assignment a on a.quality_id = q.id
                                 where %s""".formatted(qualities == null ? OF_EVERY_CPAS : OF_THESE, RUNNING)),
                        qualities,
                        roles,
                        at)
                .query((row, number) ->
                        new ScopeCounts(row.getInt("qualities"), row.getInt("people"), row.getInt("rights")))
                .single();
    }

    private static StatementSpec scope(
            StatementSpec statement, @Nullable Set<QualityId> qualities, Set<String> roles, Instant at) {
        StatementSpec asked =
                statement.param("roles", roles.toArray(String[]::new)).param("at", Timestamp.from(at));
        return qualities == null ? asked : asked.param("qualities", qualities(qualities));
    }

    @Override
    public boolean add(Campaign campaign) {
        OrganisationId organisation = campaign.organisation();
        return jdbc.sql("""
                        insert into review_campaign (id, name, organisation_id, role_codes, ends_at, ends_unconfirmed, reason,
                                                     started_by, started_at)
                        values (:id, :name, :organisation, :roles, :endsAt, :endsUnconfirmed, :reason, :by, :at)
                        on conflict (id) do nothing""")
                        .param("id", campaign.id().value())
                        .param("name", campaign.name())
                        .param("organisation", organisation == null ? null : organisation.value())
                        .param("roles", campaign.roles().stream().sorted().toArray(String[]::new))
                        .param("endsAt", Timestamp.from(campaign.endsAt()))
                        .param("endsUnconfirmed", campaign.endsUnconfirmed())
                        .param("reason", campaign.reason())
                        .param("by", campaign.startedBy().value())
                        .param("at", Timestamp.from(campaign.startedAt()))
                        .update()
                == 1;
    }

    @Override
    public void addParts(Campaign campaign, @Nullable Set<QualityId> qualities) {
        scope(
                        jdbc.sql("""
                                insert into review_part (campaign_id, position, quality_id)
                                select :campaign, row_number() over (order by n.name_fr, q.kind, q.id), q.id
                                  from (select q.* %s) q join organisation n on n.id = q.organisation_id
                                 where exists (select from role_assignment a where a.quality_id = q.id and %s)""".formatted(qualities == null ? OF_EVERY_CPAS : OF_THESE, RUNNING)),
                        qualities,
                        campaign.roles(),
                        campaign.startedAt())
                .param("campaign", campaign.id().value())
                .update();
    }

    @Override
    public Optional<Campaign> find(CampaignId id) {
        return jdbc.sql("select * from review_campaign where id = :id")
                .param("id", id.value())
                .query((row, number) -> campaign(row))
                .optional();
    }

    @Override
    public Campaign lock(CampaignId id) {
        return jdbc.sql("select * from review_campaign where id = :id for no key update")
                .param("id", id.value())
                .query((row, number) -> campaign(row))
                .single();
    }

    @Override
    public void close(CampaignId id, Instant at) {
        jdbc.sql("update review_campaign set closed_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void stop(CampaignId id, Campaign.Stop stop) {
        jdbc.sql("update review_campaign set stopped_by = :by, stopped_at = :at, stop_reason = :reason where id = :id")
                .param("by", stop.by().value())
                .param("at", Timestamp.from(stop.at()))
                .param("reason", stop.reason())
                .param("id", id.value())
                .update();
        jdbc.sql("delete from review_part where campaign_id = :id and case_id is null")
                .param("id", id.value())
                .update();
    }

    @Override
    public boolean asksOnly(CampaignId id, Set<QualityId> qualities) {
        return jdbc.sql(
                        "select not exists (select from review_part p where p.campaign_id = :id and p.quality_id <> all(:qualities))")
                .param("id", id.value())
                .param("qualities", qualities(qualities))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Campaign> seen(
            boolean everyCpas,
            Set<OrganisationId> organisations,
            PersonId startedBy,
            Set<OrganisationId> startedIn,
            Set<QualityId> qualities,
            int most) {
        return jdbc.sql("""
                        select * from review_campaign c
                         where (:everyCpas and organisation_id is null) or organisation_id = any(:organisations)
                            or (started_by = :startedBy and organisation_id = any(:startedIn)
                                and not exists (select from review_part p
                                                 where p.campaign_id = c.id and p.quality_id <> all(:qualities)))
                         order by started_at desc, id desc limit :most""")
                .param("everyCpas", everyCpas)
                .param("organisations", ids(organisations))
                .param("startedBy", startedBy.value())
                .param("startedIn", ids(startedIn))
                .param("qualities", qualities(qualities))
                .param("most", most)
                .query((row, number) -> campaign(row))
                .list();
    }

    @Override
    public List<CampaignId> toOpen(Instant at) {
        return jdbc.sql("""
                        select c.id from review_campaign c
                         where c.closed_at is null and c.stopped_at is null and c.ends_at > :at
                           and exists (select from review_part p where p.campaign_id = c.id and p.case_id is null)
                         order by c.ends_at, c.id""").param("at", Timestamp.from(at)).query(UUID.class).list().stream()
                .map(CampaignId::new)
                .toList();
    }

    @Override
    public List<CampaignId> toClose(Instant at) {
        return jdbc.sql("""
                        select c.id from review_campaign c
                         where c.closed_at is null
                           and (c.ends_at <= :at or c.stopped_at is not null
                                or not exists (select from review_part p where p.campaign_id = c.id and p.closed_at is null))
                         order by c.ends_at, c.id""").param("at", Timestamp.from(at)).query(UUID.class).list().stream()
                .map(CampaignId::new)
                .toList();
    }

    @Override
    public List<QualityId> partsToOpen(CampaignId campaign, int most) {
        return jdbc.sql("""
                        select quality_id from review_part where campaign_id = :campaign and case_id is null
                         order by position limit :most""").param("campaign", campaign.value()).param("most", most).query(UUID.class).list().stream()
                .map(QualityId::new)
                .toList();
    }

    @Override
    public boolean takePart(CampaignId campaign, QualityId quality) {
        return jdbc.sql("""
                        select quality_id from review_part
                         where campaign_id = :campaign and quality_id = :quality and case_id is null
                           for update skip locked""")
                .param("campaign", campaign.value())
                .param("quality", quality.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public int snapshot(Campaign campaign, QualityId quality, CaseId dossier, Instant at) {
        return scope(jdbc.sql("""
                                insert into review_item (case_id, position, campaign_id, right_id, person_id)
                                select :case, row_number() over (order by p.last_name, p.first_name, p.id, a.role_code, a.id),
                                       :campaign, a.id, a.person_id
                                  from role_assignment a join person p on p.id = a.person_id
                                 where a.quality_id = any(:qualities) and a.valid_from <= :startedAt and %s""".formatted(RUNNING)), Set.of(quality), campaign.roles(), at)
                .param("case", dossier.value())
                .param("campaign", campaign.id().value())
                .param("startedAt", Timestamp.from(campaign.startedAt()))
                .update();
    }

    @Override
    public void opened(CampaignId campaign, QualityId quality, CaseId dossier) {
        jdbc.sql("update review_part set case_id = :case where campaign_id = :campaign and quality_id = :quality")
                .param("case", dossier.value())
                .param("campaign", campaign.value())
                .param("quality", quality.value())
                .update();
    }

    @Override
    public void dropPart(CampaignId campaign, QualityId quality) {
        jdbc.sql("delete from review_part where campaign_id = :campaign and quality_id = :quality and case_id is null")
                .param("campaign", campaign.value())
                .param("quality", quality.value())
                .update();
    }

    @Override
    public List<DossierNumber> openDossiers(CampaignId campaign, int most) {
        return jdbc.sql("""
                        select c.dossier_number from review_part p join case_file c on c.id = p.case_id
                         where p.campaign_id = :campaign and p.closed_at is null order by p.position limit :most""").param("campaign", campaign.value()).param("most", most).query(String.class).list().stream()
                .map(DossierNumber::new)
                .toList();
    }

    @Override
    public void closePart(CaseId dossier, Instant at) {
        jdbc.sql("update review_part set closed_at = :at where case_id = :case")
                .param("at", Timestamp.from(at))
                .param("case", dossier.value())
                .update();
    }

    @Override
    public Optional<Review> findReview(CaseId dossier, Instant at) {
        return jdbc.sql("""
                        select p.case_id, p.quality_id, p.closed_at as part_closed_at, c.*, counts.*
                          from review_part p
                          join review_campaign c on c.id = p.campaign_id
                          cross join lateral (
                               select %s, max(i.answered_at) filter (where i.answered_by is not null) as last_at,
                                      (array_agg(i.answered_by order by i.answered_at desc)
                                          filter (where i.answered_by is not null))[1] as last_by
                                 from review_item i join role_assignment a on a.id = i.right_id
                                where i.case_id = p.case_id) counts
                         where p.case_id = :case""".formatted(COUNTS))
                .param("case", dossier.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Review(
                        dossier,
                        campaign(row),
                        new QualityId(row.getObject("quality_id", UUID.class)),
                        counts(row),
                        person(row, "last_by"),
                        instant(row, "last_at"),
                        instant(row, "part_closed_at")))
                .optional();
    }

    @Override
    public Optional<Review> lockReview(CaseId dossier, Instant at) {
        jdbc.sql("select case_id from review_part where case_id = :case for update")
                .param("case", dossier.value())
                .query(UUID.class)
                .optional();
        return findReview(dossier, at);
    }

    @Override
    public List<ReviewItem> items(ItemQuery query, int from, boolean backward, int size, Instant at) {
        String state =
                switch (query.state()) {
                    case "open" -> " and " + OPEN;
                    case "answered" -> " and not (" + OPEN + ")";
                    default -> "";
                };
        String typed = query.typed().isBlank()
                ? ""
                : " and position(plain_text(:typed) in plain_text(p.first_name || ' ' || p.last_name || ' ' || p.first_name)) > 0";
        StatementSpec statement = jdbc.sql(ITEM
                        + state
                        + typed
                        + (backward
                                ? " and i.position < :from order by i.position desc limit :size"
                                : " and i.position > :from order by i.position limit :size"))
                .param("case", query.dossier().value())
                .param("from", from)
                .param("size", size);
        if (!state.isEmpty()) {
            statement = statement.param("at", Timestamp.from(at));
        }
        if (!typed.isEmpty()) {
            statement = statement.param("typed", query.typed());
        }
        return statement.query((row, number) -> item(row)).list();
    }

    @Override
    public List<ReviewItem> items(CaseId dossier, Collection<UUID> rights) {
        return jdbc.sql(ITEM + " and i.right_id = any(:rights) order by i.position")
                .param("case", dossier.value())
                .param("rights", rights.toArray(UUID[]::new))
                .query((row, number) -> item(row))
                .list();
    }

    @Override
    public List<ReviewItem> openItems(CaseId dossier) {
        return jdbc.sql(ITEM + " and i.answer is null order by i.position")
                .param("case", dossier.value())
                .query((row, number) -> item(row))
                .list();
    }

    @Override
    public void answer(
            CaseId dossier,
            Collection<UUID> rights,
            ReviewAnswer answer,
            @Nullable PersonId by,
            Instant at,
            @Nullable String reason) {
        if (rights.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update review_item set answer = :answer, answered_by = :by, answered_at = :at, reason = :reason
                         where case_id = :case and right_id = any(:rights) and answer is null""")
                .param("answer", answer.name())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("case", dossier.value())
                .param("rights", rights.toArray(UUID[]::new))
                .update();
    }

    @Override
    public Counts counts(CampaignId campaign, Instant at) {
        return jdbc.sql(
                        "select %s from review_item i join role_assignment a on a.id = i.right_id where i.campaign_id = :campaign"
                                .formatted(COUNTS))
                .param("campaign", campaign.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> counts(row))
                .single();
    }

    @Override
    public PartCounts partCounts(CampaignId campaign) {
        return jdbc.sql("""
                        select count(*) as total, count(*) filter (where part.case_id is null) as to_open,
                               count(*) filter (where part.closed_at is not null) as closed,
                               count(*) filter (where %s) as overdue
                          from review_part part where part.campaign_id = :campaign""".formatted(LATE))
                .param("campaign", campaign.value())
                .query(PartCounts.class)
                .single();
    }

    @Override
    public List<Part> parts(
            CampaignId campaign, String state, String typed, int from, boolean backward, int size, Instant at) {
        String which =
                switch (state) {
                    case "open" -> " and part.closed_at is null";
                    case "closed" -> " and part.closed_at is not null";
                    case "late" -> " and " + LATE;
                    default -> "";
                };
        String named = typed.isBlank()
                ? ""
                : " and position(plain_text(:typed) in plain_text(o.name_fr || ' ' || o.name_nl || ' ' || o.name_de)) > 0";
        StatementSpec statement = jdbc.sql(PART
                        + which
                        + named
                        + (backward
                                ? " and part.position < :from order by part.position desc limit :size"
                                : " and part.position > :from order by part.position limit :size"))
                .param("campaign", campaign.value())
                .param("at", Timestamp.from(at))
                .param("from", from)
                .param("size", size);
        if (!named.isEmpty()) {
            statement = statement.param("typed", typed);
        }
        return statement.query((row, number) -> part(row)).list();
    }

    @Override
    public void eachPart(CampaignId campaign, Instant at, Consumer<Part> reader) {
        try (Stream<Part> parts = jdbc
                .sql(PART + " order by part.position")
                .param("campaign", campaign.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> part(row))
                .stream()) {
            parts.forEach(reader);
        }
    }

    private static UUID[] qualities(Set<QualityId> qualities) {
        return qualities.stream().map(QualityId::value).toArray(UUID[]::new);
    }

    private static UUID[] ids(Set<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Campaign(
                new CampaignId(row.getObject("id", UUID.class)),
                row.getString("name"),
                organisation == null ? null : new OrganisationId(organisation),
                Set.of((String[]) row.getArray("role_codes").getArray()),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("ends_unconfirmed"),
                row.getString("reason"),
                new PersonId(row.getObject("started_by", UUID.class)),
                row.getTimestamp("started_at").toInstant(),
                stop(row),
                instant(row, "closed_at"));
    }

    private static Campaign.@Nullable Stop stop(ResultSet row) throws SQLException {
        PersonId by = person(row, "stopped_by");
        return by == null
                ? null
                : new Campaign.Stop(by, row.getTimestamp("stopped_at").toInstant(), row.getString("stop_reason"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("total"),
                row.getInt("open"),
                row.getInt("confirmed"),
                row.getInt("taken_back"),
                row.getInt("ended"),
                row.getInt("not_confirmed"),
                row.getInt("unanswered"));
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new ReviewItem(
                row.getInt("position"),
                row.getObject("right_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                row.getString("role_code"),
                row.getTimestamp("valid_from").toInstant(),
                instant(row, "valid_until"),
                answer == null ? null : ReviewAnswer.valueOf(answer),
                row.getString("answered_by_name"),
                instant(row, "answered_at"),
                row.getString("reason"));
    }

    private static Part part(ResultSet row) throws SQLException {
        String number = row.getString("dossier_number");
        return new Part(
                row.getInt("position"),
                new OrganisationName(
                        row.getString("name_fr"),
                        row.getString("name_nl"),
                        row.getString("name_de"),
                        Language.of(row.getString("letter_language"))),
                row.getString("enterprise_number"),
                new QualityId(row.getObject("quality_id", UUID.class)),
                row.getString("kind"),
                number == null ? null : new DossierNumber(number),
                instant(row, "closed_at") != null,
                row.getBoolean("overdue"),
                counts(row));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
