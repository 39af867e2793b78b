package be.designations.demo.country;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings {@code designations.demo.country.*}: the seed, and the parts of {@link CountrySize}. */
@ConfigurationProperties("designations.demo.country")
record CountryProperties(
        long seed,
        @DefaultValue("10000") int entities,
        @DefaultValue("1000000") int people,
        @DefaultValue("5000000") int rights) {

    CountrySize size() {
        return new CountrySize(entities, people, rights);
    }
}
