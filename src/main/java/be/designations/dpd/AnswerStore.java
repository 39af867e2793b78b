package be.designations.dpd;

import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the CPAS sent each time, and what it is correcting, as it is stored. */
public interface AnswerStore {

    /** Keeps the answers as they are sent now, under the next number. */
    void sent(ApplicationId id, FormValues answers, PersonId by, Instant at);

    /** What was sent, the first first. */
    List<SentAnswers> versions(ApplicationId id);

    Optional<Correction> findCorrection(ApplicationId id);

    /** Keeps a correction in the place of the one before. */
    void keep(ApplicationId id, Correction correction);

    /** Throws away what is being corrected, if anything is. */
    void dropCorrection(ApplicationId id);

    /** What that person has typed so far as the reply to the questions; empty when that is nothing. */
    String reply(ApplicationId id, PersonId person);

    /** Keeps it in the place of what was typed before. */
    void keepReply(ApplicationId id, PersonId person, String words, Instant at);

    /** Throws away what is being corrected and every reply that is being typed: one was sent, or none can be any more. */
    void dropUnsent(ApplicationId id);
}
