package be.designations.primaweb;

import be.designations.access.QualityId;
import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has entered PrimaWeb, and which profiles they have, as it is stored; periods end, rows stay. */
public interface UserStore {

    /** Users of that CPAS by name. */
    Page page(QualityId quality, Asked asked, Instant at);

    Optional<ProfileUser> find(QualityId quality, PersonId person, Instant at);

    /** Holds back whatever else is decided about that user until this transaction ends. */
    void lock(QualityId quality, PersonId person);

    /** People of the CPAS whose name has all these words, at most that many, with what a profile asks of them. */
    List<Candidate> candidates(OrganisationId cpas, QualityId quality, String typed, int most, Instant at);

    /** Notes that somebody has entered for the first time; later times change nothing. @return whether it was the first */
    boolean enter(QualityId quality, PersonId person, Instant at);

    /** Holds these profiles against deletion until this transaction ends. @return those that there are in that CPAS */
    Set<ProfileId> hold(QualityId quality, Collection<ProfileId> profiles);

    void give(QualityId quality, PersonId person, Collection<ProfileId> profiles, PersonId by, Instant at);

    void take(QualityId quality, PersonId person, Collection<ProfileId> profiles, PersonId by, Instant at);

    /** A manager knows at that instant that the user has the role. */
    void confirm(QualityId quality, PersonId person, Instant at);

    /** @param at since when the user is inactive, or null for one who is no more */
    void deactivate(QualityId quality, PersonId person, @Nullable Instant at);

    /** The codes of the functions that the person has there at that instant. */
    Set<String> functions(QualityId quality, PersonId person, Instant at);

    /** Which profiles were given to that user and taken from them, the newest first. */
    List<Period> history(QualityId quality, PersonId person);

    /**
     * A page of users.
     *
     * @param typed    words of the name; empty for all
     * @param profile  only who has that one, or null
     * @param function only who has a profile with that one, or null
     * @param inactive those who were deactivated, or the others
     * @param from     the last person of the page before, for who reads on; null for who asks for a page by its number
     * @param number   of the page, from 1; the last one stands for those that there are not
     */
    record Asked(
            String typed,
            @Nullable ProfileId profile,
            @Nullable String function,
            boolean inactive,
            @Nullable PersonId from,
            int number,
            int size,
            Language language) {

        /** The number of the page that is nearest to the one that is asked for. */
        public int numberAmong(long total) {
            return (int) Math.max(1, Math.min(number, (total + size - 1) / size));
        }
    }

    /**
     * @param number of the page that it is
     * @param total  on all pages
     * @param next   from whom to read on, or null at the end
     */
    record Page(
            List<ProfileUser> users,
            int number,
            long total,
            @Nullable PersonId next) {

        public Page {
            users = List.copyOf(users);
        }
    }

    /**
     * Somebody of the CPAS and what a profile asks of them.
     *
     * @param hasRole     whether they have the role Agent social now
     * @param entered     whether they have entered PrimaWeb
     * @param deactivated whether they are among the inactive users
     */
    record Candidate(PersonId person, String name, boolean hasRole, boolean entered, boolean deactivated) {}

    /**
     * That somebody had a profile.
     *
     * @param until null while they have it
     * @param by    the name of who gave it
     * @param endBy the name of who took it, or null
     */
    record Period(
            ProfileId profile,
            Translated name,
            Instant from,
            String by,
            @Nullable Instant until,
            @Nullable String endBy) {

        public String in(Language language) {
            return Profile.called(name, language);
        }
    }
}
