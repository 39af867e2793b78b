package be.designations.access.persistence;

import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQualities implements Qualities {

    /** Those who manage a subdivision at the instant {@code :at}, unblocked. */
    private static final String MANAGERS = """
             from responsibility r
            where r.kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
              and tstzrange(r.valid_from, r.valid_until) @> cast(:at as timestamptz)
              and not exists (select 1 from responsibility_block b
                               where b.responsibility_id = r.id
                                 and tstzrange(b.blocked_from, b.blocked_until) @> cast(:at as timestamptz))
            """;

    private final JdbcClient jdbc;

    JdbcQualities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isActive(OrganisationId organisation, QualityKind kind) {
        return jdbc.sql("""
                        select exists (select 1 from quality
                                        where organisation_id = :organisation and kind = :kind)""")
                .param("organisation", organisation.value())
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean activate(Quality quality, PersonId by) {
        return jdbc.sql("""
                        insert into quality (id, organisation_id, kind, identifier, email, activated_at, activated_by)
                        values (:id, :organisation, :kind, :identifier, :email, :at, :by)
                        on conflict (kind, identifier) do nothing""")
                        .param("id", quality.id().value())
                        .param("organisation", quality.organisation().value())
                        .param("kind", quality.kind().name())
                        .param("identifier", quality.identifier())
                        .param("email", quality.email())
                        .param("at", Timestamp.from(quality.activatedAt()))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    @Override
    public void changeEmail(QualityId quality, @Nullable String email) {
        jdbc.sql("update quality set email = :email where id = :id")
                .param("email", email)
                .param("id", quality.value())
                .update();
    }

    @Override
    public Optional<Subdivision> findSubdivision(SubdivisionId id) {
        return jdbc.sql("select id, quality_id as quality, name from subdivision where id = :id")
                .param("id", id.value())
                .query(Subdivision.class)
                .optional();
    }

    @Override
    public boolean hasSubdivision(QualityId quality, String name) {
        return jdbc.sql("""
                        select exists (select 1 from subdivision
                                        where quality_id = :quality and lower(name) = lower(:name))""")
                .param("quality", quality.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void create(Subdivision subdivision) {
        jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, :name)")
                .param("id", subdivision.id().value())
                .param("quality", subdivision.quality().value())
                .param("name", subdivision.name())
                .update();
    }

    @Override
    public void rename(SubdivisionId subdivision, String name) {
        jdbc.sql("update subdivision set name = :name where id = :id")
                .param("name", name)
                .param("id", subdivision.value())
                .update();
    }

    @Override
    public Set<SubdivisionId> managedBy(PersonId person, QualityId quality, Instant at) {
        return jdbc.sql("select r.subdivision_id as value" + MANAGERS + """
                        and r.person_id = :person
                        and r.subdivision_id in (select s.id from subdivision s where s.quality_id = :quality)""")
                .param("quality", quality.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(SubdivisionId.class)
                .set();
    }

    @Override
    public Map<PersonId, Set<SubdivisionId>> managersOf(Collection<SubdivisionId> subdivisions, Instant at) {
        Map<PersonId, Set<SubdivisionId>> managers = new LinkedHashMap<>();
        jdbc.sql("select r.person_id, r.subdivision_id" + MANAGERS + """
                        and r.subdivision_id = any(:subdivisions)
                        order by r.person_id""")
                .param(
                        "subdivisions",
                        subdivisions.stream().map(SubdivisionId::value).toArray(UUID[]::new))
                .param("at", Timestamp.from(at))
                .query(row -> {
                    managers.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)), id -> new LinkedHashSet<>())
                            .add(new SubdivisionId(row.getObject("subdivision_id", UUID.class)));
                });
        return managers;
    }
}
