package be.designations.requests.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.day;
import static be.designations.api.Schemas.text;
import static be.designations.api.Schemas.texts;

import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.requests.RightRequestPlaces;
import be.designations.requests.RightRequests;
import be.designations.requests.WantedRight;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/right-requests")
@Tag(name = "Requests for a right")
class RightRequestsController {

    private final RightRequests requests;
    private final RightRequestPlaces places;

    RightRequestsController(RightRequests requests, RightRequestPlaces places) {
        this.requests = requests;
        this.places = places;
    }

    /** What is asked for, as it is sent. */
    private record Wanted(String entity, String role, WantedRight right) {

        static Wanted of(ObjectNode json) {
            return Body.read(json, body -> {
                List<String> context = body.texts("context");
                return new Wanted(
                        body.text("entity"),
                        body.text("role"),
                        new WantedRight(
                                RightRequestPlaces.units(context),
                                body.optional("lastDay", Days::parse).orElse(null),
                                body.optionalText("reason").orElse("").strip()));
            });
        }
    }

    @Schema(name = "OpenedRightRequest")
    record Opened(
            @Schema(description = "The dossier", example = "RQR-2026-00001")
            String dossier,

            @Schema(description = "Whether it was opened by this; not when the same was asked for already")
            boolean opened) {}

    @PostMapping
    @Operation(
            summary = "Ask for a right for yourself",
            description =
                    "In an entity to which you are tied or, by its number, in another one: then the working relationship is asked "
                            + "for too. Goes to those who manage the quality of the role there. What is done with it are steps of "
                            + "its dossier.")
    ResponseEntity<Opened> ask(Actor actor, @RequestBody @BodySchema("NewRightRequest") ObjectNode json) {
        Wanted wanted = Wanted.of(json);
        Organisation entity = places.entity(actor, wanted.entity());
        RightRequests.Asked asked = requests.ask(actor, entity, wanted.role(), wanted.right());
        Opened opened = new Opened(asked.number().value(), asked.isNew());
        return asked.isNew()
                ? ResponseEntity.created(Addresses.of("/api/v1/dossiers/{number}", asked.number()))
                        .body(opened)
                : ResponseEntity.ok(opened);
    }

    @Bean
    static BodySchemas rightRequestSchemas() {
        return () -> Map.of(
                "NewRightRequest",
                closed(
                        Map.of(
                                "entity", text("Enterprise number"),
                                "role", text("Code of the catalogue"),
                                "context", texts("Numbers of establishment units; none for the whole entity"),
                                "lastDay", day("Until when it is needed; left out when that is not known"),
                                "reason", text("For what it is needed; at most 1,000 characters")),
                        "entity",
                        "role",
                        "reason"));
    }
}
