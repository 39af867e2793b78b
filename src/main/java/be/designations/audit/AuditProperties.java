package be.designations.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param anchors the directory outside the database where anchors are kept, with the key that signs them; for all nodes the
 *                same, and out of reach of whoever administers the database
 */
@ConfigurationProperties("designations.audit")
record AuditProperties(Path anchors) {}
