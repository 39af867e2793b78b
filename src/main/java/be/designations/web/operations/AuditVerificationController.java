package be.designations.web.operations;

import be.designations.audit.AuditAnchors;
import be.designations.audit.AuditReads;
import be.designations.audit.AuditVerification;
import be.designations.audit.AuditVerifications;
import be.designations.audit.VerificationRun;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the audit log is whole: anchored, verified in the background, and what that found. */
@Controller
class AuditVerificationController {

    private static final String PAGE = "/operations/audit/verifications";
    private static final int RUNS_SHOWN = 10;

    private final Operators operators;
    private final AuditVerifications verifications;
    private final AuditAnchors anchors;
    private final AuditReads reads;
    private final Directory directory;
    private final Clock clock;

    AuditVerificationController(
            Operators operators,
            AuditVerifications verifications,
            AuditAnchors anchors,
            AuditReads reads,
            Directory directory,
            Clock clock) {
        this.operators = operators;
        this.verifications = verifications;
        this.anchors = anchors;
        this.reads = reads;
        this.directory = directory;
        this.clock = clock;
    }

    /** It asks for itself again as long as a verification goes on. */
    @GetMapping(PAGE)
    String verifications(Actor actor, Page page) {
        operators.require(actor);
        List<VerificationRun> runs = verifications.last(RUNS_SHOWN);
        VerificationRun last = runs.isEmpty() ? null : runs.get(0);
        boolean running = last != null && last.endedAt() == null;
        AuditVerification unsound = last != null && !running && last.found().isUnsound() ? last.found() : null;
        if (unsound != null) {
            page.with("hasErrors", true);
        }
        page.inSection("operations")
                .with("runs", runs)
                .with("last", last)
                .with("running", running ? last : null)
                .with("unsound", unsound)
                .with(
                        "names",
                        directory
                                .people(runs.stream()
                                        .map(VerificationRun::startedBy)
                                        .distinct()
                                        .toList())
                                .stream()
                                .collect(Collectors.toMap(Person::id, Person::displayName)));
        return "operations/verifications";
    }

    /**
     * @param kept the text of an anchor that somebody kept elsewhere; blank for none
     * @param last the last verification on the page; absent when there was none
     */
    @PostMapping("/operations/audit/verify")
    String verify(
            Actor actor,
            @RequestParam(name = "anchor", defaultValue = "") String kept,
            @RequestParam(name = "_last", required = false) @Nullable Long last,
            Page page) {
        operators.require(actor);
        String anchor = kept.isBlank() ? null : kept.strip();
        if (anchor != null && anchors.read(anchor).isEmpty()) {
            return refuse(kept, "unreadable", page);
        }
        if (verifications.begin(actor, anchor, last)) {
            return Page.redirect(PAGE);
        }
        if (anchor != null && !anchor.equals(verifications.last(1).get(0).anchor())) {
            return refuse(kept, "not-compared", page);
        }
        return page.inform(PAGE, "operations.audit.verify.before");
    }

    private static String refuse(String typed, String why, Page page) {
        page.passing("anchorTyped", typed).passing("anchorRefused", why).passing("hasErrors", true);
        return Page.redirect(PAGE);
    }

    /** How the log ends now, signed: a file to keep elsewhere. */
    @PostMapping("/operations/audit/anchor")
    ResponseEntity<byte[]> anchor(Actor actor) {
        operators.require(actor);
        reads.anchored(actor);
        return anchors.anchor()
                .map(signed -> Download.of(
                        "audit-anchor-" + Days.of(clock.instant()) + ".txt",
                        MediaType.TEXT_PLAIN_VALUE,
                        signed.getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow(() -> new NotFoundException("audit event"));
    }
}
