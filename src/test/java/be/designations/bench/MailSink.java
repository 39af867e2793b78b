package be.designations.bench;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A mail server that takes every mail and keeps its id alone. It stands on the measured machine: one that parses and keeps what it
 * takes, as that of the tests does, costs more than what is measured.
 */
final class MailSink implements Closeable {

    private static final String ID = "message-id:";

    private final ServerSocket socket;
    private final Queue<String> ids = new ConcurrentLinkedQueue<>();

    MailSink() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails came since it was emptied. */
    int mails() {
        return ids.size();
    }

    /** How many of them were not the same mail as another one. */
    long differentMails() {
        return ids.stream().distinct().count();
    }

    void empty() {
        ids.clear();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> talk(client));
            }
        } catch (IOException closed) {
            // The measurement is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII)) {
            client.setTcpNoDelay(true);
            answer(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    answer(out, "354 go on");
                    ids.add(idOfMail(in));
                    answer(out, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    answer(out, "221 bye");
                    return;
                } else {
                    answer(out, "250 sink");
                }
            }
        } catch (IOException gone) {
            // So is who sent.
        }
    }

    private static String idOfMail(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            }
        }
        return id;
    }

    private static void answer(Writer out, String words) throws IOException {
        out.write(words + "\r\n");
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }
}
