package be.designations.audit;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The application does not start as a role that owns the audit log, or may act as its owner: such a role could switch off what
 * keeps the log whole. <i>Source: OWASP ASVS 5.0, 13.2.2.</i>
 */
@Component
class OwnerRefusal implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    OwnerRefusal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException when it does */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql(
                        "select current_user from pg_class where oid = to_regclass('audit_event') and pg_has_role(relowner, 'usage')")
                .query(String.class)
                .optional()
                .ifPresent(role -> {
                    throw new IllegalStateException("The application runs as the database role “" + role
                            + "”, which owns its tables. Give it a role that owns nothing; the owner only migrates.");
                });
    }
}
