package be.designations.management.web;

import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Organisation;
import be.designations.forms.FormView.Field;
import be.designations.insight.AccessOverview;
import be.designations.pages.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages about the users of a quality have in common. */
@Component
class UserPages {

    private final Authority authority;
    private final AccessOverview overview;
    private final Directory directory;
    private final Clock clock;

    UserPages(Authority authority, AccessOverview overview, Directory directory, Clock clock) {
        this.authority = authority;
        this.overview = overview;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A quality whose users the actor manages.
     *
     * @param subdivisions those within the actor’s reach, by id
     * @param wholeQuality whether users in no subdivision are within reach too
     * @param ofDomains    whether roles of some domains only are within reach, but for subdivisions of the actor’s own
     * @param own          the subdivisions into which the actor puts users
     * @param tasks        all that the actor may do there
     */
    public record Here(
            Quality quality,
            Organisation organisation,
            Map<SubdivisionId, String> subdivisions,
            boolean wholeQuality,
            boolean ofDomains,
            Set<SubdivisionId> own,
            Set<ManagementTask> tasks,
            Instant now) {

        public Here {
            subdivisions = new LinkedHashMap<>(subdivisions);
            own = Set.copyOf(own);
        }

        String path() {
            return "/qualities/" + quality.id().value();
        }

        /** Where the list is that somebody came from. */
        String list(String query) {
            return path() + (query.isEmpty() ? "" : "?" + query) + "#users";
        }
    }

    /** The quality, for somebody who may do that task there; what every page about it shows is added. */
    Here open(Actor actor, QualityId id, ManagementTask task, String list, Page page) {
        Authority.Reach reach = authority.requireInQuality(actor, id, task);
        Quality quality = reach.quality();
        Instant now = clock.instant();
        Map<SubdivisionId, String> subdivisions = new LinkedHashMap<>();
        overview.subdivisions(id, now).forEach(subdivision -> {
            SubdivisionId its = new SubdivisionId(subdivision.id());
            if (reach.covers(its)) {
                subdivisions.put(its, subdivision.name());
            }
        });
        Here here = new Here(
                quality,
                directory.organisation(quality.organisation()),
                subdivisions,
                reach.covers(null),
                reach.domains() != null,
                subdivisions.keySet().stream().filter(reach::coversWholly).collect(Collectors.toUnmodifiableSet()),
                authority.tasks(actor, quality.organisation(), id),
                now);
        page.with("here", here)
                .with("quality", quality)
                .with("organisation", here.organisation())
                .with("path", here.path())
                .with("list", list)
                .with("listAddress", here.list(list));
        return here;
    }

    /**
     * Where rights are to hold, asked when some of the roles that are offered take a context: these are named.
     *
     * @param named what the roles are called, by their code
     */
    Optional<Field> places(Here here, List<Role> offered, Map<String, String> named, PlacesTicked ticked, Page page) {
        String names = offered.stream()
                .filter(Role::takesContext)
                .map(role -> named.get(role.code()))
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(ticked.asked(
                        here.organisation(), directory, here.now(), page.text("users.context.hint", names), page));
    }

    List<EstablishmentUnit> units(Here here) {
        return directory.establishmentUnits(here.organisation().id(), here.now());
    }
}
