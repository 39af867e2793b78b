package be.designations.notification;

import be.designations.testing.TestDatabase;
import javax.sql.DataSource;

/** A database with all tables, of which this module needs one. */
final class NotificationDatabase implements AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();

    DataSource dataSource() {
        return database.ownersPool();
    }

    @Override
    public void close() {
        database.close();
    }
}
