package be.designations.insight.web;

import be.designations.access.QualityKind;
import be.designations.access.Sight;
import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessPages;
import be.designations.insight.AccessPages.PersonDetail;
import be.designations.insight.Positions.OwnApplication;
import be.designations.pages.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
        page.inSection("entities")
                .with("person", person)
                .with(
                        "entities",
                        person.page().lines().stream()
                                .filter(entity -> facts.containsKey(entity.id()))
                                .map(entity -> EntityFacts.of(
                                        facts.getOrDefault(entity.id(), List.of()), person.sight(), person.at()))
                                .toList());
        asked.addTo(page, "/people/" + id, person.page(), person.total());
        return "access/person";
    }

    /**
     * What a person is and was in one entity, what runs first.
     *
     * @param visible  whether the entity's own page is for the reader
     * @param dossiers whether the reader sees its dossiers
     * @param applications that the person can open there now, where it is the reader
     */
    record EntityFacts(
            OrganisationId id,
            String number,
            Translated name,
            boolean visible,
            boolean dossiers,
            List<FactLine> facts,
            List<ApplicationLine> applications) {

        static EntityFacts of(List<Fact> facts, Sight sight, Instant at) {
            Fact any = facts.get(0);
            return new EntityFacts(
                    any.organisation(),
                    EnterpriseNumber.of(any.enterpriseNumber()).formatted(),
                    any.organisationName(),
                    sight.sees(any.organisation()),
                    sight.seesDossiers(any.organisation()),
                    facts.stream()
                            .map(fact -> FactLine.of(fact, sight, at))
                            .sorted(Comparator.comparing(line -> !line.fact().runs(at)))
                            .toList(),
                    List.of());
        }

        /** As those see it whom it is about. */
        EntityFacts own(List<ApplicationLine> opened) {
            return new EntityFacts(id, number, name, visible, dossiers, facts, opened);
        }

        public String digits() {
            return EnterpriseNumber.of(number).value();
        }
    }

    /** @param qualityVisible whether the page of its quality is for the reader */
    record FactLine(Fact fact, String status, boolean qualityVisible) {

        static FactLine of(Fact fact, Sight sight, Instant at) {
            String status = fact.from().isAfter(at)
                    ? "upcoming"
                    : !fact.runs(at) ? "ended" : fact.blocked() ? "blocked" : "running";
            return new FactLine(
                    fact, status, fact.quality() != null && sight.sees(fact.organisation(), fact.quality()));
        }
    }

    /** @param levelTooLow whether the reader must sign in more surely to open it */
    record ApplicationLine(String code, Translated name, QualityKind quality, int neededLevel, boolean levelTooLow) {

        static ApplicationLine of(OwnApplication application, SignInLevel level) {
            return new ApplicationLine(
                    application.code(),
                    application.name(),
                    application.quality().kind(),
                    application.neededLevel().value(),
                    !level.isAtLeast(application.neededLevel()));
        }

        /** The digital key that it asks for: {@code eid}, {@code itsme} or {@code other}. */
        public String key() {
            return neededLevel >= SignInLevel.EID.value()
                    ? "eid"
                    : neededLevel >= SignInLevel.ITSME.value() ? "itsme" : "other";
        }
    }
}
