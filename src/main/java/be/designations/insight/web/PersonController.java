package be.designations.insight.web;

import be.designations.access.ManagementTask;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Sight;
import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.directory.Tied;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.AccessOverview.TieFact;
import be.designations.insight.AccessPages;
import be.designations.insight.AccessPages.PersonDetail;
import be.designations.insight.EntityList;
import be.designations.insight.Positions.OwnApplication;
import be.designations.pages.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a person is and may do, entity by entity, and why. */
@Controller
class PersonController {

    private final AccessPages pages;

    PersonController(AccessPages pages) {
        this.pages = pages;
    }

    @GetMapping("/people/{id}")
    String person(Actor actor, @PathVariable UUID id, EntityPages asked, Page page) {
        PersonDetail person = pages.person(actor, new PersonId(id), asked.typed(), page.language(), asked.cursor());
        Map<OrganisationId, List<Fact>> facts =
                person.facts().stream().collect(Collectors.groupingBy(Fact::organisation));
        Map<OrganisationId, List<TieFact>> ties =
                person.ties().stream().collect(Collectors.groupingBy(TieFact::organisation));
        page.inSection("entities")
                .with("person", person)
                .with(
                        "entities",
                        person.page().lines().stream()
                                .filter(entity -> facts.containsKey(entity.id()) || ties.containsKey(entity.id()))
                                .map(entity -> EntityFacts.of(
                                                entity,
                                                facts.getOrDefault(entity.id(), List.of()),
                                                ties.getOrDefault(entity.id(), List.of()),
                                                person.sight(),
                                                person.at())
                                        .managed(person.managing().contains(entity.id())))
                                .toList());
        asked.addTo(page, "/people/" + id, person.page(), person.total());
        page.with(
                "grantedIn",
                person.page().lines().stream()
                        .filter(entity ->
                                person.sight().in(entity.id()).stream().anyMatch(ManagementTask.RIGHTS.by()::contains))
                        .toList());
        return "access/person";
    }

    /**
     * What a person is and was in one entity, what runs first.
     *
     * @param visible  whether the entity's own page is for the reader
     * @param dossiers whether the reader sees its dossiers
     * @param ties     what ties the person to it
     * @param managed  whether the reader ends, extends and adds working relationships there
     * @param applications that the person can open there now, where it is the reader
     */
    public record EntityFacts(
            OrganisationId id,
            String number,
            String name,
            boolean visible,
            boolean dossiers,
            List<FactLine> facts,
            List<TieLine> ties,
            boolean managed,
            List<ApplicationLine> applications) {

        static EntityFacts of(EntityList.Line entity, List<Fact> facts, List<TieFact> ties, Sight sight, Instant at) {
            Tied tied = new Tied(ties.stream().map(TieFact::tie).toList());
            return new EntityFacts(
                    entity.id(),
                    entity.number().formatted(),
                    entity.name(),
                    sight.sees(entity.id()),
                    sight.seesDossiers(entity.id()),
                    facts.stream()
                            .map(fact -> FactLine.of(fact, tied, sight, at))
                            .sorted(Comparator.comparing(line -> !line.fact().runs(at)))
                            .toList(),
                    ties.stream().map(tie -> TieLine.of(tie, at)).toList(),
                    false,
                    List.of());
        }

        /** As those see it who may change what ties the person to the entity. */
        EntityFacts managed(boolean may) {
            return new EntityFacts(id, number, name, visible, dossiers, facts, ties, may, applications);
        }

        /** As those see it whom it is about. */
        EntityFacts own(List<ApplicationLine> opened) {
            return new EntityFacts(id, number, name, visible, dossiers, facts, ties, managed, opened);
        }

        public String digits() {
            return EnterpriseNumber.of(number).value();
        }
    }

    /** @param extendable whether its end can be moved to a later day */
    public record TieLine(TieFact tie, String status, boolean extendable) {

        static TieLine of(TieFact tie, Instant at) {
            Instant until = tie.until();
            boolean over = until != null && (!until.isAfter(at) || !until.isAfter(tie.from()));
            String status = over ? "ended" : tie.from().isAfter(at) ? "upcoming" : "running";
            return new TieLine(tie, status, !over && until != null);
        }
    }

    /**
     * What carries a right (D38).
     *
     * @param code  of the tie, as in {@code replacement.tie.<code>}, or null when none is known
     * @param until when the ties end without which it does not go on, or null when no end is known
     */
    public record Carried(@Nullable String code, @Nullable Instant until) {

        static @Nullable Carried of(Fact fact, Tied tied, Instant at) {
            boolean rests = fact.type() == FactType.RIGHT || fact.code().equals(ResponsibilityKind.USER.name());
            Instant end = fact.until();
            if (!rests || (end != null && !end.isAfter(at))) {
                return null;
            }
            Instant from = fact.from().isAfter(at) ? fact.from() : at;
            return tied.longestAt(from)
                    .map(tie -> new Carried(
                            String.valueOf(tie.function() == null ? tie.relationship() : tie.function()),
                            tied.until(from).map(Tied.Until::end).orElse(null)))
                    .orElse(new Carried(null, null));
        }
    }

    /**
     * @param qualityVisible whether the page of its quality is for the reader
     * @param carried        by what, or null for what rests on no tie
     */
    public record FactLine(
            Fact fact,
            String status,
            boolean qualityVisible,
            @Nullable Carried carried) {

        /** When it ends: with the ties that carry it, when these end before. */
        public @Nullable Instant until() {
            Instant own = fact.until();
            Instant ties = carried == null ? null : carried.until();
            return own == null || (ties != null && ties.isBefore(own)) ? (ties == null ? own : ties) : own;
        }

        static FactLine of(Fact fact, Tied tied, Sight sight, Instant at) {
            String status = fact.from().isAfter(at)
                    ? "upcoming"
                    : !fact.runs(at) ? "ended" : fact.blocked() ? "blocked" : "running";
            return new FactLine(
                    fact,
                    status,
                    fact.quality() != null && sight.sees(fact.organisation(), fact.quality()),
                    Carried.of(fact, tied, at));
        }
    }

    /** @param levelTooLow whether the reader must sign in more surely to open it */
    public record ApplicationLine(
            String code, Translated name, QualityKind quality, int neededLevel, boolean levelTooLow) {

        static ApplicationLine of(OwnApplication application, SignInLevel level) {
            return new ApplicationLine(
                    application.code(),
                    application.name(),
                    application.quality().kind(),
                    application.neededLevel().value(),
                    !level.isAtLeast(application.neededLevel()));
        }

        /** Whether it is opened here: PrimaWeb is, whoever signed in surely enough. */
        public boolean isOpenedHere() {
            return code.equals("PRIMA_WEB") && !levelTooLow;
        }

        /** The digital key that it asks for: {@code eid}, {@code itsme} or {@code other}. */
        public String key() {
            return neededLevel >= SignInLevel.EID.value()
                    ? "eid"
                    : neededLevel >= SignInLevel.ITSME.value() ? "itsme" : "other";
        }
    }
}
