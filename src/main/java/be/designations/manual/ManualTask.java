package be.designations.manual;

import static be.designations.manual.ManualReader.CPAS;
import static be.designations.manual.ManualReader.DESK;
import static be.designations.manual.ManualReader.ENTERPRISE;
import static be.designations.manual.ManualReader.EVERYBODY;
import static be.designations.manual.ManualReader.MANAGER;
import static be.designations.manual.ManualReader.PRIMAWEB;
import static be.designations.manual.ManualReader.SUPPORT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A task that has a page in the manual. Its words stand in the bundle {@code manual} under its {@linkplain #code() code}:
 * {@code title}, {@code for} (what it is for), the steps from {@code 1} on, {@code then} (what follows) and {@code wrong} (what can go
 * wrong). Its pictures, one a language, are made by the tests (ADR 0029).
 */
public enum ManualTask {
    ACCESS(EVERYBODY, "/me", "/me", "/me/reads"),
    ASK(EVERYBODY, "/requests/new", "/requests/**"),
    PLACES(EVERYBODY, "/capacity", "/capacity"),
    DATA(EVERYBODY, "/me/contact", "/me/contact"),
    MANAGERS(EVERYBODY, "/me/managers", "/me/managers"),
    KEYS(EVERYBODY, "/me/sessions", "/me/sessions", "/sign-in/again"),
    PORTAL(EVERYBODY, null, "/me/contact", "/qualities/*/technical-user/new"),
    LETTER(EVERYBODY, "/verify", "/verify"),

    PROPOSE(
            CPAS,
            "/dpd/applications/new",
            "/dpd/applications/new",
            "/dpd/applications/*",
            "/dpd/applications/*/{*rest}"),
    FOLLOW(
            CPAS,
            "/cases",
            "/cases",
            "/cases/*",
            "/cases/DPD-*",
            "/cases/GAP-*",
            "/cases/RQR-*",
            "/cases/REV-*",
            "/cases/*/comment",
            "/cases/*/answers/*",
            "/documents/*/view"),
    COMPLETE(CPAS, null, "/cases/DPD-*", "/cases/DPD-*/complete", "/dpd/applications/*/change/*"),
    WITHDRAW(CPAS, null, "/cases/*/withdraw"),
    REFUSED(CPAS, null, "/cases/DPD-*"),
    CHANGE(CPAS, null, "/cases/DPD-*", "/cases/DPD-*/local-manager", "/qualities/*/local-manager/new"),
    MANDATE(CPAS, "/mandates", "/mandates/**", "/cases/MND-*", "/cases/MND-*/*", "/cases/EXT-*", "/cases/EXT-*/*"),
    STAND_IN(CPAS, null, "/entities/*/assisting-officers/new", "/cases/AID-*", "/cases/AID-*/*"),

    QUALITY(
            MANAGER,
            "/entities",
            "/entities/*",
            "/entities/*/details",
            "/entities/*/qualities/new",
            "/qualities/*/email",
            "/entities"),
    CONTACT(MANAGER, null, "/entities/*/details", "/qualities/*/email", "/responsibilities/*/contact"),
    CO_MANAGERS(
            MANAGER,
            null,
            "/entities/*/co-managers/**",
            "/qualities/*/co-managers/new",
            "/qualities/*/technical-user/new",
            "/responsibilities/*/*"),
    ADD(MANAGER, null, "/qualities/*/users/new/**"),
    USERS(MANAGER, null, "/qualities/*", "/qualities/*/users/**", "/entities/*/users"),
    SUBDIVISIONS(MANAGER, null, "/qualities/*/subdivisions", "/subdivisions/**"),
    GRANT(
            MANAGER,
            "/rights",
            "/entities/*/rights",
            "/entities/*/rights/grant/**",
            "/entities/*/rights/people/**",
            "/entities/*/rights/compare/**",
            "/rights",
            "/entities/*/rights/groups/*",
            "/entities/*/rights/result"),
    REVOKE(MANAGER, null, "/entities/*/rights/revoke/**", "/entities/*/rights/look-up"),
    ANSWER(MANAGER, "/work", "/cases/RQR-*", "/cases/RQR-*/grant", "/cases/RQR-*/refuse", "/cases/RQR-*/close"),
    ENDING(MANAGER, null, "/entities/*/ending/**"),
    LEAVING(MANAGER, null, "/relationships/**", "/entities/*/people/*/relationships/new", "/cases/REM-*/tie"),
    CAMPAIGN(MANAGER, "/reviews", "/reviews/**"),
    REVIEW(MANAGER, "/work", "/cases/REV-*", "/cases/REV-*/answer/**", "/cases/REV-*/finish"),
    FILE(MANAGER, null, "/entities/*/import/**"),
    REPORTS(MANAGER, null, "/entities/*/reports/**"),
    HISTORY(
            MANAGER,
            null,
            "/qualities/*/history",
            "/entities/*/history",
            "/people/*/history",
            "/people/*",
            "/people/*/niss",
            "/decisions/*"),

    ENTER(PRIMAWEB, "/me", "/primaweb/*", "/primaweb/*/home", "/primaweb/*/my-access"),
    PROFILE(PRIMAWEB, null, "/primaweb/*/access", "/primaweb/*/profiles/**", "/primaweb/*/import", "/primaweb/*/logs"),
    ASSIGN(PRIMAWEB, null, "/primaweb/*/access", "/primaweb/*/users/**", "/primaweb/*/logs"),

    PRINCIPAL(ENTERPRISE, "/principal-manager", "/principal-manager/**"),
    SPECIAL(ENTERPRISE, "/principal-manager", "/principal-manager/*/mandate"),
    DOMAINS(ENTERPRISE, null, "/entities/*/access-managers", "/entities/*/domains/**"),

    WORK(DESK, "/work", "/work", "/work/hand-over", "/cases/*/take"),
    OPINION(DESK, "/work", "/cases/DPD-*", "/cases/DPD-*/opinion", "/cases/DPD-*/completion-request"),
    DECISION(DESK, "/work", "/cases/DPD-*", "/cases/DPD-*/decision"),
    EXTENSION(DESK, "/work", "/cases/EXT-*", "/cases/EXT-*/extension-decision"),
    WITHDRAW_APPROVAL(DESK, "/mandates", "/mandates/*/withdraw"),
    CALENDAR(DESK, "/work/calendar", "/work/calendar", "/work/late", "/me/calendar"),
    DEPUTIES(DESK, "/deputies", "/deputies/**", "/operations/deputies"),
    FIGURES(DESK, "/figures", "/figures/**"),

    VERIFY(SUPPORT, "/work", "/cases/GAP-*", "/cases/GAP-*/verification"),
    CLOSING(SUPPORT, "/desks", "/desks/**"),
    TAKEOVER(SUPPORT, "/operations/takeovers", "/operations/takeovers/**"),
    MAILS(SUPPORT, "/operations/mails", "/operations/mails"),
    FAILURES(
            SUPPORT,
            "/operations/failures",
            "/operations/failures",
            "/operations/health",
            "/operations/jobs",
            "/operations/runs/*"),
    MIGRATION(SUPPORT, "/operations/processes", "/operations/processes", "/operations/processes/**"),
    SUSPENSION(SUPPORT, "/operations/processes", "/operations/processes", "/operations/processes/*/suspension"),
    CATALOGUE(SUPPORT, "/catalogue", "/catalogue/**"),
    LETTER_TEXTS(SUPPORT, "/operations/letters", "/operations/letters/**"),
    FUNCTIONS(SUPPORT, "/operations/primaweb", "/operations/primaweb/**"),
    APPLICATIONS(SUPPORT, "/operations/applications", "/operations/applications/**"),
    NEWS(SUPPORT, "/operations/news", "/operations/news/**"),
    ENQUIRY(SUPPORT, "/operations/managers", "/operations/managers", "/operations/duties"),
    AUDIT(SUPPORT, "/operations/audit", "/operations/audit/**"),
    RETENTION(SUPPORT, "/operations/retention", "/operations/retention");

    /** What others have written about the task, by its key in {@code reference/links.csv}. */
    private static final Map<ManualTask, String> ELSEWHERE = Map.of(
            KEYS, "keys",
            PORTAL, "portal",
            PROPOSE, "dpd-page",
            ENTER, "primabook",
            PRINCIPAL, "csam-guide",
            DOMAINS, "egov-roles");

    /** The status in which the page of a dossier is that of the task, for whom it waits; the page of its steps always is. */
    private static final Map<ManualTask, String> WHILE = Map.of(
            OPINION, "dpd.awaiting-opinion",
            COMPLETE, "dpd.awaiting-completion",
            DECISION, "dpd.awaiting-decision",
            REFUSED, "dpd.refused",
            CHANGE, "dpd.approved",
            EXTENSION, "extension.asked",
            VERIFY, "principal-manager.awaiting-verification",
            ANSWER, "right-request.asked",
            REVIEW, "access-review.open");

    private final ManualReader reader;
    private final @Nullable String opens;

    @SuppressWarnings("ImmutableEnumChecker") // neither the list nor a pattern changes
    private final List<PathPattern> pages;

    /**
     * @param opens where it begins, where that is the same address for everybody
     * @param pages patterns of the addresses where it is done
     */
    ManualTask(ManualReader reader, @Nullable String opens, String... pages) {
        this.reader = reader;
        this.opens = opens;
        this.pages = Arrays.stream(pages)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    public static Optional<ManualTask> of(String code) {
        return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }

    /**
     * The tasks that are done on that page; where addresses of several fit, those of the most exact ones, and of these the ones
     * that its dossier stands for.
     *
     * @param standing the status of the dossier that the page is about, for whom it is to go on with it; else null
     */
    public static List<ManualTask> doneAt(String path, @Nullable String standing) {
        PathContainer asked = PathContainer.parsePath(path);
        Optional<PathPattern> best = Stream.of(values())
                .flatMap(task -> task.pages.stream())
                .filter(page -> page.matches(asked))
                .min(PathPattern.SPECIFICITY_COMPARATOR);
        List<ManualTask> exact = best.stream()
                .flatMap(pattern -> Stream.of(values()).filter(task -> task.pages.stream()
                        .anyMatch(page -> page.getPatternString().equals(pattern.getPatternString()))))
                .toList();
        return Stream.<Predicate<ManualTask>>of(
                        task -> standing != null && standing.equals(WHILE.get(task)), task -> !WHILE.containsKey(task))
                .map(fits -> exact.stream().filter(fits).toList())
                .filter(tasks -> !tasks.isEmpty())
                .findFirst()
                .orElse(exact);
    }

    public ManualReader reader() {
        return reader;
    }

    /** As it stands in addresses, keys and names of files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address where it begins, where that is the same for everybody. */
    public @Nullable String opens() {
        return opens;
    }

    /** The key of a page elsewhere that says more. */
    public @Nullable String elsewhere() {
        return ELSEWHERE.get(this);
    }
}
