package be.designations.demo.data;

import be.designations.casework.CaseDesk;
import be.designations.dpd.DpdDesignations;
import be.designations.mandate.Assistances;
import be.designations.reference.ReferenceData;
import be.designations.security.Personas;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@Profile("demo & !prod")
class DemoDataConfiguration {

    @Bean
    DemoPeople demoPeople() {
        return DemoPeople.read();
    }

    @Bean
    DemoData demoData(JdbcTemplate jdbc, TransactionOperations transaction, DemoPeople people, Clock clock) {
        return new DemoData(jdbc, transaction, people, clock);
    }

    @Bean
    Personas personas(DemoPeople people) {
        return new DemoPersonas(people);
    }

    /** Ticks as that of the application, until it is turned back. */
    @Bean
    @Primary
    DemoClock demoClock(@Qualifier("clock") Clock clock) {
        return new DemoClock(clock);
    }

    @Bean
    DemoDossiers demoDossiers(
            DemoPeople people, DpdDesignations applications, Assistances assistances, CaseDesk desk, DemoClock clock) {
        return new DemoDossiers(people, applications, assistances, desk, clock);
    }

    /** People need their organisations: those are loaded first, whichever of the two loaders Spring calls first. */
    @Bean
    @ConditionalOnProperty("designations.reference-data.load")
    SmartInitializingSingleton demoDataAtStart(ReferenceData referenceData, DemoData demoData, DemoDossiers dossiers) {
        return () -> {
            referenceData.load();
            if (demoData.load()) {
                dossiers.play();
            }
        };
    }
}
