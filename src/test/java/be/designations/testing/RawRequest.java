package be.designations.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose body is sent piece by piece, to see what is answered before all of it is there. */
public final class RawRequest implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;
    private int left;

    /** @param length of the body that is promised, in bytes */
    public RawRequest(int port, String method, String path, String contentType, int length) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        left = length;
        out.write((method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    public void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        out.flush();
        left -= bytes.length;
    }

    /** Sends so many bytes. */
    public void send(int length) throws IOException {
        out.write(new byte[length]);
        out.flush();
        left -= length;
    }

    public void sendTheRest() throws IOException {
        send(left);
    }

    /** Waits for the answer, not for long. */
    public int status() throws IOException {
        return Integer.parseInt(in.readLine().split(" ", -1)[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
