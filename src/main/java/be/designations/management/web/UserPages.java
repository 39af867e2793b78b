package be.designations.management.web;

import be.designations.access.AccessOverview;
import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormView.Input;
import be.designations.forms.ShownError;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about the users of a quality have in common. */
@Component
class UserPages {

    private final Authority authority;
    private final AccessOverview overview;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    UserPages(Authority authority, AccessOverview overview, Directory directory, MessageSource messages, Clock clock) {
        this.authority = authority;
        this.overview = overview;
        this.directory = directory;
        this.messages = messages;
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
    record Here(
            Quality quality,
            Organisation organisation,
            Map<SubdivisionId, String> subdivisions,
            boolean wholeQuality,
            boolean ofDomains,
            Set<SubdivisionId> own,
            Set<ManagementTask> tasks,
            Instant now) {

        Here {
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

    /** The quality, for somebody who may do that task there; what every page about it shows is added to the model. */
    Here open(Actor actor, QualityId id, ManagementTask task, String list, Model model) {
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
        model.addAttribute("section", "entities");
        model.addAttribute("language", language(LocaleContextHolder.getLocale()));
        model.addAttribute("here", here);
        model.addAttribute("quality", quality);
        model.addAttribute("organisation", here.organisation());
        model.addAttribute("path", here.path());
        model.addAttribute("list", list);
        model.addAttribute("listAddress", here.list(list));
        return here;
    }

    List<EstablishmentUnit> units(Here here) {
        return directory.establishmentUnits(here.organisation().id(), here.now());
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String text(Rejection rejection, Locale locale) {
        return text(rejection.messageKey(), locale, rejection.arguments().toArray());
    }

    List<ShownError> shown(Collection<Rejection> rejections, Locale locale) {
        return rejections.stream()
                .map(rejection -> new ShownError(rejection.field(), text(rejection, locale)))
                .toList();
    }

    static Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }

    /** A field whose answers only the database knows: one of a select, or boxes of a checklist. */
    static Field choosing(
            String key,
            String type,
            String label,
            @Nullable String hint,
            boolean optional,
            Map<String, String> offered,
            Collection<String> chosen) {
        List<Choice> choices = new ArrayList<>();
        offered.forEach((value, text) -> choices.add(new Choice(
                choices.isEmpty() ? key : key + "-" + (choices.size() + 1),
                value,
                text,
                chosen.contains(value),
                List.of())));
        return new Field(
                key,
                type,
                label,
                hint,
                optional,
                false,
                "",
                List.of(),
                choices,
                new Input("text", null, null, null, ""),
                0,
                0,
                List.of());
    }

    /** One page out of fields and of pages of a form. */
    static FormView together(List<Field> first, List<FormView> then, Locale locale) {
        return new FormView(
                "",
                "",
                "",
                Stream.concat(first.stream(), then.stream().flatMap(view -> view.fields().stream()))
                        .toList(),
                List.of(),
                then.stream().flatMap(view -> view.problems().stream()).toList(),
                locale);
    }
}
