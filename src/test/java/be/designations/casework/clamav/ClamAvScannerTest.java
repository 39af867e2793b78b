package be.designations.casework.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.casework.FileScanner.ScannerUnavailableException;
import be.designations.testing.Clamd;
import be.designations.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClamAvScannerTest {

    private final Clamd clamd = new Clamd();
    private final ClamAvScanner scanner = new ClamAvScanner(new ClamAvProperties("127.0.0.1", clamd.port()));

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void a_harmless_file_is_harmless_however_many_pieces_it_is_sent_in() {
        assertThat(scanner.isHarmless(SampleFiles.pdf())).isTrue();
        assertThat(scanner.isHarmless(new byte[10 * 1024 * 1024])).isTrue();
    }

    @Test
    void a_virus_is_found() {
        assertThat(scanner.isHarmless(Clamd.EICAR.getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void what_the_scanner_does_not_look_into_is_not_called_harmless() {
        assertThatThrownBy(() -> scanner.isHarmless(new byte[12 * 1024 * 1024]))
                .isInstanceOf(ScannerUnavailableException.class);
    }

    @Test
    void a_scanner_that_is_down_calls_nothing_harmless() {
        clamd.close();

        assertThatThrownBy(() -> scanner.isHarmless(SampleFiles.pdf())).isInstanceOf(ScannerUnavailableException.class);
    }
}
