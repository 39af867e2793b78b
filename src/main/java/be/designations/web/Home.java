package be.designations.web;

import be.designations.access.AccessReaders;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.DomainCode;
import be.designations.access.ManagementTask;
import be.designations.access.Translated;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The start page of an entity, read together: what the reader is, is asked once for all of its parts. */
@Component
class Home {

    private final List<StartPart> parts;
    private final Capacities capacities;
    private final AccessReaders readers;
    private final Directory directory;

    Home(List<StartPart> parts, Capacities capacities, AccessReaders readers, Directory directory) {
        this.parts = parts;
        this.capacities = capacities;
        this.readers = readers;
        this.directory = directory;
    }

    /** What the reader is there, and what the modules have to say, in their order. */
    @Transactional(readOnly = true)
    public void show(Actor actor, OrganisationId id, Page page) {
        Capacities.Held all = capacities.heldBy(actor.person());
        List<Capacity> held = all.inPlaceOf(actor.inPlaceOf());
        Organisation organisation = directory.organisation(id);
        page.with("organisation", EntityView.of(organisation, held, readers.domainNames(held), page.language()))
                .with("several", held.size() > 1 || !all.standIns().isEmpty())
                .with(
                        "parts",
                        parts.stream()
                                .flatMap(part -> part.show(actor, id, page).stream())
                                .toList())
                .with(
                        "managesRights",
                        held.stream()
                                .anyMatch(one -> one.organisation().equals(id)
                                        && ManagementTask.RIGHTS.by().contains(one.kind())));
    }

    /** What the modules have to say to somebody who works for no organisation. */
    @Transactional(readOnly = true)
    public void showWithoutOrganisation(Actor actor, Page page) {
        page.with(
                "parts",
                parts.stream().flatMap(part -> part.show(actor, page).stream()).toList());
    }

    /** What the modules have to say to whoever has not chosen for whom they work. */
    @Transactional(readOnly = true)
    public void showAll(Actor actor, Page page) {
        page.with(
                "parts",
                parts.stream()
                        .flatMap(part -> part.showAll(actor, page).stream())
                        .toList());
    }

    /**
     * @param number as people read it
     * @param digits as addresses have it
     * @param kinds  what the reader is there, the weightiest first
     */
    public record EntityView(OrganisationId id, String name, String number, String digits, List<HeldView> kinds) {

        static EntityView of(
                Organisation organisation,
                List<Capacity> held,
                Map<DomainCode, Translated> domains,
                Language language) {
            return new EntityView(
                    organisation.id(),
                    organisation.name(language),
                    organisation.enterpriseNumber().formatted(),
                    organisation.enterpriseNumber().value(),
                    held.stream()
                            .filter(capacity -> capacity.organisation().equals(organisation.id()))
                            .map(capacity -> HeldView.of(capacity, domains, language))
                            .distinct()
                            .sorted(Comparator.comparing(HeldView::kind).thenComparing(HeldView::domain))
                            .collect(Collectors.toUnmodifiableList()));
        }
    }

    /** @param domain the name of the domain that it is for, or empty */
    public record HeldView(CapacityKind kind, String domain) {

        static HeldView of(Capacity held, Map<DomainCode, Translated> domains, Language language) {
            Translated name = held.domain() == null ? null : domains.get(held.domain());
            return new HeldView(held.kind(), name == null ? "" : name.in(language));
        }
    }
}
