package be.designations.demo;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of the demonstration: takes every mail for everyone, sends none on. It can be switched
 * off, to see that a mail that cannot be sent harms nothing.
 */
final class DemoMailServer implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final DemoMailbox mailbox;
    private final int port;
    private @Nullable GreenMail server;

    private DemoMailServer(DemoMailbox mailbox, int port) {
        this.mailbox = mailbox;
        this.port = port;
    }

    /**
     * Starts the server on the loopback address.
     *
     * @param port 0 for a free one; the server keeps it when it is switched off and on again
     * @throws DemoStartException when the port is in use
     */
    static DemoMailServer start(DemoMailbox mailbox, int port) {
        DemoMailServer mailServer = new DemoMailServer(mailbox, freePort(port));
        mailServer.switchOn();
        return mailServer;
    }

    int port() {
        return port;
    }

    synchronized boolean isOn() {
        return server != null;
    }

    synchronized void switchOn() {
        if (server == null) {
            GreenMail started = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
            started.getUserManager().setMessageDeliveryHandler((message, address) -> new Keeper(address.getEmail()));
            started.start();
            server = started;
        }
    }

    synchronized void switchOff() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        switchOff();
    }

    private static int freePort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new DemoStartException(
                    "The port " + port + " for the mail server of the demonstration is not free.",
                    "Stop what uses it, or choose another with --designations.demo.smtp-port=… (0 for a free one).",
                    e);
        }
    }

    /** Writes what comes in to disk, where the library’s own users would keep it in memory. */
    private final class Keeper extends UserImpl {

        Keeper(String address) {
            super(address, address, "", null);
        }

        @Override
        public void deliver(MovingMessage message) {
            mailbox.receive(message.getMessage(), getEmail());
        }
    }
}
