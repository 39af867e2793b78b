package be.designations.demo.data;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.demo.data.Holding.Kind;
import be.designations.directory.OrganisationKind;
import be.designations.reference.ReferenceOrganisations;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the desk of BCSS has arranged for itself: who answers for it, when it is closed, who works in the place of a colleague. */
final class DemoDesks {

    private static final String DESK = OrganisationKind.BCSS.name();
    private static final int WEEKS_AWAY = 3;

    private DemoDesks() {}

    static void insert(JdbcTemplate jdbc, DemoPeople people, Instant now, Instant since) {
        LocalDate today = Days.of(now);
        UUID head = person(people, "bcss-head");
        UUID basis = UUID.randomUUID();
        jdbc.update(
                "insert into basis (id, operation, decided_at) values (?, 'reference-data', ?)",
                basis,
                Timestamp.from(since));
        jdbc.update(
                "insert into desk_head (id, desk, person_id, valid_from, basis_id) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                DESK,
                head,
                Timestamp.from(since),
                basis);
        close(jdbc, next(MonthDay.of(12, 24), today), "Veille de Noël", "Kerstavond", "Heiligabend", head, now);
        close(jdbc, next(MonthDay.of(12, 31), today), "Veille du Nouvel An", "Oudejaarsdag", "Silvester", head, now);
        jdbc.update(
                """
                insert into deputation (id, principal_id, deputy_id, role_code, organisation_id, valid_from, valid_until, named_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID(),
                person(people, "bcss-reviewer-3"),
                person(people, "bcss-deputy"),
                Kind.DPD_REVIEWER.name(),
                ReferenceOrganisations.desk(OrganisationKind.BCSS).value(),
                Timestamp.from(Days.startOf(today)),
                Timestamp.from(Days.endOf(today.plusWeeks(WEEKS_AWAY))),
                Timestamp.from(now));
    }

    private static UUID person(DemoPeople people, String key) {
        return people.named().stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private static LocalDate next(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
    }

    /** A weekend needs no closing. */
    private static void close(
            JdbcTemplate jdbc, LocalDate day, String fr, String nl, String de, UUID writer, Instant now) {
        if (new WorkingDays().isWorkingDay(day)) {
            jdbc.update("""
                    insert into closing_day (id, desk, day, name_fr, name_nl, name_de, written_by, written_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", UUID.randomUUID(), DESK, day, fr, nl, de, writer, Timestamp.from(now));
        }
    }
}
