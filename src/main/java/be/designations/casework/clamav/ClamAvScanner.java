package be.designations.casework.clamav;

import be.designations.casework.FileScanner;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Sends a file to {@code clamd} by its command INSTREAM. <i>Source: manual page clamd(8).</i> */
@Component
@ConditionalOnProperty("designations.clamav.host")
@EnableConfigurationProperties(ClamAvProperties.class)
class ClamAvScanner implements FileScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamAvScanner.class);

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;
    private static final int MILLIS_TO_CONNECT = 2_000;
    private static final int MILLIS_TO_ANSWER = 20_000;

    private final ClamAvProperties properties;

    ClamAvScanner(ClamAvProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean isHarmless(byte[] content) {
        String answer;
        try {
            answer = ask(content);
        } catch (IOException silent) {
            log.warn("The virus scanner does not answer: {}", silent.getClass().getSimpleName());
            throw new ScannerUnavailableException("no answer", silent);
        }
        if (answer.endsWith("OK")) {
            return true;
        }
        if (answer.endsWith("FOUND")) {
            return false;
        }
        log.warn("The virus scanner could not look into a file of {} bytes", content.length);
        throw new ScannerUnavailableException("not scanned", new IOException("an answer that is no result"));
    }

    private String ask(byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(properties.host(), properties.port()), MILLIS_TO_CONNECT);
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            var output = new DataOutputStream(socket.getOutputStream());
            output.write(COMMAND);
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                output.writeInt(length);
                output.write(content, from, length);
            }
            output.writeInt(0);
            output.flush();
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        }
    }
}
