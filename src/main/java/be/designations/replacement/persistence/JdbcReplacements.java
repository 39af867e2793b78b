package be.designations.replacement.persistence;

import be.designations.access.DomainCode;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Translated;
import be.designations.casework.CaseId;
import be.designations.casework.DossierNumber;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.management.Ties;
import be.designations.replacement.EndedTie;
import be.designations.replacement.Replacement;
import be.designations.replacement.ReplacementStatus;
import be.designations.replacement.ReplacementStore;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReplacements implements ReplacementStore {

    private static final String SELECT =
            "select manager_replacement.*, responsibility_id as responsibility from manager_replacement where ";

    /** Which working relationships allow what; the rule itself stands with the rules of managers. */
    private static final String ALLOWED = """
            with allowed as (
                select * from unnest(cast(:kinds as text[]), cast(:categories as text[])) as pair (kind, category))
            """;

    private static final String FUNCTION = """
            exists (select from legal_function f
                     where f.person_id = r.person_id and f.organisation_id = r.organisation_id
                       and f.valid_from <= :at and (f.valid_until is null or f.valid_until > :at))
            """;

    private static final String RELATIONSHIP = """
            exists (select from working_relationship w join allowed on allowed.category = w.category
                     where w.person_id = r.person_id and w.organisation_id = r.organisation_id
                       and allowed.kind = r.kind
                       and w.valid_from <= :at and (w.valid_until is null or w.valid_until > :at))
            """;

    private static final String TIED = "(" + FUNCTION + " or " + RELATIONSHIP + ")";

    /** A tie that ended before somebody became that is not what it rests on. */
    private static final String LOST = ALLOWED + """
            , ended as (
                select person_id, organisation_id, valid_until, cast(null as text) as category
                  from legal_function where valid_until <= :at %1$s
                union all
                select person_id, organisation_id, valid_until, category
                  from working_relationship where valid_until <= :at %1$s)
            select r.id as responsibility, r.ended_at
              from (select held.id, held.kind, held.person_id, held.organisation_id, max(ended.valid_until) as ended_at
                      from responsibility held
                      join ended on ended.person_id = held.person_id and ended.organisation_id = held.organisation_id
                     where held.kind <> 'USER' and held.valid_from <= :at
                       and (held.valid_until is null or held.valid_until > :at)
                       and held.valid_from < ended.valid_until
                       and (ended.category is null or exists (
                            select from allowed where allowed.kind = held.kind and allowed.category = ended.category))
                       %2$s
                     group by held.id) r
             where not
            """ + FUNCTION + " and not " + RELATIONSHIP + """
               and not exists (select from manager_replacement m
                                where m.responsibility_id = r.id and (m.outcome is null or m.tie_ended_at >= r.ended_at))
               and (cast(:after as uuid) is null
                    or (r.ended_at, r.id) > (cast(:afterEnd as timestamptz), cast(:after as uuid)))
             order by r.ended_at, r.id limit :most""";

    /** Left to itself the planner reads every tie that has ended. */
    private static final String OF_ONE = "and person_id = (select person_id from responsibility where id = :id)";

    private static final int MOST_OF_ONE_PERSON = 1_000;
    private static final String OF_PERSON = "and person_id = :person and organisation_id = :organisation";

    private final JdbcClient jdbc;
    private final String[] kinds;
    private final String[] categories;

    JdbcReplacements(JdbcClient jdbc, Ties ties) {
        this.jdbc = jdbc;
        List<String> allowedKinds = new ArrayList<>();
        List<String> allowedCategories = new ArrayList<>();
        for (ResponsibilityKind kind : ResponsibilityKind.values()) {
            for (RelationshipCategory category : ties.allowing(kind)) {
                allowedKinds.add(kind.name());
                allowedCategories.add(category.name());
            }
        }
        this.kinds = allowedKinds.toArray(String[]::new);
        this.categories = allowedCategories.toArray(String[]::new);
    }

    @Override
    public List<LostTie> lost(Instant at, @Nullable LostTie after, int size) {
        return lostTies(jdbc.sql(LOST.formatted("", "")), at, after, size);
    }

    @Override
    public List<LostTie> lostBy(PersonId person, OrganisationId organisation, Instant at) {
        return lostTies(
                jdbc.sql(LOST.formatted(OF_PERSON, ""))
                        .param("person", person.value())
                        .param("organisation", organisation.value()),
                at,
                null,
                MOST_OF_ONE_PERSON);
    }

    @Override
    public Optional<LostTie> lockLost(UUID responsibility, Instant at) {
        boolean free = jdbc.sql("select id from responsibility where id = :id for no key update skip locked")
                .param("id", responsibility)
                .query(UUID.class)
                .optional()
                .isPresent();
        return free
                ? lostTies(
                                jdbc.sql(LOST.formatted(OF_ONE, "and held.id = :id"))
                                        .param("id", responsibility),
                                at,
                                null,
                                1)
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    private List<LostTie> lostTies(StatementSpec statement, Instant at, @Nullable LostTie after, int most) {
        return withRule(statement)
                .param("after", after == null ? null : after.responsibility())
                .param("afterEnd", after == null ? null : Timestamp.from(after.endedAt()))
                .param("at", Timestamp.from(at))
                .param("most", most)
                .query(LostTie.class)
                .list();
    }

    @Override
    public List<CaseId> settled(Instant at, @Nullable CaseId after, int size) {
        return withRule(jdbc.sql(ALLOWED + """
                        select m.case_id from manager_replacement m join responsibility r on r.id = m.responsibility_id
                         where m.outcome is null and (r.valid_until <= :at or %s)
                           and (cast(:after as uuid) is null
                                or (m.asked_at, m.case_id) > (select asked_at, case_id from manager_replacement
                                                               where case_id = cast(:after as uuid)))
                         order by m.asked_at, m.case_id limit :size""".formatted(TIED)))
                .param("at", Timestamp.from(at))
                .param("after", after == null ? null : after.value())
                .param("size", size)
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    @Override
    public boolean isTied(Responsibility responsibility, Instant at) {
        return withRule(jdbc.sql(ALLOWED + "select " + TIED + " from responsibility r where r.id = :id"))
                .param("id", responsibility.id())
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isToBeReplaced(PersonId person, OrganisationId organisation, Instant at) {
        boolean asked = jdbc.sql("""
                        select exists (select from manager_replacement m join responsibility r on r.id = m.responsibility_id
                                        where m.outcome is null and r.person_id = :person
                                          and r.organisation_id = :organisation)""")
                .param("person", person.value())
                .param("organisation", organisation.value())
                .query(Boolean.class)
                .single();
        return asked
                || !lostTies(
                                jdbc.sql(LOST.formatted(OF_PERSON, "and held.kind = any(:managers)"))
                                        .param("person", person.value())
                                        .param("organisation", organisation.value())
                                        .param(
                                                "managers",
                                                ResponsibilityKind.ENTITY_MANAGERS.stream()
                                                        .map(Enum::name)
                                                        .toArray(String[]::new)),
                                at,
                                null,
                                1)
                        .isEmpty();
    }

    @Override
    public List<DossierNumber> leftRunning(@Nullable DossierNumber after, int size) {
        return jdbc
                .sql("""
                        select c.dossier_number from manager_replacement m join case_file c on c.id = m.case_id
                         where m.outcome is not null
                           and exists (select from process_step s where s.case_id = m.case_id and s.left_at is null)
                           and (cast(:after as text) is null
                                or (m.settled_at, m.case_id) < (select r.settled_at, r.case_id
                                                                  from manager_replacement r join case_file f on f.id = r.case_id
                                                                 where f.dossier_number = cast(:after as text)))
                         order by m.settled_at desc, m.case_id desc limit :size""")
                .param("after", after == null ? null : after.value())
                .param("size", size)
                .query(String.class)
                .list()
                .stream()
                .map(DossierNumber::new)
                .toList();
    }

    private StatementSpec withRule(StatementSpec statement) {
        return statement.param("kinds", kinds).param("categories", categories);
    }

    @Override
    public void add(Replacement replacement) {
        jdbc.sql("""
                        insert into manager_replacement (case_id, responsibility_id, tie_ended_at, asked_at)
                        values (:case, :responsibility, :endedAt, :askedAt)""")
                .param("case", replacement.caseId().value())
                .param("responsibility", replacement.responsibility())
                .param("endedAt", Timestamp.from(replacement.tieEndedAt()))
                .param("askedAt", Timestamp.from(replacement.askedAt()))
                .update();
    }

    @Override
    public void update(Replacement replacement) {
        ReplacementStatus outcome = replacement.outcome();
        PersonId by = replacement.settledBy();
        Instant at = replacement.settledAt();
        jdbc.sql("""
                        update manager_replacement
                           set outcome = :outcome, settled_by = :by, settled_at = :at, reason = :reason
                         where case_id = :case""")
                .param("outcome", outcome == null ? null : outcome.name())
                .param("by", by == null ? null : by.value())
                .param("at", at == null ? null : Timestamp.from(at))
                .param("reason", replacement.reason())
                .param("case", replacement.caseId().value())
                .update();
    }

    @Override
    public Optional<Replacement> find(CaseId caseId) {
        return one("case_id = :case", caseId);
    }

    @Override
    public Optional<Replacement> lock(CaseId caseId) {
        return one("case_id = :case for update", caseId);
    }

    private Optional<Replacement> one(String condition, CaseId caseId) {
        return jdbc.sql(SELECT + condition)
                .param("case", caseId.value())
                .query(Replacement.class)
                .optional();
    }

    @Override
    public List<Replacement> lockOpen(Collection<UUID> responsibilities) {
        return jdbc.sql(SELECT + "responsibility_id = any(:ids) and outcome is null order by case_id for update")
                .param("ids", responsibilities.toArray(UUID[]::new))
                .query(Replacement.class)
                .list();
    }

    @Override
    public EndedTie tieEnded(Responsibility responsibility, Instant at) {
        return withRule(jdbc.sql(ALLOWED + """
                        select kind as function, null as relationship from legal_function
                         where person_id = :person and organisation_id = :organisation and valid_until = :at
                        union all
                        select null, w.category from working_relationship w join allowed on allowed.category = w.category
                         where w.person_id = :person and w.organisation_id = :organisation and w.valid_until = :at
                           and allowed.kind = :kind
                         order by 1 nulls last, 2 limit 1"""))
                .param("person", responsibility.person().value())
                .param("organisation", responsibility.organisation().value())
                .param("kind", responsibility.kind().name())
                .param("at", Timestamp.from(at))
                .query(EndedTie.class)
                .optional()
                .orElse(new EndedTie(null, null));
    }

    @Override
    public Translated nameOf(DomainCode domain) {
        return jdbc.sql("select name_fr as fr, name_nl as nl, name_de as de from access_domain where code = :code")
                .param("code", domain.value())
                .query(Translated.class)
                .single();
    }
}
