package be.designations.demo.country;

import be.designations.directory.Directory;
import be.designations.security.Personas;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Loads the model at the start of a demonstration that is given a seed for it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo & !prod")
@ConditionalOnProperty("designations.demo.country.seed")
@EnableConfigurationProperties(CountryProperties.class)
class CountryConfiguration {

    /** Before the first request, like everything that the demonstration brings. */
    @Bean
    SmartInitializingSingleton countryAtStart(CountryProperties properties, FlywayConnectionDetails owner) {
        return () -> {
            try {
                // Only the owner of the tables tells the planner what is in them.
                DataSource database =
                        new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                CountryModel.load(database, properties.size(), properties.seed());
            } catch (SQLException e) {
                throw new IllegalStateException("The country-size model cannot be loaded", e);
            }
        };
    }

    /** Instead of those of the demonstration, whom it offers too. */
    @Bean
    @Primary
    Personas personasWithCountry(
            @Qualifier("personas") Personas invented,
            CountryProperties properties,
            JdbcClient jdbc,
            Directory directory,
            MessageSource messages) {
        return new CountryPersonas(
                invented,
                () -> new Country(properties.size(), properties.seed(), RoleCatalogue.read(jdbc)),
                directory,
                messages);
    }
}
