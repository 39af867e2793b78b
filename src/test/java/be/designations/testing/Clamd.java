package be.designations.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks the protocol of {@code clamd} on the loopback address, and knows one virus: the test file of EICAR. */
public final class Clamd implements AutoCloseable {

    /** Harmless: scanners have agreed to report it. In two parts, so that none reports this class. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int LARGEST = 11 * 1024 * 1024;

    private final ServerSocket server;

    public Clamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write((answer(new DataInputStream(socket.getInputStream())) + '\0')
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException goneAway) {
                // The next one is served all the same.
            }
        }
    }

    private static String answer(DataInputStream input) throws IOException {
        byte[] command = input.readNBytes(10);
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        var content = new StringBuilder();
        for (int length = input.readInt(); length > 0; length = input.readInt()) {
            if (content.length() + length > LARGEST) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            content.append(new String(input.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        return content.indexOf(EICAR) < 0 ? "stream: OK" : "stream: Eicar-Test-Signature FOUND";
    }
}
