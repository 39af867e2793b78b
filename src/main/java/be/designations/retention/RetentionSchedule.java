package be.designations.retention;

import be.designations.calendar.Days;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** How long each kind of data is kept, by the settings of this installation. */
@Component
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionSchedule {

    private final RetentionProperties settings;

    RetentionSchedule(RetentionProperties settings) {
        this.settings = settings;
    }

    Period period(RetentionKind kind) {
        return settings.of(kind);
    }

    /** What began to count then or before is removed now; months are as long as they are in Belgium. */
    Instant limit(RetentionKind kind, Instant now) {
        return now.atZone(Days.BRUSSELS).minus(period(kind)).toInstant();
    }

    /** The same for the same kinds and periods: what somebody saw of another schedule says nothing about this one. */
    String digest() {
        String text = Arrays.stream(RetentionKind.values())
                .map(kind -> kind + " " + period(kind))
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has it", absent);
        }
    }
}
