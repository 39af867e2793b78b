package be.designations.testing;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that cannot be written for a while, as when something about them is broken: whoever tries fails. */
public final class StuckRows {

    private final JdbcClient owner;

    StuckRows(TestDatabase database) {
        this.owner = JdbcClient.create(database.dataSource());
    }

    /** Rows of that table with that value in that column, those that are there and new ones, cannot be written meanwhile. */
    public void during(String table, String column, UUID value, Runnable work) {
        owner.sql("alter table " + table + " add constraint stuck_row check (" + column + " <> '" + value
                        + "') not valid")
                .update();
        try {
            work.run();
        } finally {
            owner.sql("alter table " + table + " drop constraint stuck_row").update();
        }
    }
}
