package be.designations.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The letters that were made. */
public interface LetterStore {

    /** Which letter of its dossier the next one is; whoever asks holds the dossier. */
    int nextNumber(UUID caseId);

    /** What people quote of the letter of a decision: {@code DES-2026-00001}. */
    String nextReference(int year);

    void add(Letter letter, NewLetter told, byte[] content);

    /** The first first. */
    List<Letter> ofCase(UUID caseId);

    Optional<Letter> find(UUID caseId, int number);

    Optional<Letter> ofDecision(UUID decision);

    Optional<Letter> find(CheckCode code);

    /** @param digest SHA-256, in hexadecimal */
    Optional<Letter> findByDigest(String digest);

    byte[] content(UUID letter);

    /** Since when a later letter of its kind about the same holds in its place, if one does at that instant. */
    Optional<Instant> replacedAt(UUID letter, Instant at);
}
