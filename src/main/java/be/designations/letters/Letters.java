package be.designations.letters;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.rules.NotFoundException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes letters in the transaction of what they tell, so that there is neither the one nor the other alone, and says of any letter
 * whether it is genuine. What is made is never changed; its digest stands in the audit log (D96).
 */
@Service
@Transactional
public class Letters {

    private final LetterStore store;
    private final LetterTemplateStore templates;
    private final LetterPaper paper;
    private final ObjectProvider<LetterStanding> standings;
    private final AuditLog audit;
    private final Clock clock;

    Letters(
            LetterStore store,
            LetterTemplateStore templates,
            LetterPaper paper,
            ObjectProvider<LetterStanding> standings,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.paper = paper;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a letter; whoever asks holds its dossier, or has just taken its decision.
     *
     * @throws IllegalArgumentException when a word is missing that the kind needs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter make(NewLetter told) {
        if (!told.words().keySet().containsAll(told.kind().needed())) {
            throw new IllegalArgumentException(
                    told.kind() + " needs " + told.kind().needed());
        }
        Instant now = clock.instant();
        Language language = told.entity().letterLanguage();
        LetterTemplate template = templates.current(told.kind());
        CheckCode code = CheckCode.drawn();
        LetterOrigin origin = told.origin();
        int number = origin.isDossier() ? store.nextNumber(origin.id()) : 1;
        String reference = origin.isDossier()
                ? origin.dossier() + "/" + number
                : store.nextReference(Days.of(now).getYear());
        byte[] content = paper.print(told, template.in(language), code, reference, now);
        Letter letter = new Letter(
                UUID.randomUUID(),
                origin.id(),
                number,
                told.kind(),
                template.version(),
                told.told(),
                reference,
                told.entity().id(),
                language,
                code,
                digest(content),
                content.length,
                now);
        store.add(letter, told, content);
        audit.record(AuditEvent.of("letter.made", "letter", letter.id()).changing(null, facts(letter)));
        return letter;
    }

    /** The letters of a dossier, the first first; whoever asks may see it. */
    @Transactional(readOnly = true)
    public List<Letter> ofCase(UUID caseId) {
        return store.ofCase(caseId);
    }

    /** The letter of a decision that no dossier asked for, if it made one; whoever asks may see it. */
    @Transactional(readOnly = true)
    public Optional<Letter> ofDecision(UUID decision) {
        return store.ofDecision(decision);
    }

    /** The references of the letters of these kinds in that dossier, for a mail; empty where there are none. */
    @Transactional(readOnly = true)
    public String references(UUID caseId, LetterKind... kinds) {
        return store.ofCase(caseId).stream()
                .filter(letter -> List.of(kinds).contains(letter.kind()))
                .map(Letter::reference)
                .collect(Collectors.joining(", "));
    }

    /** A letter with its file. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never kept or compared
    public record Opened(Letter letter, byte[] content) {}

    /**
     * Opens a letter of a dossier that the actor may see, which is written down.
     *
     * @throws NotFoundException when it has no such letter
     */
    public Opened open(Actor actor, UUID caseId, int number) {
        return open(actor, store.find(caseId, number).orElseThrow(() -> new NotFoundException("letter")));
    }

    /** Opens the letter of a decision, for an actor who may see it; that is written down. */
    public Opened open(Actor actor, Letter letter) {
        audit.record(AuditEvent.of("letter.opened", "letter", letter.id())
                .by(actor)
                .changing(null, Map.of("reference", letter.reference())));
        return new Opened(letter, store.content(letter.id()));
    }

    /** The letter of that code, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Checked> check(CheckCode code) {
        return store.find(code).map(this::checked);
    }

    /** The letter whose file this is, to the last byte. */
    @Transactional(readOnly = true)
    public Optional<Checked> check(byte[] file) {
        return store.findByDigest(digest(file)).map(this::checked);
    }

    /** Whether the file is that letter, to the last byte. */
    public static boolean isFileOf(Letter letter, byte[] file) {
        return letter.digest().equals(digest(file));
    }

    private Checked checked(Letter letter) {
        Instant now = clock.instant();
        Optional<Instant> replaced = store.replacedAt(letter.id(), now);
        boolean holds = standings.stream()
                .filter(standing -> standing.kinds().contains(letter.kind()))
                .allMatch(standing -> standing.holds(letter, now));
        return new Checked(letter, replaced.orElse(null), holds);
    }

    private static Map<String, Object> facts(Letter letter) {
        return Map.of(
                "reference",
                letter.reference(),
                "kind",
                letter.kind().code(),
                "language",
                letter.language().code(),
                "template",
                letter.templateVersion(),
                "sha256",
                letter.digest());
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
