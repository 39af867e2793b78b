package be.designations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.export.Csv;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.imports.ImportStore.Refused;
import be.designations.imports.Imports.Brought;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportsIT extends WholeApplication {

    private static final String ROLE = "E_BOX_USER";
    private static final String HEAD = "niss;category;email;phone;role;right_from;right_until;reason\n";

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private ImportWork work;

    private final LocalDate until = LocalDate.now(Days.BRUSSELS).plusMonths(6);
    private ManagedWorld world;
    private EnterpriseNumber number;
    private Actor manager;

    @BeforeEach
    void aCpasThatIsManaged() {
        // What other tests left to do would come first.
        work.carryOut();
        world = worlds.managed();
        number = world.cpas.cpas.enterpriseNumber();
        manager = CpasWorld.as(world.cpas.principalManager);
    }

    private String hired(Person person, String role) {
        return hired(person.niss().formatted(), role);
    }

    private String hired(String niss, String role) {
        return niss + ";PERMANENT;new@test.example;+3281000000;" + role + ";;" + until + ";Nouveau\n";
    }

    private ImportFile bring(String text) {
        return imports.bring(manager, number, "people.csv", text.getBytes(StandardCharsets.UTF_8))
                .file();
    }

    private ImportFile now(ImportFile file) {
        return imports.read(manager, number, file.id().value()).file();
    }

    private ImportFile checked(String text) {
        ImportFile file = bring(text);
        work.carryOut();
        return now(file);
    }

    private void apply(ImportFile file) {
        imports.apply(manager, number, file.id().value(), file.counts().good());
    }

    private List<String> problems(ImportFile file) {
        return imports.refused(manager, number, file.id().value(), 0, 100).stream()
                .map(ImportsIT::told)
                .toList();
    }

    private static String told(Refused line) {
        Problem first = line.problems().get(0);
        return line.line() + " "
                + (first.column() == null ? "-" : first.column().code()) + " " + first.code();
    }

    private int rights() {
        return jdbc.sql("""
                        select count(*) from role_assignment a join quality q on q.id = a.quality_id
                         where q.organisation_id = :id and a.role_code = :role and a.reason = 'Nouveau'""")
                .param("id", world.cpas.cpas.id().value())
                .param("role", ROLE)
                .query(Integer.class)
                .single();
    }

    private int events(String operation) {
        return jdbc.sql("select count(*) from audit_event where operation = :operation and acting_for = :id")
                .param("operation", operation)
                .param("id", world.cpas.cpas.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_file_is_checked_without_any_change_and_applied_once_it_is_confirmed() {
        String text = HEAD + hired(world.stranger, ROLE) + hired(world.colleague, ROLE);
        ImportFile file = checked(text);
        assertThat(file.state()).isEqualTo(ImportState.CHECKED);
        assertThat(file.counts().good()).isEqualTo(2);
        assertThat(rights()).isZero();
        assertThat(directory.relationships(world.stranger.id(), world.cpas.cpas.id(), Instant.now()))
                .isEmpty();
        assertThat(mails.to(world.stranger.id())).isEmpty();
        assertThat(events("management.applications-added")).isZero();
        assertThat(events("imports.person-looked-up"))
                .as("nothing ties them yet")
                .isOne();

        apply(file);
        work.carryOut();
        assertThat(now(file).state()).isEqualTo(ImportState.APPLIED);
        assertThat(now(file).counts().done()).isEqualTo(2);
        assertThat(rights()).isEqualTo(2);
        assertThat(directory.relationships(world.stranger.id(), world.cpas.cpas.id(), Instant.now()))
                .containsExactly(RelationshipCategory.PERMANENT);
        assertThat(events("imports.applied")).isOne();
        assertThat(events("management.relationship-added")).isEqualTo(2);
        assertThat(events("management.applications-added")).isEqualTo(2);
        assertThat(mails.to(world.stranger.id())).isNotEmpty();
    }

    @Test
    void the_same_file_again_leads_to_the_import_that_there_is_and_changes_nothing() {
        String text = HEAD + hired(world.stranger, ROLE);
        ImportFile file = checked(text);
        apply(file);
        apply(file);
        work.carryOut();
        Brought again = imports.bring(manager, number, "other.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(again.before()).isTrue();
        assertThat(again.file().id()).isEqualTo(file.id());
        apply(file);
        work.carryOut();
        assertThat(rights()).isOne();

        ImportFile alike = checked(text + "\n");
        assertThat(alike.id()).isNotEqualTo(file.id());
        assertThat(alike.counts().good()).as("has it already").isZero();
        assertThat(alike.counts().needless()).isOne();
    }

    @Test
    void a_file_that_is_not_applied_can_be_brought_again() {
        String text = HEAD + hired(world.stranger, ROLE);
        ImportFile file = checked(text);
        imports.discard(manager, number, file.id().value());
        assertThat(bring(text).id()).isNotEqualTo(file.id());
        assertThatThrownBy(() -> apply(file)).isInstanceOf(RejectedException.class);
    }

    @Test
    void what_is_wrong_is_told_with_line_and_column_and_the_good_lines_are_applied_alone() {
        String text = "niss;category;email;phone;relationship_until;role;right_from;right_until;context;reason\n"
                + world.stranger.niss().formatted() + ";PERMANENT;bad;+3281000000;;;;;;\n"
                + "12345678901;;;;;" + ROLE + ";;" + until + ";;\n"
                + world.colleague.niss().formatted() + ";;;;;" + ROLE + ";31/02/2027;;;\n"
                + world.colleague.niss().formatted() + ";;;;;NO_SUCH_ROLE;;" + until + ";;\n"
                + world.colleague.niss().formatted() + ";;;;;" + ROLE + ";2020-01-01;" + until + ";;\n"
                + world.colleague.niss().formatted() + ";BOSS;;;;;;;;\n"
                + worlds.people().person("Personne", Language.FR).niss().formatted() + ";;;;;;;;;\n"
                + world.stranger.niss().formatted() + ";;;;;" + ROLE + ";;" + until + ";;\n"
                + Niss.withCheckDigits(LocalDate.of(1901, 2, 3), 701).formatted() + ";;;;;" + ROLE + ";;" + until
                + ";;\n"
                + world.colleague.niss().formatted() + ";;;;;" + ROLE + ";;" + until + ";;Nouveau\n"
                + world.cpas.principalManager.niss().formatted() + ";;;;;" + ROLE + ";;" + until + ";;\n";
        ImportFile file = checked(text);
        assertThat(problems(file))
                .contains(
                        "2 email management.email-unreadable",
                        "3 niss imports.niss-unreadable",
                        "4 right_from imports.day-unreadable",
                        "6 right_from management.begins-in-the-past",
                        "7 category imports.category-unknown",
                        "8 - imports.nothing-asked",
                        "10 niss management.niss-unknown")
                .hasSize(10)
                .anyMatch(told -> told.startsWith("5 role "))
                .anyMatch(told -> told.startsWith("9 "))
                .anyMatch(told -> told.startsWith("12 "));
        assertThat(file.counts().good()).isOne();
        apply(file);
        work.carryOut();
        assertThat(rights()).isOne();
    }

    @Test
    void who_goes_on_after_a_node_that_stopped_loses_nothing_and_doubles_nothing() {
        List<UUID> crowd = worlds.people().crowd(10, "Doorgaan" + UUID.randomUUID());
        StringBuilder text = new StringBuilder(HEAD);
        nisses(crowd).forEach(niss -> text.append(hired(niss, ROLE)));
        ImportFile file = bring(text.toString());
        work.step(3);
        assertThat(now(file).counts().checked()).isEqualTo(3);
        work.carryOut();
        apply(now(file));
        work.step(3);
        assertThat(rights()).isEqualTo(3);
        assertThat(now(file).counts().done()).isEqualTo(3);
        assertThat(now(file).state()).isEqualTo(ImportState.APPLYING);
        CompletableFuture.allOf(CompletableFuture.runAsync(work::carryOut), CompletableFuture.runAsync(work::carryOut))
                .join();
        assertThat(now(file).counts().done()).isEqualTo(10);
        assertThat(rights()).isEqualTo(10);
        assertThat(jdbc.sql("select count(*) from working_relationship where person_id in (:crowd)")
                        .param("crowd", crowd)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void a_line_that_is_refused_by_then_keeps_no_other_back() {
        List<UUID> crowd = worlds.people().crowd(5, "Later" + UUID.randomUUID());
        StringBuilder text = new StringBuilder(HEAD);
        nisses(crowd).forEach(niss -> text.append(hired(niss, ROLE)));
        ImportFile file = checked(text.toString());
        apply(file);
        jdbc.sql("update person set disabled_at = now() where id = :id")
                .param("id", crowd.get(2))
                .update();
        work.carryOut();
        assertThat(now(file).counts().done()).isEqualTo(4);
        assertThat(now(file).counts().refused()).isOne();
        assertThat(rights()).isEqualTo(4);
        assertThat(problems(file)).singleElement().asString().contains("management.person-disabled");
        assertThat(jdbc.sql("select count(*) from working_relationship where person_id = :id")
                        .param("id", crowd.get(2))
                        .query(Integer.class)
                        .single())
                .as("nothing of the line was done")
                .isZero();
    }

    @Test
    void whoever_manages_the_entity_no_more_applies_nothing() {
        ImportFile file = checked(HEAD + hired(world.stranger, ROLE));
        apply(file);
        jdbc.sql("update responsibility set valid_until = now() where id = :id")
                .param("id", world.principalManagerId)
                .update();
        work.carryOut();
        assertThat(rights()).isZero();
        assertThat(directory.relationships(world.stranger.id(), world.cpas.cpas.id(), Instant.now()))
                .as("nobody is tied in their name either")
                .isEmpty();
        assertThat(imports.read(
                                CpasWorld.as(world.otherCoPrincipal),
                                number,
                                file.id().value())
                        .file()
                        .counts()
                        .refused())
                .isOne();
    }

    @Test
    void nobody_ties_themselves_by_a_file_and_days_are_of_these_times() {
        String self = world.cpas.principalManager.niss().formatted();
        ImportFile file = checked(HEAD
                + self + ";EXTERNAL;new@test.example;+3281000000;" + ROLE + ";;;Encore moi\n"
                + world.stranger.niss().formatted() + ";PERMANENT;new@test.example;+3281000000;" + ROLE
                + ";;+999999999-12-31;Nouveau\n");

        assertThat(problems(file))
                .containsExactly("2 - management.not-for-oneself", "3 right_until imports.day-unreadable");
    }

    /** What cannot be gone on with waits behind the others; here the row of the one cannot be read at all. */
    @Test
    void a_file_that_fails_does_not_keep_the_others_waiting() {
        ImportFile broken = bring(HEAD + hired(world.colleague, ROLE));
        jdbc.sql("update import_row set cells = '{}' where import_id = :id")
                .param("id", broken.id().value())
                .update();
        ImportFile other = bring(HEAD + hired(world.stranger, ROLE));

        try {
            assertThatThrownBy(() -> work.carryOut()).isInstanceOf(RuntimeException.class);

            assertThat(now(other).state()).isEqualTo(ImportState.CHECKED);
            assertThat(now(broken).state()).isEqualTo(ImportState.CHECKING);
        } finally {
            imports.discard(manager, number, broken.id().value());
        }
    }

    @Test
    void what_is_exported_is_so_already_when_it_is_brought_back() {
        ImportFile file = checked(HEAD + hired(world.stranger, ROLE)
                + world.colleague.niss().formatted() + ";;;;" + ROLE + ";2027-03-01;2027-10-25;\"=1+1;\n\"\"x\"\"\"\n");
        assertThat(problems(file)).singleElement().asString().contains("imports.formula");
        file = checked(HEAD + hired(world.stranger, ROLE)
                + world.colleague.niss().formatted() + ";;;;" + ROLE
                + ";2027-03-01;2027-10-25;\"'=1+1;\n\"\"x\"\"\"\n");
        apply(file);
        work.carryOut();
        assertThat(rights()).isOne();

        Person chair = worlds.people().person("Présidente", Language.FR);
        worlds.people().give(chair, LegalFunctionKind.CHAIR, world.cpas.cpas);
        jdbc.sql("update legal_function set valid_from = now() + interval '20 days' where person_id = :id")
                .param("id", chair.id().value())
                .update();
        StringBuilder written = new StringBuilder();
        exports.each(manager, number, written::append);
        assertThat(written).contains("\"2027-03-01\";\"2027-10-25\";\"\";\"'=1+1;\n\"\"x\"\"\"");
        assertThat(written.toString().lines())
                .as("tied by a legal function alone, now or later")
                .contains(
                        Csv.line(world.cpas.head.niss().formatted(), "", "", "", "", "", "", "", "", "", "", "")
                                .strip(),
                        Csv.line(chair.niss().formatted(), "", "", "", "", "", "", "", "", "", "", "")
                                .strip());
        ImportFile back = checked(written.toString());
        assertThat(problems(back)).isEmpty();
        assertThat(back.counts().good()).isZero();
        assertThat(back.counts().needless()).isEqualTo(back.rows()).isGreaterThan(4);
    }

    @Test
    void only_who_manages_the_whole_entity_brings_reads_and_takes_along() {
        ImportFile file = bring(HEAD + hired(world.stranger, ROLE));
        Actor local = CpasWorld.as(world.cpas.localManager);
        Actor foreign = CpasWorld.as(worlds.cpas().principalManager);
        UUID id = file.id().value();
        assertThatThrownBy(() -> imports.overview(local, number)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> imports.apply(local, number, id, 1)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> exports.begin(local, number)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> imports.read(foreign, number, id)).isInstanceOf(NotFoundException.class);
        CpasWorld other = worlds.cpas();
        assertThatThrownBy(() -> imports.read(CpasWorld.as(other.principalManager), other.cpas.enterpriseNumber(), id))
                .isInstanceOf(NotFoundException.class);
        assertThat(imports.read(CpasWorld.as(world.cpas.coPrincipalManager), number, id)
                        .file()
                        .id())
                .isEqualTo(file.id());
    }

    @Test
    void numbers_are_not_guessed_by_file() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < Imports.MOST_MISSES + 60; i++) {
            text.append(hired(
                    Niss.withCheckDigits(LocalDate.of(1901, 3, 1).plusDays(i), 703)
                            .formatted(),
                    ROLE));
        }
        ImportFile file = checked(text.toString());
        assertThat(file.counts().bad()).isEqualTo(Imports.MOST_MISSES + 60);
        assertThat(file.counts().missed()).isBetween(Imports.MOST_MISSES, Imports.MOST_MISSES + 25);
        assertThatThrownBy(() -> bring(HEAD + hired(world.stranger, ROLE)))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .singleElement()
                        .satisfies(rejection -> assertThat(rejection.code()).isEqualTo("imports.too-many-unknown")));
    }

    @Test
    void numbers_are_not_guessed_by_many_files_either() {
        List<ImportFile> files = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            StringBuilder text = new StringBuilder(HEAD);
            for (int i = 0; i < Imports.MOST_MISSES - 30; i++) {
                text.append(hired(
                        Niss.withCheckDigits(LocalDate.of(1902, 3, 1).plusDays(i), 705 + 2 * n)
                                .formatted(),
                        ROLE));
            }
            files.add(bring(text.toString()));
        }
        work.carryOut();

        assertThat(files.stream().mapToInt(file -> now(file).counts().missed()).sum())
                .isBetween(Imports.MOST_MISSES, Imports.MOST_MISSES + 25);
    }

    /** D55. */
    @Test
    void people_are_not_looked_up_by_files_without_end() {
        ImportFile file = checked(HEAD + hired(world.stranger, ROLE));
        assertThat(jdbc.sql("select strangers from import_file where id = :id")
                        .param("id", file.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        ImportFile waiting = bring(HEAD + hired(world.stranger, "SOCIAL_WORKER"));
        jdbc.sql("update import_file set strangers = :most where id = :id")
                .param("most", Imports.MOST_STRANGERS)
                .param("id", file.id().value())
                .update();

        work.carryOut();

        assertThat(problems(now(waiting))).containsExactly("2 niss imports.too-many-strangers");
        assertThatThrownBy(() -> bring(HEAD + hired(world.colleague, ROLE)))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .singleElement()
                        .satisfies(rejection -> assertThat(rejection.code()).isEqualTo("imports.too-many-strangers")));
        jdbc.sql("update import_file set brought_at = now() - interval '25 hours' where id = :id")
                .param("id", file.id().value())
                .update();
        assertThat(problems(checked(HEAD + hired(world.colleague, ROLE)))).isEmpty();
    }

    /** D54: they are checked together. */
    @Test
    void of_one_person_a_file_has_two_hundred_lines_at_most() {
        ImportFile file = checked(HEAD + hired(world.colleague, ROLE).repeat(Imports.MOST_OF_ONE + 2));

        assertThat(file.counts().good() + file.counts().needless()).isEqualTo(Imports.MOST_OF_ONE);
        assertThat(problems(file)).containsExactly("202 - imports.too-many-of-one", "203 - imports.too-many-of-one");
    }

    /** As many as {@code -Dimport.lines} says: docs/performance.md tells of ten thousand. */
    @Test
    void a_large_file_with_37_bad_lines_and_one_in_another_encoding() {
        int number = Integer.getInteger("import.lines", 200);
        List<String> numbers = nisses(worlds.people().crowd(10, "Veel" + UUID.randomUUID()));
        LocalDate first = LocalDate.now(Days.BRUSSELS);
        var content = new ByteArrayOutputStream();
        content.writeBytes(HEAD.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < number; i++) {
            // Of ten people, each day another right.
            LocalDate day = first.plusDays(i / numbers.size());
            String line = numbers.get(i % numbers.size())
                    + (i < numbers.size() ? ";PERMANENT;new@test.example;+3281000000;" : ";;;;")
                    + ROLE + ";" + day + ";" + (i > 10 && i % 5 == 2 && i < 10 + 37 * 5 ? "ooit" : day);
            content.writeBytes(
                    i == number / 2
                            ? (line + ";Été\n").getBytes(Charset.forName("windows-1252"))
                            : (line + ";Nouveau\n").getBytes(StandardCharsets.UTF_8));
        }
        long begun = System.nanoTime();
        ImportFile brought = imports.bring(manager, this.number, "many.csv", content.toByteArray())
                .file();
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("nobody waits for the page")
                .isLessThan(Duration.ofSeconds(10));
        work.carryOut();
        ImportFile checked = now(brought);
        assertThat(checked.counts().bad()).isEqualTo(38);
        assertThat(problems(checked))
                .hasSize(38)
                .contains((number / 2 + 2) + " - imports.line-encoding", "14 right_until imports.day-unreadable");
        assertThat(checked.counts().good()).isEqualTo(number - 38);
        apply(checked);
        work.carryOut();
        assertThat(now(brought).counts().done()).isEqualTo(number - 38);
        assertThat(rights()).isEqualTo(number - 38);
    }

    private List<String> nisses(List<UUID> people) {
        List<String> numbers = new ArrayList<>(jdbc.sql("select niss from person where id = any(:ids)")
                .param("ids", people.toArray(UUID[]::new))
                .query(String.class)
                .list());
        numbers.replaceAll(niss -> new Niss(niss).formatted());
        return numbers;
    }
}
