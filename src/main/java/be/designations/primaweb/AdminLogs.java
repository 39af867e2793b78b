package be.designations.primaweb;

import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** “Admin-Logs”: who decided what about the profiles and users of a CPAS, for those who look after them. <i>Source: A9, D70.</i> */
@Service
public class AdminLogs {

    private final PrimaWebAccess access;
    private final Store store;

    AdminLogs(PrimaWebAccess access, Store store) {
        this.access = access;
        this.store = store;
    }

    /** As it is kept. */
    public interface Store {

        /** The newest first. */
        List<Line> read(OrganisationId cpas, @Nullable Long after, int most, Language language);
    }

    /**
     * A decision.
     *
     * @param what    {@code profile-created}, {@code profile-changed}, {@code profile-deleted}, {@code profiles-assigned}, {@code
     *     user-deactivated} or {@code user-reactivated}
     * @param subject the id of the profile, or of the user
     * @param profile what the profile was called; null when it is about a user
     * @param user    the name of the user, or null
     * @param had     the names of the profiles that the user had before
     * @param has     the names of the profiles that the user had then
     */
    public record Line(
            long id,
            Instant at,
            String by,
            String what,
            UUID subject,
            @Nullable Translated profile,
            @Nullable String user,
            String had,
            String has) {

        /** What the profile, or who the user is called. */
        public String name(Language language) {
            return profile == null ? user == null ? "–" : user : Profile.called(profile, language);
        }
    }

    /** @param next where the next page begins, or null on the last one */
    public record Listed(
            Cpas cpas, List<Line> entries, @Nullable Long next) {

        public Listed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The newest first.
     *
     * @param after the id of the last entry of the page before, or null
     * @throws NotFoundException   for a CPAS in which the actor is nothing
     * @throws NotAllowedException for whoever does not look after its profiles
     */
    @Transactional(readOnly = true)
    public Listed page(Actor actor, EnterpriseNumber number, @Nullable Long after, int size, Language language) {
        Cpas cpas = access.manage(actor, number);
        List<Line> found = store.read(cpas.organisation().id(), after, size + 1, language);
        List<Line> shown = found.subList(0, Math.min(size, found.size()));
        return new Listed(cpas, shown, found.size() > size ? shown.get(size - 1).id() : null);
    }
}
