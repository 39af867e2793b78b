package be.designations.testing;

import be.designations.directory.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, sends the token of the last page's forms, follows redirects when told. */
public final class Browser {

    private final String address;
    /** Of the application; sent whether secure or not, as browsers do on the loopback address. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** @param headers names and values in turn */
    public Answer get(String path, String... headers) {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends a form as the last page that was got would, token included. */
    public Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return postWithoutToken(path, all);
    }

    public Answer postWithoutToken(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Sends a form with files as the last page that was got would, token included.
     *
     * @param input name of the input for the files
     * @param files contents by name, in that order
     */
    public Answer postFiles(String path, Map<String, String> fields, String input, Map<String, byte[]> files) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        var parts = new ArrayList<HttpRequest.BodyPublisher>();
        all.forEach((name, value) -> parts.add(HttpRequest.BodyPublishers.ofString(
                "--xxx\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        files.forEach((name, content) -> {
            parts.add(HttpRequest.BodyPublishers.ofString("--xxx\r\nContent-Disposition: form-data; name=\"" + input
                    + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(HttpRequest.BodyPublishers.ofByteArray(content));
            parts.add(HttpRequest.BodyPublishers.ofString("\r\n"));
        });
        parts.add(HttpRequest.BodyPublishers.ofString("--xxx--\r\n"));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=xxx")
                .POST(HttpRequest.BodyPublishers.concat(parts.toArray(HttpRequest.BodyPublisher[]::new)))
                .build());
    }

    /** Sends any other request, as it is built on {@link #request}. */
    public Answer send(HttpRequest request) {
        try {
            boolean ours = request.uri().toString().startsWith(address);
            var sent = HttpRequest.newBuilder(request, (name, value) -> true);
            if (ours && !cookies.isEmpty()) {
                cookies.forEach((name, value) -> sent.header("Cookie", name + "=" + value));
            }
            var response = client.send(sent.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var answer = new Answer(response);
            if (ours) {
                response.headers().allValues("Set-Cookie").forEach(this::keep);
            }
            if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                var field = answer.page().selectFirst("input[name=_csrf]");
                token = field == null ? token : field.val();
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The text of a PDF. */
    public String pdf(String path) {
        var request = request(path);
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try (var read = Loader.loadPDF(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .body())) {
            return new PDFTextStripper().getText(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param path within the application, or a whole address */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path));
    }

    /** Opens where the answer redirects to, and so on until there is a page. */
    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < 10 && last.location().isPresent(); i++) {
            last = get(last.location().get());
        }
        return last;
    }

    /** Signs in through the page of the personas; answers with the redirect that follows. */
    public Answer signIn(PersonId person) {
        get("/sign-in");
        return post("/sign-in", Map.of("persona", person.toString()));
    }

    public String token() {
        return token;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    private void keep(String header) {
        HttpCookie.parse(header).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Document page() {
            return Jsoup.parse(body());
        }

        /** The text that a reader sees. */
        public String text() {
            return page().text();
        }

        /** The address of the link of that kind, such as to the next page; null without one. */
        public @Nullable String link(String rel) {
            Element link = page().selectFirst("a[rel=" + rel + "]");
            return link == null ? null : link.attr("href").replaceFirst("#.*", "");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where to, with the application's own address left out. */
        public Optional<String> location() {
            return response.headers()
                    .firstValue("Location")
                    .map(location -> location.replaceFirst(
                            "^http://127\\.0\\.0\\.1:" + response.uri().getPort(), ""));
        }
    }
}
