package be.designations.mandate;

import be.designations.casework.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mandates and their ends as they are stored. */
public interface MandateStore {

    Optional<MandateState> find(UUID mandate);

    /** When the officer of that mandate last became local manager of Action sociale by it. */
    Optional<Instant> localManagerSince(MandateState mandate);

    /** Mandates that end by their date after that instant and until the other, the first to end first; not those whose end was decided. */
    List<MandateState> endingByDate(Instant after, Instant until);

    /** Notes that the end of that mandate at that instant is told so many days before; false when it was noted already. */
    boolean noteTold(UUID mandate, Instant endsAt, int days, Instant at);

    /**
     * That an end was told before it came.
     *
     * @param toldAt when
     * @param endsAt the end that was told; it may have changed since
     */
    record Notice(Instant toldAt, Instant endsAt) {}

    /** Each time that the end of that mandate was told, the first first. */
    List<Notice> noticesOf(UUID mandate);

    /** Numbers of the dossiers on the end and on extensions of that mandate, the first first. */
    List<String> dossiersOf(UUID mandate);

    void add(MandateEnd end);

    void update(MandateEnd end);

    Optional<MandateEnd> findEnd(CaseId caseId);

    /** As {@link #findEnd}, held back from others until this transaction ends. */
    Optional<MandateEnd> lockEnd(CaseId caseId);

    /** The end of that mandate that is not settled. */
    Optional<MandateEnd> findOpenEnd(UUID mandate);

    /** All that was told of the end of that mandate, the first first. */
    List<MandateEnd> endsOf(UUID mandate);
}
