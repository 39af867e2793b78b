package be.designations.testing;

import be.designations.directory.Person;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Somebody who calls the API over HTTP; nobody in particular until told {@link #as}. */
public final class ApiCaller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final List<String> headers;

    private ApiCaller(String address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    public static ApiCaller at(int port) {
        return new ApiCaller("http://127.0.0.1:" + port, List.of());
    }

    public ApiCaller as(Person person) {
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((person.id() + ":").getBytes(StandardCharsets.US_ASCII)));
    }

    public ApiCaller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new ApiCaller(address, more);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** @param json quotes may be typed as apostrophes */
    public Answer post(String path, String json) {
        return sendJson("POST", path, json);
    }

    public Answer put(String path, String json) {
        return sendJson("PUT", path, json);
    }

    /** Sends JSON or nothing, for tables of operations. */
    public Answer call(String method, String path, String json) {
        return json.isEmpty() ? send(method, path, BodyPublishers.noBody()) : sendJson(method, path, json);
    }

    public Answer upload(String path, String fileName, byte[] content) {
        return upload(path, "files", fileName, content);
    }

    /** @param part in which the file is sent */
    public Answer upload(String path, String part, String fileName, byte[] content) {
        String head = "--xxx\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return with("Content-Type", "multipart/form-data; boundary=xxx")
                .send(
                        "POST",
                        path,
                        BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArray(content),
                                BodyPublishers.ofString("\r\n--xxx--\r\n")));
    }

    private Answer sendJson(String method, String path, String json) {
        return with("Content-Type", "application/json")
                .send(method, path, BodyPublishers.ofString(json.replace('\'', '"')));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The part of the JSON at that pointer, such as {@code /status/code}; missing when it is not there. */
        public JsonNode at(String pointer) {
            try {
                return JSON.readTree(body()).at(pointer);
            } catch (IOException e) {
                throw new UncheckedIOException(body(), e);
            }
        }

        public String text(String pointer) {
            return at(pointer).asText();
        }

        /** The code of each issue with its field, as {@code field: code}. */
        public List<String> issues() {
            List<String> found = new ArrayList<>();
            at("/issues")
                    .forEach(issue -> found.add(issue.path("name").asText() + ": "
                            + issue.path("code").asText()));
            return found;
        }
    }
}
