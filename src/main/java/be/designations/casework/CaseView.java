package be.designations.casework;

import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.SentMail;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as one of its readers sees it.
 *
 * @param openWork        the work at which it waits, or null when it waits for nobody
 * @param progress        how far it has come, by the key of the process
 * @param waits           when it waited for the other side, the first first
 * @param unsent          which of the documents only those who file see, as they have not sent them yet (D19)
 * @param comments        what this reader reads of what was said about it, the first first (D89)
 * @param sides           where in it this reader works, which lets them write comments
 * @param people          everybody named in it, by id
 * @param offers          everything that can be done with it, possible for this reader or not
 * @param contents        what the modules keep of it, by the key of the process
 * @param inOtherCapacity whether it waits for the reader in a capacity that was not chosen
 */
public record CaseView(
        CaseFile dossier,
        CaseStatus status,
        Organisation organisation,
        @Nullable WorkItem openWork,
        List<TimelineEntry> timeline,
        List<SentMail> mails,
        Map<String, ProcessProgress.Steps> progress,
        List<Wait> waits,
        List<Attachment> documents,
        Set<AttachmentId> unsent,
        List<Comment> comments,
        Set<Side> sides,
        Map<PersonId, Person> people,
        List<Offer> offers,
        Map<String, CaseContent> contents,
        boolean inOtherCapacity) {

    /** What a module keeps of it. */
    public <C extends CaseContent> C content(CaseProcess<C> process) {
        return process.content().cast(Objects.requireNonNull(contents.get(process.key())));
    }

    /** Key of the process of its kind. */
    public String dossierProcess() {
        return contents.keySet().iterator().next();
    }

    /** How far that process has come. */
    public ProcessProgress.Steps progressOf(String process) {
        return progress.getOrDefault(process, ProcessProgress.Steps.NONE);
    }

    /** What this reader may do now, in the order of the buttons. */
    public List<Offer> possible() {
        return offers.stream().filter(Offer::isPossible).toList();
    }

    /** Whether its work waits for this reader, be it in the hands of a colleague. */
    public boolean atDesk() {
        return openWork != null
                && offers.stream()
                        .anyMatch(offer -> openWork.kind().process().equals(offer.process())
                                && offer.doesWork()
                                && (offer.isPossible() || offer.state() == Offer.State.TAKEN));
    }

    public Optional<Offer> offer(String step) {
        return offers.stream().filter(offer -> offer.key().equals(step)).findFirst();
    }

    public boolean may(String step) {
        return offer(step).filter(Offer::isPossible).isPresent();
    }

    /** Why this reader, at whose desk it waits, may not deal with it, or null (D13). */
    public @Nullable Rejection hindrance() {
        return offers.stream()
                .filter(offer -> offer.state() == Offer.State.HINDERED)
                .map(Offer::refusal)
                .findFirst()
                .orElse(null);
    }

    /** The name of somebody in the dossier; empty for the process itself. */
    public String nameOf(@Nullable PersonId person) {
        Person known = person == null ? null : people.get(person);
        return known == null ? "" : known.displayName();
    }

    /** Message keys of an event, the first that there is: each process may say in its own words what others call the same. */
    public List<String> wordsOf(TimelineEntry entry) {
        return Stream.concat(contents.keySet().stream().map(process -> process + "."), Stream.of(""))
                .map(process -> "timeline." + process + entry.event())
                .toList();
    }

    /** Until when the work at which it waits is to be done, or null. */
    public @Nullable Instant dueAt() {
        return openWork == null ? null : openWork.dueAt();
    }

    /**
     * The step that was interrupted to ask the other side and has not gone on since, be it that the dossier has ended meanwhile: it
     * was never done (D19). Null when there is none.
     */
    public @Nullable String interrupted() {
        return waits.stream().filter(Wait::isOpen).map(Wait::step).findFirst().orElse(null);
    }

    /** For what it waits of the other side, or null. */
    public @Nullable Wait openWait() {
        return dossier.closedAt() != null
                ? null
                : waits.stream().filter(Wait::isOpen).findFirst().orElse(null);
    }
}
