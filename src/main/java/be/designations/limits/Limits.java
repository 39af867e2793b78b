package be.designations.limits;

import be.designations.scheduling.RecurringJob;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Counts in the database, so that all nodes count together. To be asked before the transaction of an operation begins: it takes
 * a connection and a transaction of its own, for what was tried stays counted whatever becomes of the operation.
 */
@Component
@EnableConfigurationProperties(LimitProperties.class)
public class Limits {

    /** Kept for that time after it has filled up again, in case the clocks of the nodes differ. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int REMOVED_AT_ONCE = 1_000;

    private final LimitProperties properties;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    Limits(LimitProperties properties, DataSource database, Clock clock) {
        this.properties = properties;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("request_limit")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .clientClock(new Ticks(clock))
                .build();
    }

    /**
     * Counts one.
     *
     * @param whose a person's id or an address
     * @return how long to wait, where that was one too many; such tries do not make the wait longer
     */
    public Optional<Duration> take(Limit limit, String whose) {
        var rate = properties.of(limit);
        var probe = buckets.builder()
                .build(limit.code() + ' ' + whose, () -> configuration(rate))
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    @Bean
    static RecurringJob forgettingOfLimits(Limits limits) {
        return new RecurringJob("request-limits", Duration.ofMinutes(10), limits::forget);
    }

    /** Forgets those who have all of their tries again. */
    void forget() {
        int removed;
        do {
            removed = buckets.removeExpired(REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }

    private static BucketConfiguration configuration(LimitProperties.Rate rate) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(rate.most()).refillGreedy(rate.most(), rate.within()))
                .build();
    }

    private record Ticks(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
