package be.designations.primaweb;

import be.designations.access.QualityId;
import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles as they are stored; a deleted one is found no more, its versions stay. */
public interface ProfileStore {

    /** The profiles of that CPAS with “Tous les accès”, by name in that language. */
    List<Line> list(QualityId quality, Language language);

    /** One of that CPAS, or “Tous les accès”. */
    Optional<Profile> find(QualityId quality, ProfileId id);

    /** The same, held against changes by others until this transaction ends. */
    Optional<Profile> lock(QualityId quality, ProfileId id);

    /** The codes of the languages in which another profile of that CPAS, or “Tous les accès”, has that name. */
    Set<String> languagesTaken(QualityId quality, Translated name, @Nullable ProfileId besides);

    /** Whoever has that profile there now, by name. */
    List<Holder> holders(QualityId quality, ProfileId id);

    /** How many users have that profile there now. */
    long users(QualityId quality, ProfileId id);

    void add(QualityId quality, Profile profile);

    void change(Profile profile);

    void delete(Profile profile, PersonId by, Instant at);

    /** What a profile was at first and after each change, the newest first. */
    List<Version> versions(QualityId quality, ProfileId id);

    /** @param users how many have it now */
    record Line(Profile profile, long users) {}

    /**
     * A user of the profile.
     *
     * @param others     what their other profiles give
     * @param everything whether they have “Tous les accès” besides
     */
    record Holder(PersonId person, String name, Set<String> others, boolean everything) {

        public Holder {
            others = Set.copyOf(others);
        }
    }

    /**
     * What a profile was.
     *
     * @param by      the name of who made it so
     * @param deleted whether that was its end
     */
    record Version(
            int version,
            Instant at,
            PersonId byPerson,
            String by,
            Translated name,
            Set<String> functions,
            boolean deleted) {

        public Version {
            functions = Set.copyOf(functions);
        }

        public String in(Language language) {
            return Profile.called(name, language);
        }

        /** What it was called in each language in which it was described. */
        public String descriptions() {
            return Stream.of(name.fr(), name.nl(), name.de())
                    .filter(description -> !description.isEmpty())
                    .collect(Collectors.joining(" / "));
        }
    }
}
