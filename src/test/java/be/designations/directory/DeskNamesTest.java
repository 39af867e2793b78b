package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class DeskNamesTest {

    /** What is scheduled is not run again once it threw. */
    @Test
    void an_error_is_not_the_end_of_looking_for_names() {
        DeskNames names = new DeskNames(
                () -> {
                    throw new NoClassDefFoundError();
                },
                Clock.systemUTC());

        assertThatCode(names::refresh).doesNotThrowAnyException();
    }
}
