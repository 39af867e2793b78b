package be.designations.management;

import be.designations.access.Authority;
import be.designations.access.CapacityKind;
import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.ManagementTask;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Sight;
import be.designations.catalogue.Application;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Domain;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessOverview.QualityLine;
import be.designations.insight.AccessPages;
import be.designations.insight.Holding;
import be.designations.rules.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gives access in an entity, from the principal access manager to those of each domain. <i>Source: S002, S003 (CSAM).</i> */
@Service
@Transactional(readOnly = true)
public class AccessManagers {

    private final AccessPages pages;
    private final Authority authority;
    private final Catalogue catalogue;

    AccessManagers(AccessPages pages, Authority authority, Catalogue catalogue) {
        this.pages = pages;
        this.authority = authority;
        this.catalogue = catalogue;
    }

    /** @throws NotFoundException when the reader is nothing there, or there is none with that number */
    public Overview of(Actor actor, EnterpriseNumber number) {
        AccessPages.Entity entity = pages.entity(actor, number);
        List<Application> applications = catalogue.applications();
        List<DomainName> domains = domains(entity.managers());
        Map<DomainCode, Set<ManagementTask>> tasks = authority.tasksByDomain(
                actor,
                entity.organisation().id(),
                domains.stream().map(DomainName::code).toList());
        Set<DomainCode> running = catalogue.domains().stream().map(Domain::code).collect(Collectors.toSet());
        Set<DomainCode> own = entity.sight().heldIn(entity.organisation().id()).stream()
                .filter(held -> CapacityKind.DOMAIN_MANAGERS.contains(held.kind()))
                .map(held -> Objects.requireNonNull(held.domain()).code())
                .collect(Collectors.toSet());
        return new Overview(
                entity,
                entity.managers().stream()
                        .filter(held -> ResponsibilityKind.ENTITY_MANAGERS.contains(held.kind()))
                        .toList(),
                domains.stream()
                        .map(domain -> line(
                                domain,
                                running.contains(domain.code()),
                                own.contains(domain.code()),
                                entity,
                                applications,
                                Objects.requireNonNull(tasks.get(domain.code()))))
                        .toList());
    }

    /** Those that there are, and behind them the retired ones that somebody still looks after. */
    private List<DomainName> domains(List<Holding> managers) {
        List<DomainName> domains =
                new ArrayList<>(catalogue.domains().stream().map(Domain::named).toList());
        managers.stream()
                .map(Holding::domain)
                .filter(Objects::nonNull)
                .filter(domain -> !domains.contains(domain))
                .distinct()
                .toList()
                .forEach(domains::add);
        return domains;
    }

    private static DomainLine line(
            DomainName domain,
            boolean running,
            boolean own,
            AccessPages.Entity entity,
            List<Application> applications,
            Set<ManagementTask> tasks) {
        List<Application> ofDomain = applications.stream()
                .filter(application -> application.domain().equals(domain.code()))
                .toList();
        List<Holding> managers = entity.managers().stream()
                .filter(held -> domain.equals(held.domain()))
                .toList();
        return new DomainLine(
                domain,
                !running,
                own,
                managers.stream()
                        .filter(held -> held.kind() == ResponsibilityKind.ACCESS_MANAGER)
                        .findFirst()
                        .orElse(null),
                managers.stream()
                        .filter(held -> held.kind() == ResponsibilityKind.CO_ACCESS_MANAGER)
                        .toList(),
                ofDomain.stream().filter(application -> !application.retired()).toList(),
                entity.qualities().stream()
                        .filter(quality -> ofDomain.stream().anyMatch(one -> one.quality() == quality.kind()))
                        .toList(),
                tasks.contains(ManagementTask.DOMAIN_MANAGERS),
                tasks.contains(ManagementTask.CO_DOMAIN_MANAGERS));
    }

    /**
     * @param managers of the whole entity, the principal access manager first
     * @param domains  by position
     */
    public record Overview(AccessPages.Entity entity, List<Holding> managers, List<DomainLine> domains) {

        public Overview {
            managers = List.copyOf(managers);
            domains = List.copyOf(domains);
        }

        public Organisation organisation() {
            return entity.organisation();
        }

        public Sight sight() {
            return entity.sight();
        }

        public @Nullable Holding principal() {
            return managers.stream()
                    .filter(held -> held.kind() == ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER)
                    .findFirst()
                    .orElse(null);
        }

        /** Of the co-principal access managers, the blocked ones left out; empty when there are none. */
        public String coManagerNames() {
            return managers.stream()
                    .filter(held -> held.kind() == ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER && !held.blocked())
                    .map(held -> held.person().name())
                    .collect(Collectors.joining(", "));
        }

        /** How many of the domains that there are have an access manager. */
        public long filled() {
            return domains.stream()
                    .filter(line -> !line.retired() && line.manager() != null)
                    .count();
        }

        /** The first of the three steps that is not done, or 0 when all are: what remains is day to day. */
        public int nextStep() {
            if (principal() == null) {
                return 1;
            }
            if (filled() < total()) {
                return 2;
            }
            return managedQualities() > 0
                            && managedQualities() == entity.qualities().size()
                    ? 0
                    : 3;
        }

        /** How many of the qualities have a local manager, without whom nobody manages access there day to day. */
        public long managedQualities() {
            return entity.qualities().stream()
                    .filter(quality -> quality.localManager() != null)
                    .count();
        }

        /** The domains that have no access manager yet. */
        public String remaining(Language language) {
            return domains.stream()
                    .filter(line -> !line.retired() && line.manager() == null)
                    .map(line -> line.domain().name().in(language))
                    .collect(Collectors.joining(", "));
        }

        /** How many domains there are. */
        public long total() {
            return domains.stream().filter(line -> !line.retired()).count();
        }

        /** Whether the reader designates the principal access manager. */
        public boolean isRepresentative() {
            return sight().represents(organisation().id());
        }

        /** Whether the reader looks after a domain here. */
        public boolean isOfDomain() {
            return domains.stream().anyMatch(DomainLine::own);
        }

        /** Whether anything of the domains is the reader’s to change. */
        public boolean mayChange() {
            return domains.stream().anyMatch(line -> line.mayName() || line.mayNameCo());
        }
    }

    /**
     * @param retired      whether nobody is named for it any more
     * @param own          whether the reader looks after it here
     * @param manager      null while nobody is; blocked or not
     * @param applications that are not retired
     * @param qualities    of the entity, in which the domain has applications
     * @param mayName      whether the reader names and changes its access manager
     * @param mayNameCo    whether the reader names and changes its co-access managers
     */
    public record DomainLine(
            DomainName domain,
            boolean retired,
            boolean own,
            @Nullable Holding manager,
            List<Holding> coManagers,
            List<Application> applications,
            List<QualityLine> qualities,
            boolean mayName,
            boolean mayNameCo) {

        public DomainLine {
            coManagers = List.copyOf(coManagers);
            applications = List.copyOf(applications);
            qualities = List.copyOf(qualities);
        }

        public String applicationNames(Language language) {
            return applications.stream()
                    .map(application -> application.name().in(language))
                    .collect(Collectors.joining(", "));
        }
    }
}
