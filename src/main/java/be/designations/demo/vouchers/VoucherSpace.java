package be.designations.demo.vouchers;

import be.designations.client.Answer;
import be.designations.client.DecisionClient;
import be.designations.client.DecisionException;
import be.designations.client.Question;
import be.designations.demo.vouchers.Establishments.Enterprise;
import be.designations.demo.vouchers.Establishments.Establishment;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * The space itself, on the loopback address: it shows whoever has signed in the establishments of their enterprises, each open or
 * closed as the decision service answers. Without an answer everything is closed.
 */
final class VoucherSpace implements AutoCloseable {

    /** What the right is called in the catalogue. */
    static final String ROLE = "SERVICE_VOUCHERS_USER";

    private static final String SESSION = "vouchers";
    private static final String STATE = "vouchers-state";
    private static final Duration LONGEST_SESSION = Duration.ofHours(1);
    private static final int MOST_SESSIONS = 1_000;
    private static final int SECRET = 24;
    private static final int THREADS = 4;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, VoucherSpace::thread);
    private final Supplier<DecisionClient> decisions;
    private final Establishments establishments;
    private final PublicKey identity;
    private final String signInAddress;
    private final MessageSource messages;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    private record Session(String person, String name, int level, Instant until) {}

    private VoucherSpace(
            HttpServer server,
            Supplier<DecisionClient> decisions,
            Establishments establishments,
            PublicKey identity,
            String signInAddress,
            MessageSource messages,
            Clock clock) {
        this.server = server;
        this.decisions = decisions;
        this.establishments = establishments;
        this.identity = identity;
        this.signInAddress = signInAddress;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param port          0 for a free one
     * @param identity      by which a ticket of the product is known
     * @param signInAddress of the page of the product that hands out tickets
     * @throws IOException when the port is taken
     */
    static VoucherSpace start(
            int port,
            Supplier<DecisionClient> decisions,
            Establishments establishments,
            PublicKey identity,
            String signInAddress,
            MessageSource messages,
            Clock clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        VoucherSpace space =
                new VoucherSpace(server, decisions, establishments, identity, signInAddress, messages, clock);
        server.createContext("/", space::answer);
        server.setExecutor(space.threads);
        server.start();
        return space;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "voucher-space");
        thread.setDaemon(true);
        return thread;
    }

    /** Its origin: for whom tickets are issued. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (!address().endsWith("//" + exchange.getRequestHeaders().getFirst("Host"))) {
                // Another name for this machine is another origin: nobody’s page speaks for us.
                send(exchange, 421, "text/plain", "127.0.0.1");
            } else if (path.equals("/style.css") && method.equals("GET")) {
                send(exchange, 200, "text/css", style());
            } else if (path.equals("/") && method.equals("GET")) {
                front(exchange);
            } else if (path.equals("/signed-in") && method.equals("GET")) {
                signedIn(exchange);
            } else if (path.equals("/sign-out") && method.equals("POST")) {
                signOut(exchange);
            } else {
                page(exchange, 404, paragraph(text(exchange, "demo.vouchers.not-found")));
            }
        }
    }

    private void front(HttpExchange exchange) throws IOException {
        Optional<Session> session = session(exchange);
        if (session.isPresent()) {
            page(exchange, 200, places(exchange, session.get()));
            return;
        }
        String state = secret();
        setCookie(exchange, STATE, state, Duration.ofMinutes(10));
        page(
                exchange,
                200,
                paragraph(text(exchange, "demo.vouchers.lead"))
                        + "<p><a class=\"button\" href=\"" + escape(signInAddress + "?state=" + state) + "\">"
                        + escape(text(exchange, "demo.vouchers.sign-in")) + "</a></p>");
    }

    /** A ticket counts once, for the browser that asked for it. */
    private void signedIn(HttpExchange exchange) throws IOException {
        Instant now = clock.instant();
        used.values().removeIf(until -> until.isBefore(now));
        sessions.values().removeIf(session -> session.until().isBefore(now));
        Optional<Ticket> ticket = Ticket.read(parameter(exchange, "ticket"), identity)
                .filter(read -> read.audience().equals(address()))
                .filter(read -> read.until().isAfter(now))
                .filter(read ->
                        cookie(exchange, STATE).filter(read.state()::equals).isPresent())
                .filter(read -> used.putIfAbsent(read.nonce(), read.until()) == null);
        if (ticket.isEmpty() || sessions.size() >= MOST_SESSIONS) {
            page(
                    exchange,
                    403,
                    paragraph(text(exchange, "demo.vouchers.refused")) + "<p><a href=\"/\">"
                            + escape(text(exchange, "demo.vouchers.again")) + "</a></p>");
            return;
        }
        Ticket read = ticket.get();
        String id = secret();
        sessions.put(id, new Session(read.person(), read.name(), read.level(), now.plus(LONGEST_SESSION)));
        setCookie(exchange, SESSION, id, LONGEST_SESSION);
        setCookie(exchange, STATE, "", Duration.ZERO);
        redirect(exchange);
    }

    private void signOut(HttpExchange exchange) throws IOException {
        cookie(exchange, SESSION).ifPresent(sessions::remove);
        setCookie(exchange, SESSION, "", Duration.ZERO);
        redirect(exchange);
    }

    private String places(HttpExchange exchange, Session session) {
        StringBuilder html = new StringBuilder()
                .append("<form method=\"post\" action=\"/sign-out\"><p>")
                .append(escape(text(exchange, "demo.vouchers.signed-in", session.name())))
                .append(" <button type=\"submit\">")
                .append(escape(text(exchange, "demo.vouchers.sign-out")))
                .append("</button></p></form>");
        List<Enterprise> enterprises = establishments.of(session.person());
        if (enterprises.stream()
                .allMatch(enterprise -> enterprise.establishments().isEmpty())) {
            return html + paragraph(text(exchange, "demo.vouchers.none"));
        }
        for (Enterprise enterprise : enterprises) {
            html.append("<h2>")
                    .append(escape(enterprise.name() + " – " + enterprise.number()))
                    .append("</h2>");
            List<Answer> answers;
            try {
                answers = ask(session, enterprise.establishments());
            } catch (DecisionException noAnswer) {
                html.append(paragraph(text(exchange, "demo.vouchers.no-answer")));
                answers = List.of();
            }
            html.append(table(exchange, enterprise, answers));
        }
        return html.toString();
    }

    /** A hundred a request. */
    private List<Answer> ask(Session session, List<Establishment> places) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < places.size(); i += 100) {
            answers.addAll(decisions
                    .get()
                    .askAll(places.subList(i, Math.min(places.size(), i + 100)).stream()
                            .map(place -> Question.about(session.person())
                                    .establishmentUnit(place.number())
                                    .as(ROLE)
                                    .signedInAt(session.level()))
                            .toList()));
        }
        return answers;
    }

    private String table(HttpExchange exchange, Enterprise enterprise, List<Answer> answers) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < enterprise.establishments().size(); i++) {
            Establishment place = enterprise.establishments().get(i);
            Answer answer = i < answers.size() ? answers.get(i) : null;
            boolean open = answer != null && answer.permitted();
            rows.append("<tr id=\"unit-")
                    .append(escape(place.number()))
                    .append("\"><th scope=\"row\">")
                    .append(escape(place.name()))
                    .append("</th><td>")
                    .append(escape(place.formatted()))
                    .append("</td><td><strong class=\"")
                    .append(open ? "open" : "closed")
                    .append("\">")
                    .append(escape(text(exchange, open ? "demo.vouchers.open" : "demo.vouchers.closed")))
                    .append("</strong></td><td>")
                    .append(escape(why(exchange, answer)))
                    .append("</td></tr>");
        }
        StringBuilder head = new StringBuilder();
        for (String column : List.of("place", "number", "state", "why")) {
            head.append("<th scope=\"col\">")
                    .append(escape(text(exchange, "demo.vouchers.column." + column)))
                    .append("</th>");
        }
        return "<table><thead><tr>" + head + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }

    private String why(HttpExchange exchange, @Nullable Answer answer) {
        if (answer == null) {
            return text(exchange, "demo.vouchers.no-answer");
        }
        String known = messages.getMessage("demo.vouchers.why." + answer.code(), null, null, locale(exchange));
        return known == null ? answer.reason() : known;
    }

    private void page(HttpExchange exchange, int status, String content) throws IOException {
        String language = language(exchange);
        String title = escape(text(exchange, "demo.vouchers.title"));
        String other = language.equals("nl") ? "fr" : "nl";
        send(
                exchange,
                status,
                "text/html",
                "<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + title
                        + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                        + "<link rel=\"stylesheet\" href=\"/style.css\"></head><body><header><p>"
                        + escape(text(exchange, "demo.vouchers.demonstration")) + " <a lang=\"" + other
                        + "\" href=\"/?lang=" + other + "\">" + (other.equals("nl") ? "Nederlands" : "Français")
                        + "</a></p></header><main><h1>" + title + "</h1>" + content + "</main></body></html>");
    }

    private static String style() {
        return "body{font-family:sans-serif;max-width:60rem;margin:0 auto;padding:0 1rem;color:#1d1d1b;line-height:1.5}"
                + "header{border-bottom:4px solid #0b3c43}table{border-collapse:collapse;width:100%}"
                + "th,td{text-align:left;padding:.5rem;border-bottom:1px solid #8a8a8a;overflow-wrap:anywhere}"
                + ".open{color:#00594c}.closed{color:#a4123f}"
                + ".button{display:inline-block;background:#0b3c43;color:#fff;padding:.75rem 1.25rem;text-decoration:none}"
                + "a:focus,button:focus{outline:3px solid #ffb000;outline-offset:2px}";
    }

    private static String paragraph(String text) {
        return "<p>" + escape(text) + "</p>";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String text(HttpExchange exchange, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale(exchange));
    }

    private static Locale locale(HttpExchange exchange) {
        return Locale.forLanguageTag(language(exchange) + "-BE");
    }

    /** Of the two of the space: what was asked for last, else what the browser prefers. */
    private static String language(HttpExchange exchange) {
        String asked = parameter(exchange, "lang");
        if (asked.equals("nl") || asked.equals("fr")) {
            exchange.getResponseHeaders().add("Set-Cookie", "vouchers-lang=" + asked + "; Path=/; SameSite=Lax");
            return asked;
        }
        String preferred = cookie(exchange, "vouchers-lang")
                .orElseGet(() -> String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
        return preferred.toLowerCase(Locale.ROOT).startsWith("fr") ? "fr" : "nl";
    }

    private Optional<Session> session(HttpExchange exchange) {
        return cookie(exchange, SESSION).map(sessions::get).filter(session -> session.until()
                .isAfter(clock.instant()));
    }

    private static Optional<String> cookie(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";", -1)))
                .map(String::strip)
                .filter(one -> one.startsWith(name + "="))
                .map(one -> one.substring(name.length() + 1).replace("\"", ""))
                .findFirst();
    }

    private static void setCookie(HttpExchange exchange, String name, String value, Duration holds) {
        exchange.getResponseHeaders()
                .add(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + holds.toSeconds());
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(one -> one.startsWith(name + "="))
                        .map(one -> decoded(one.substring(name.length() + 1)))
                        .findFirst()
                        .orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException madeUp) {
            return "";
        }
    }

    private String secret() {
        byte[] bytes = new byte[SECRET];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(303, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
