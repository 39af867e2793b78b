package be.designations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.Niss;
import be.designations.reference.ReferenceOrganisations;
import be.designations.testing.TestInfrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** In a database of its own, as it fills the whole register. */
@SpringBootTest(webEnvironment = WebEnvironment.MOCK, properties = "designations.reference-data.load=true")
@ActiveProfiles("test")
@Import(TestInfrastructure.class)
@DirtiesContext
class FirstPeopleIT {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Directory directory;

    @Autowired
    Capacities capacities;

    @Test
    void the_first_people_of_the_container_set_up_are_what_its_readme_says() throws Exception {
        String script = Files.readString(Path.of("docker/first-people.sql"));

        jdbc.execute(script);
        jdbc.execute(script);

        var namur = ReferenceOrganisations.cpas("92094");
        assertThat(of("66041295205"))
                .extracting(Capacity::kind, Capacity::organisation)
                .containsExactly(tuple(CapacityKind.HEAD_OF_DAILY_MANAGEMENT, namur));
        assertThat(of("71092395110"))
                .extracting(Capacity::kind, Capacity::organisation)
                .containsExactly(tuple(CapacityKind.PRINCIPAL_ACCESS_MANAGER, namur));
        assertThat(of("85062895235")).isEmpty();
        assertThat(of("72030395206"))
                .extracting(Capacity::kind, Capacity::organisation)
                .containsExactly(
                        tuple(CapacityKind.USER, ReferenceOrganisations.desk(OrganisationKind.BCSS)),
                        tuple(CapacityKind.DPD_REVIEWER, ReferenceOrganisations.desk(OrganisationKind.BCSS)));
        assertThat(of("65112795169"))
                .extracting(Capacity::kind, Capacity::organisation)
                .containsExactly(
                        tuple(CapacityKind.USER, ReferenceOrganisations.desk(OrganisationKind.SPP_IS)),
                        tuple(CapacityKind.DPD_APPROVER, ReferenceOrganisations.desk(OrganisationKind.SPP_IS)));
        assertThat(jdbc.queryForObject("select count(*) from working_relationship", Long.class))
                .isEqualTo(5);
    }

    private List<Capacity> of(String niss) {
        return capacities.of(directory.findPerson(Niss.of(niss)).orElseThrow().id());
    }
}
