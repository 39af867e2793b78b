package be.designations.decisions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How applications are answered, {@code designations.decisions.*}.
 *
 * @param poolSize      connections to the database that are kept for decisions, at least 1; pages have others
 * @param loggedPermits the part of the permits that is logged, 0 to 1; a refusal always is
 * @param largestBatch  evaluations in one request at most, 1 to 500
 * @param largestPage   lines of a search in one answer at most, 1 to 5,000
 */
@ConfigurationProperties("designations.decisions")
public record DecisionProperties(
        @DefaultValue("4") int poolSize,
        @DefaultValue("0.01") double loggedPermits,
        @DefaultValue("100") int largestBatch,
        @DefaultValue("1000") int largestPage) {

    public DecisionProperties {
        if (poolSize < 1
                || loggedPermits < 0
                || loggedPermits > 1
                || largestBatch < 1
                || largestBatch > 500
                || largestPage < 1
                || largestPage > 5000) {
            throw new IllegalArgumentException("designations.decisions: a value is out of its range");
        }
    }
}
