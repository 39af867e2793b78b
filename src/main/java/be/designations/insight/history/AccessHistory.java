package be.designations.insight.history;

import be.designations.access.AccessReaders;
import be.designations.access.BasisId;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.Sight;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessPages;
import be.designations.insight.DeskReads;
import be.designations.insight.Grounds;
import be.designations.insight.history.HistoryStore.Cursor;
import be.designations.insight.history.HistoryStore.EffectLine;
import be.designations.insight.history.HistoryStore.Effects;
import be.designations.insight.history.HistoryStore.Page;
import be.designations.insight.history.HistoryStore.Query;
import be.designations.insight.history.HistoryStore.Reader;
import be.designations.insight.history.HistoryStore.Subject;
import be.designations.insight.history.HistoryStore.SubjectKind;
import be.designations.letters.Letters;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who had what on a day, and why. Readers are let in and see lines by what they are now, whichever day they ask about;
 * about themselves they see all.
 */
@Service
@Transactional(readOnly = true)
public class AccessHistory {

    /** Of the lines of a decision. */
    public static final int LINES_OF_A_DECISION = 200;

    private final HistoryStore store;
    private final AccessPages pages;
    private final AccessReaders readers;
    private final Directory directory;
    private final DeskReads reads;
    private final Letters letters;
    private final Clock clock;

    AccessHistory(
            HistoryStore store,
            AccessPages pages,
            AccessReaders readers,
            Directory directory,
            DeskReads reads,
            Letters letters,
            Clock clock) {
        this.store = store;
        this.pages = pages;
        this.readers = readers;
        this.directory = directory;
        this.reads = reads;
        this.letters = letters;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is nothing of that person that the reader may see */
    @Transactional
    public HistoryScope ofPerson(Actor actor, PersonId id) {
        AccessPages.PersonDetail person = pages.person(actor, id);
        return scope(actor, SubjectKind.PERSON, id.value(), person.name(), null, null, person.sight());
    }

    /** @throws NotFoundException when the reader may not see that quality, or there is none */
    @Transactional
    public HistoryScope ofQuality(Actor actor, QualityId id) {
        Sight sight = readers.of(actor);
        Quality quality = pages.quality(sight, id);
        Organisation organisation = directory.organisation(quality.organisation());
        reads.ofUsers(actor, sight, organisation.id(), id);
        return scope(actor, SubjectKind.QUALITY, id.value(), null, quality, organisation, sight);
    }

    /** @throws NotFoundException when the reader is nothing there, or there is none with that number */
    @Transactional
    public HistoryScope ofEntity(Actor actor, EnterpriseNumber number) {
        Sight sight = readers.of(actor);
        Organisation organisation = pages.organisation(sight, number);
        reads.ofPeople(actor, sight, organisation.id());
        return scope(actor, SubjectKind.ENTITY, organisation.id().value(), null, null, organisation, sight);
    }

    private HistoryScope scope(
            Actor actor,
            SubjectKind kind,
            UUID id,
            @Nullable String person,
            @Nullable Quality quality,
            @Nullable Organisation organisation,
            Sight sight) {
        return new HistoryScope(
                new Subject(kind, id), person, quality, organisation, sight, reader(actor, sight, clock.instant()));
    }

    /** @param size 1 to 1,000 */
    public Page page(HistoryScope scope, Asked asked, @Nullable Cursor cursor, int size) {
        Page found = store.page(query(scope, asked), cursor, size);
        return new Page(
                found.lines().stream().map(line -> seen(line, scope)).toList(),
                found.total(),
                found.previous(),
                found.next());
    }

    /** All lines in the order of the pages; any number of them fits in memory. Confirmations are left out. */
    public void each(HistoryScope scope, Asked asked, Consumer<HistoryLine> taker) {
        store.each(query(scope, asked), line -> taker.accept(seen(line, scope)));
    }

    /** @throws NotFoundException when there is none, or it did nothing that the reader may see */
    public Decision decision(Actor actor, BasisId id) {
        Grounds grounds = store.decision(id).orElseThrow(() -> new NotFoundException("decision"));
        Sight sight = readers.of(actor);
        Instant now = clock.instant();
        Effects effects = store.effects(id, reader(actor, sight, now), LINES_OF_A_DECISION);
        if (effects.lines().isEmpty()) {
            throw new NotFoundException("decision");
        }
        List<EffectLine> lines = effects.lines().stream()
                .map(effect -> new EffectLine(effect.effect(), effect.line().seenWith(sight, actor.person(), now)))
                .toList();
        boolean words =
                effects.lines().stream().anyMatch(effect -> effect.line().showsReasons(sight, actor.person()));
        boolean dossiers = lines.stream().anyMatch(effect -> effect.line().dossiers());
        return new Decision(words ? grounds : grounds.withoutReason(), dossiers, lines, effects.total(), sight);
    }

    /**
     * Opens the letter by which that decision designates somebody, which is written down.
     *
     * @throws NotFoundException when the reader does not see whom it designates, may not read its words, or it made none
     */
    @Transactional
    public Letters.Opened letter(Actor actor, BasisId id) {
        if (decision(actor, id).letter() == null) {
            throw new NotFoundException("letter");
        }
        return letters.open(actor, letters.ofDecision(id.value()).orElseThrow());
    }

    private static HistoryLine seen(HistoryLine line, HistoryScope scope) {
        return line.seenWith(
                scope.sight(), scope.reader().person(), scope.reader().now());
    }

    private static Query query(HistoryScope scope, Asked asked) {
        return new Query(scope.subject(), asked.day().instant(), asked.earlierInstant(), scope.reader());
    }

    private static Reader reader(Actor actor, Sight sight, Instant now) {
        return new Reader(actor.person(), sight.reach(), now);
    }
}
