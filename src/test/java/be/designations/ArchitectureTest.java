package be.designations;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What may know what; each rule says why. */
@AnalyzeClasses(packages = "be.designations", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_ENGINE_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..engine..", "..process..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.."))
            .because("its successor must stay a text replacement away");

    @ArchTest
    static final ArchRule WHAT_RUNS_BY_ITSELF_IS_DECLARED = noMethods()
            .should()
            .beAnnotatedWith(Scheduled.class)
            .because("a recurring job runs on one node, and operators see it");

    @ArchTest
    static final ArchRule JOBS_DO_NOT_KNOW_THEIR_SCHEDULER = noClasses()
            .that()
            .resideOutsideOfPackage("be.designations.scheduling")
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.kagkarlsson.."))
            .because("a module says what is done and how often, no more");

    @ArchTest
    static final ArchRule ONLY_THE_PUBLIC_API_OF_THE_ENGINE_IS_USED = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..impl.."))
            .because("what is internal to the engine changes without notice");

    @ArchTest
    static final ArchRule IDENTIFIERS_AND_RULES_NEED_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage("be.designations.identifier..", "be.designations.rules..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."))
            .because("they are read and tested by themselves");

    @ArchTest
    static final ArchRule POLICIES_NEED_NO_FRAMEWORK = noClasses()
            .that()
            .haveSimpleNameEndingWith("Policy")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."))
            .because("a rule of the field is plain Java");

    @ArchTest
    static final ArchRule RECORDS_OF_THE_DOMAIN_KNOW_NO_DATABASE = noClasses()
            .that()
            .areRecords()
            .and()
            .resideOutsideOfPackages("..persistence..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.jdbc.."))
            .because("what a thing is does not depend on where it is kept");

    @ArchTest
    static final ArchRule CONTROLLERS_DO_NOT_QUERY = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .because("who may see what is decided below them");

    @ArchTest
    static final ArchRule TIME_COMES_IN = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("a rule that depends on the day is tested on any day; " + Clock.class.getSimpleName()
                    + " is injected");

    @ArchTest
    static final ArchRule NOTHING_IS_SET_FROM_OUTSIDE = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("..web..", "..security..", "..demo..")
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("state changes by verbs of the field");

    @ArchTest
    static final ArchRule BEANS_ARE_GIVEN_WHAT_THEY_NEED = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("a constructor says what a class cannot do without");

    @ArchTest
    static final ArchRule STORES_ARE_SEEN_THROUGH_THEIR_INTERFACE = classes()
            .that()
            .resideInAPackage("..persistence..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because("the tables are nobody else's business");

    @ArchTest
    static final ArchRule WHAT_PAGES_READ_IS_PUBLIC = classes()
            .that()
            .areRecords()
            .and()
            .resideInAPackage("..web..")
            .and()
            .areNotPrivate()
            .should()
            .bePublic()
            .because(
                    "the expressions of a template are compiled for public types alone; of others each is walked through anew");
}
