package be.designations.demo.country;

import be.designations.demo.country.Responsibilities.Decisions;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/**
 * The table of the rights. Each user gets a share by their weight, so that exactly as many are made as were asked for. Who gets
 * more than the kind of quality has roles, has had some of them in earlier periods too.
 */
record Rights(Country country, Decisions decisions, Draws ids, CopyManager copy) {

    private static final long MOST_A_MEMBERSHIP = 1L << 14;

    CountryReport.Line rights() throws SQLException {
        long whole = wholeWeight();
        long wanted = country.size().rights();
        try (var table = new CopyTable(
                copy,
                "role_assignment",
                "id, person_id, role_code, quality_id, valid_from, valid_until, basis_id, ended_basis_id")) {
            long weight = 0;
            for (Membership held : country.memberships()) {
                long before = wanted * weight / whole;
                weight += held.weight();
                add(table, held, (int) (wanted * weight / whole - before));
            }
            return table.finish();
        }
    }

    private void add(CopyTable table, Membership held, int rights) throws SQLException {
        List<String> roles = country.catalogue().of(held.kind());
        int periods = (rights + roles.size() - 1) / roles.size();
        UUID quality = country.quality(held.entity(), held.quality());
        UUID given = decisions.given().id(held.key());
        for (int right = 0; right < rights; right++) {
            int from = held.since() + right / roles.size() * Days.BEGINNINGS / periods;
            boolean isLast = right + roles.size() >= rights;
            int next = held.since() + (right / roles.size() + 1) * Days.BEGINNINGS / periods;
            table.row(
                    ids.id(held.key() * MOST_A_MEMBERSHIP + right),
                    held.person(),
                    roles.get((held.since() + right) % roles.size()),
                    quality,
                    Days.text(from),
                    Days.text(isLast ? held.until() : next),
                    given,
                    isLast && held.hasEnded() ? decisions.ended().id(held.key()) : CopyTable.NULL);
        }
    }

    private long wholeWeight() {
        long whole = 0;
        for (Membership held : country.memberships()) {
            whole += held.weight();
        }
        return whole;
    }
}
