package be.designations.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** What a mail says, whether it has left already or not. */
@Component
public final class MailReader {

    private final MailRenderer renderer;

    MailReader(MailRenderer renderer) {
        this.renderer = renderer;
    }

    /** @param row all columns of a notification */
    public String text(ResultSet row) throws SQLException {
        return StoredMail.of(row, 0).words(renderer).text();
    }
}
