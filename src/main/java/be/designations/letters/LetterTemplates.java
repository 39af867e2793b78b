package be.designations.letters;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts that letters are made from, which support staff edit: checked before they are used, each change a new version of all
 * languages (D97). Every operation throws {@link be.designations.rules.NotAllowedException} for anybody else.
 */
@Service
@Transactional
public class LetterTemplates {

    private final LetterTemplateStore store;
    private final LetterTexts texts;
    private final LetterSamples samples;
    private final Capacities capacities;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    LetterTemplates(
            LetterTemplateStore store,
            LetterTexts texts,
            LetterSamples samples,
            Capacities capacities,
            Directory directory,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.texts = texts;
        this.samples = samples;
        this.capacities = capacities;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of each kind the newest version. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> all(Actor actor) {
        require(actor);
        return store.all();
    }

    /** The newest first, in words. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> versions(Actor actor, LetterKind kind) {
        require(actor);
        return store.versions(kind).stream().map(this::shown).toList();
    }

    /** @throws NotFoundException when there is no such version */
    @Transactional(readOnly = true)
    public LetterTemplate find(Actor actor, LetterKind kind, int version) {
        require(actor);
        return shown(store.find(kind, version).orElseThrow(() -> new NotFoundException("letter template")));
    }

    /** The words of that kind as they are typed in texts of that language; those without which it says too little. */
    public record Words(List<String> all, List<String> needed) {}

    public Words words(LetterKind kind, Language language) {
        return new Words(
                kind.words().stream().map(word -> named(word, language)).toList(),
                kind.words().stream()
                        .filter(kind.needed()::contains)
                        .map(word -> named(word, language))
                        .toList());
    }

    private String named(LetterWord word, Language language) {
        return "{" + texts.name(word, language) + "}";
    }

    /**
     * A letter about nobody, of a text that is not saved.
     *
     * @throws RejectedException when something is wrong with the text
     */
    @Transactional(readOnly = true)
    public byte[] preview(Actor actor, LetterKind kind, LetterText typed) {
        require(actor);
        RejectedException.throwIfAny(texts.problems(kind, typed));
        return samples.print(kind, texts.stored(typed));
    }

    /**
     * Saves texts as the next version.
     *
     * @param seen  the version that was there when they were opened
     * @param typed one for each language, in the order of the languages of letters
     * @return the version that they are now
     * @throws RejectedException when something is wrong with a text, nothing was changed, or somebody else was faster
     */
    public int save(Actor actor, LetterKind kind, int seen, List<LetterText> typed) {
        require(actor);
        RejectedException.throwIfAny(typed.stream()
                .flatMap(text -> texts.problems(kind, text).stream())
                .toList());
        LetterTemplate current = store.current(kind);
        if (current.version() != seen) {
            throw new RejectedException(faster(current));
        }
        List<LetterText> stored = typed.stream().map(texts::stored).toList();
        if (stored.equals(current.texts())) {
            throw new RejectedException(Rejection.of("letters.not-changed"));
        }
        // What cannot be put on paper is not used.
        stored.forEach(text -> samples.print(kind, text));
        LetterTemplate next = new LetterTemplate(kind, seen + 1, stored, clock.instant(), actor.person());
        if (!store.add(next)) {
            throw new RejectedException(faster(store.current(kind)));
        }
        audit.record(AuditEvent.of("letter.text-changed", "letter-template", kind.code())
                .by(actor)
                .changing(Map.of("version", seen), Map.of("version", next.version())));
        return next.version();
    }

    private Rejection faster(LetterTemplate current) {
        PersonId by = current.madeBy();
        BelgianDates dates = new BelgianDates();
        return Rejection.of(
                        "letters.changed-meanwhile",
                        by == null ? "" : directory.person(by).displayName(),
                        current.version(),
                        dates.day(current.madeAt()) + " " + dates.time(current.madeAt()))
                .ofState();
    }

    private LetterTemplate shown(LetterTemplate stored) {
        return new LetterTemplate(
                stored.kind(),
                stored.version(),
                stored.texts().stream().map(texts::shown).toList(),
                stored.madeAt(),
                stored.madeBy());
    }

    private void require(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
