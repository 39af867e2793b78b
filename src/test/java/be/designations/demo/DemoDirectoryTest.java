package be.designations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void a_directory_that_is_absent_is_made_and_marked() {
        try (DemoDirectory directory = DemoDirectory.open(temporary.resolve("a/b"))) {
            assertThat(directory.mails().getParent())
                    .endsWith(Path.of("a/b"))
                    .isDirectoryContaining("glob:**" + DemoDirectory.MARKER);
        }
    }

    @Test
    void a_directory_with_files_of_someone_else_is_refused_and_left_alone() throws IOException {
        Path thesis = Files.writeString(temporary.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DemoDirectory.open(temporary))
                .isInstanceOf(DemoStartException.class)
                .hasMessageContaining("did not put there");

        assertThat(temporary.toFile().list()).containsExactly("thesis.txt");
        assertThat(thesis).hasContent("years of work");
    }

    @Test
    void a_directory_in_use_is_refused_and_names_the_process() {
        try (DemoDirectory running = DemoDirectory.open(temporary)) {
            assertThatThrownBy(() -> DemoDirectory.open(temporary))
                    .isInstanceOf(DemoStartException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(running.mails().getParent().toString());
        }
    }

    @Test
    void a_directory_can_be_used_again_once_it_is_given_up() {
        DemoDirectory.open(temporary).close();

        try (DemoDirectory again = DemoDirectory.open(temporary)) {
            assertThat(again.mails()).doesNotExist();
        }
    }

    @Test
    void emptying_throws_away_data_but_neither_programs_nor_what_a_link_leads_to() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept.txt"), "kept");
        try (DemoDirectory directory = DemoDirectory.open(temporary.resolve("data"))) {
            Files.createDirectories(directory.database().resolve("base"));
            Files.createDirectories(directory.binaries().resolve("bin"));
            Files.createSymbolicLink(directory.mails(), elsewhere);

            directory.empty();

            assertThat(directory.database()).doesNotExist();
            assertThat(directory.mails()).doesNotExist();
            assertThat(directory.binaries().resolve("bin")).isDirectory();
            assertThat(elsewhere.resolve("kept.txt")).hasContent("kept");
        }
    }

    @Test
    void nobody_else_may_look_into_the_directory() throws IOException {
        Path data = temporary.resolve("data");
        DemoDirectory.open(data).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }
}
