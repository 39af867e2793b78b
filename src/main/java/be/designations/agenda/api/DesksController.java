package be.designations.agenda.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.id;
import static be.designations.api.Schemas.named;
import static be.designations.api.Schemas.text;

import be.designations.access.Translated;
import be.designations.agenda.ClosingDay;
import be.designations.agenda.DeskAdministration;
import be.designations.agenda.DeskCode;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.rules.Typed;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desks/{desk}")
@Tag(name = "Desks")
class DesksController {

    private final DeskAdministration desks;
    private final Directory directory;

    DesksController(DeskAdministration desks, Directory directory) {
        this.desks = desks;
        this.directory = directory;
    }

    /** A day on which a desk does not work. */
    @Schema(name = "ClosingDay")
    record ClosingDayResource(LocalDate day, LocalizedString name, Instant writtenAt) {

        static ClosingDayResource of(ClosingDay day) {
            return new ClosingDayResource(day.day(), LocalizedString.of(day.name()), day.writtenAt());
        }
    }

    /** What closing a desk moved. */
    @Schema(name = "ClosedDay")
    record Closed(
            LocalDate day,

            @Schema(description = "How many deadlines of open work are one working day later now")
            int moved) {}

    /** Who answers for a desk. */
    @Schema(name = "DeskHead")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeadResource(
            @Nullable @Schema(description = "Absent when nobody is head")
            UUID person,

            @Nullable String name) {}

    @GetMapping("/closing-days")
    @Operation(
            summary = "List on which days a desk is closed",
            description =
                    "Besides weekends and public holidays, from today on. For support staff and the head of the desk; a desk "
                            + "is bcss, spp-is or support.")
    Items<ClosingDayResource> closingDays(Actor actor, @PathVariable String desk) {
        return Items.of(
                desks.closingDays(actor, DeskCode.read(desk)).stream()
                        .map(ClosingDayResource::of)
                        .toList(),
                null);
    }

    @PostMapping("/closing-days")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Close a desk on a day",
            description =
                    "A working day to come, within two years. Open work of the desk that is due on it or later is due one "
                            + "working day later. The same sent twice is done once.")
    Closed close(Actor actor, @PathVariable String desk, @RequestBody @BodySchema("NewClosingDay") ObjectNode json) {
        Desk closed = DeskCode.read(desk);
        ClosingDayBody sent =
                Body.read(json, body -> new ClosingDayBody(body.read("day", LocalDate::parse), body.localized("name")));
        return new Closed(sent.day(), desks.close(actor, closed, sent.day(), sent.name()));
    }

    private record ClosingDayBody(LocalDate day, Translated name) {}

    @DeleteMapping("/closing-days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a closing day back",
            description = "One to come. Deadlines that it has moved stay; what begins from now on counts the day.")
    void takeBack(Actor actor, @PathVariable String desk, @PathVariable LocalDate day) {
        desks.takeBack(actor, DeskCode.read(desk), day);
    }

    @GetMapping("/head")
    @Operation(
            summary = "Read who is head of a desk",
            description = "For support staff and the head. Whoever no longer works there is head no longer.")
    HeadResource head(Actor actor, @PathVariable String desk) {
        return desks.head(actor, DeskCode.read(desk))
                .map(directory::person)
                .map(person -> new HeadResource(person.id().value(), person.displayName()))
                .orElseGet(() -> new HeadResource(null, null));
    }

    @PutMapping("/head")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Designate the head of a desk",
            description = "For support staff: somebody else who works there; whoever was head is head no longer.")
    void designate(Actor actor, @PathVariable String desk, @RequestBody @BodySchema("NewDeskHead") ObjectNode json) {
        Desk headed = DeskCode.read(desk);
        HeadBody sent = Body.read(
                json,
                body -> new HeadBody(
                        new PersonId(body.read("person", UUID::fromString)), Typed.lines(body.text("reason"))));
        desks.designate(actor, headed, sent.person(), sent.reason());
    }

    private record HeadBody(PersonId person, String reason) {}

    @PostMapping("/head/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leave a desk without a head", description = "For support staff, with the reason.")
    void dismiss(
            Actor actor, @PathVariable String desk, @RequestBody @BodySchema("DeskHeadDismissal") ObjectNode json) {
        Desk headed = DeskCode.read(desk);
        desks.dismiss(actor, headed, Body.read(json, body -> Typed.lines(body.text("reason"))));
    }

    @Bean
    static BodySchemas deskSchemas() {
        return () -> Map.of(
                "NewClosingDay",
                closed(Map.of("day", day("When it is closed"), "name", named("LocalizedString")), "day", "name"),
                "NewDeskHead",
                closed(
                        Map.of(
                                "person", id("Somebody who works at the desk"),
                                "reason", text("Stays with the decision; at most 1,000 characters")),
                        "person",
                        "reason"),
                "DeskHeadDismissal",
                closed(Map.of("reason", text("Stays with the decision; at most 1,000 characters")), "reason"));
    }
}
