package be.designations.casework.persistence;

import be.designations.casework.WorkFilters;
import be.designations.casework.WorkFilters.Saved;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkFilters implements WorkFilters.Store {

    /** As many as a page shows. */
    private static final int MOST_SEEN = 60;

    private static final String SELECT = """
            select f.id, f.owner_id, p.first_name || ' ' || p.last_name as owner_name, f.organisation_id, f.name, f.asked
              from work_filter f join person p on p.id = f.owner_id where\s""";

    private final JdbcClient jdbc;

    JdbcWorkFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Saved> seen(PersonId person, Set<OrganisationId> places) {
        return jdbc.sql(SELECT
                        + "((f.owner_id = :person and f.organisation_id is null) or f.organisation_id = any(:places))"
                        + " order by f.name, f.id limit :size")
                .param("person", person.value())
                .param("places", ids(places))
                .param("size", MOST_SEEN)
                .query((row, number) -> saved(row))
                .list();
    }

    @Override
    public Optional<Saved> find(UUID id) {
        return jdbc.sql(SELECT + "f.id = :id")
                .param("id", id)
                .query((row, number) -> saved(row))
                .optional();
    }

    @Override
    public int others(PersonId owner, String name) {
        return jdbc.sql("select count(*) from work_filter where owner_id = :owner and name <> :name")
                .param("owner", owner.value())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean save(
            UUID id,
            PersonId owner,
            @Nullable OrganisationId sharedWith,
            Set<OrganisationId> places,
            String name,
            String asked,
            Instant at) {
        return jdbc.sql("""
                        insert into work_filter as kept (id, owner_id, organisation_id, name, asked, saved_at)
                        values (:id, :owner, :organisation, :name, :asked, :at)
                        on conflict (owner_id, name) do update
                           set organisation_id = excluded.organisation_id, asked = excluded.asked, saved_at = excluded.saved_at
                         where kept.organisation_id is null or kept.organisation_id = any(:places)""")
                        .param("id", id)
                        .param("owner", owner.value())
                        .param("organisation", sharedWith == null ? null : sharedWith.value())
                        .param("name", name)
                        .param("asked", asked)
                        .param("at", Timestamp.from(at))
                        .param("places", ids(places))
                        .update()
                == 1;
    }

    private static UUID[] ids(Set<OrganisationId> places) {
        return places.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from work_filter where id = :id").param("id", id).update();
    }

    private static Saved saved(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation_id", UUID.class);
        return new Saved(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("owner_id", UUID.class)),
                row.getString("owner_name"),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("name"),
                row.getString("asked"));
    }
}
