package be.designations.management.api;

import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.Holding;
import be.designations.insight.NamedPerson;
import be.designations.management.AccessManagers;
import be.designations.management.AccessManagers.DomainLine;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who gives access to the applications of each domain. */
@RestController
@Tag(name = "Managers")
class DomainsController {

    private final AccessManagers managers;

    DomainsController(AccessManagers managers) {
        this.managers = managers;
    }

    /** A domain of an entity. */
    @Schema(name = "EntityDomain")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DomainResource(
            @Schema(example = "FINANCE") String code,
            LocalizedString name,

            @Schema(description = "True for a domain that somebody looks after and for which nobody is named any more")
            boolean retired,

            @Nullable @Schema(description = "Absent while there is none")
            ManagerResource accessManager,

            List<ManagerResource> coAccessManagers,

            @Schema(
                    description = "Codes of its applications; empty while there are none",
                    example = "[\"CUSTOMS_REGISTRATION\"]")
            List<String> applications,

            @Schema(description = "The qualities of the entity in which it has applications")
            List<UUID> qualities) {

        static DomainResource of(DomainLine line) {
            Holding manager = line.manager();
            return new DomainResource(
                    line.domain().code().value(),
                    LocalizedString.of(line.domain().name()),
                    line.retired(),
                    manager == null ? null : ManagerResource.of(manager),
                    line.coManagers().stream().map(ManagerResource::of).toList(),
                    line.applications().stream().map(one -> one.code()).toList(),
                    line.qualities().stream()
                            .map(quality -> quality.id().value())
                            .toList());
        }
    }

    /** Somebody who looks after a domain. */
    @Schema(name = "DomainManager")
    record ManagerResource(
            @Schema(description = "Of the responsibility, to block and remove it")
            UUID id,

            @Schema(description = "Of the person") UUID person,
            String name,
            Instant since,

            @Schema(description = "Whether it gives nothing at present")
            boolean blocked) {

        static ManagerResource of(Holding held) {
            NamedPerson person = held.person();
            return new ManagerResource(held.id(), person.id().value(), person.name(), held.from(), held.blocked());
        }
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}/domains")
    @Operation(
            summary = "List the domains of an entity with their access managers",
            description = "By position. For those who are something there, and for the desks.")
    Items<DomainResource> domains(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return Items.of(
                managers.of(actor, enterpriseNumber).domains().stream()
                        .map(DomainResource::of)
                        .toList(),
                null);
    }
}
