package be.designations.casework.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import be.designations.casework.CaseComments;
import be.designations.casework.CaseComments.Mentionable;
import be.designations.casework.CommentId;
import be.designations.casework.DossierNumber;
import be.designations.casework.NewComment;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}")
@Tag(name = "Dossiers")
class CommentsController {

    private final CaseComments comments;
    private final DossierResources resources;

    CommentsController(CaseComments comments, DossierResources resources) {
        this.comments = comments;
        this.resources = resources;
    }

    @GetMapping("/mentionable")
    @Operation(
            summary = "List whom you may mention in a comment",
            description =
                    "Who works in the dossier: your colleagues, and those of the other side who had a hand in it.")
    MentionableResource mentionable(Actor actor, @PathVariable DossierNumber number) {
        Mentionable mentionable = comments.mentionable(actor, number);
        return new MentionableResource(
                mentionable.side(),
                MentionableResource.people(mentionable.colleagues()),
                MentionableResource.people(mentionable.others()));
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write a comment",
            description = "For those who work in the dossier. It does not change; the same one twice is written once.")
    Map<String, Object> write(
            Actor actor, @PathVariable DossierNumber number, @RequestBody @BodySchema("NewComment") ObjectNode json) {
        comments.write(actor, number, Body.read(json, CommentsController::said));
        return resources.read(actor, number);
    }

    /** Who reads it is never guessed. */
    private enum Audience {
        EVERYONE,
        COLLEAGUES
    }

    private static NewComment said(Body body) {
        return new NewComment(
                body.text("words"),
                body.read("audience", Audience::valueOf) == Audience.COLLEAGUES,
                Set.copyOf(body.list("mentions", id -> new PersonId(UUID.fromString(id)))));
    }

    @DeleteMapping("/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw a comment",
            description = "Yours, within an hour. Its words go; that there was one, and that you withdrew it, stays.")
    void withdraw(Actor actor, @PathVariable DossierNumber number, @PathVariable UUID id) {
        comments.withdraw(actor, number, new CommentId(id));
    }

    @Bean
    static BodySchemas newComment() {
        Schema<?> schema = Schemas.closed(
                Map.of(
                        "words", Schemas.text("At most 2000 characters, without a National Register number"),
                        "audience", Schemas.oneOf(Audience.values()),
                        "mentions", Schemas.texts("Ids of people who are told of it by mail, five at most")),
                "words",
                "audience");
        schema.setExample(Map.of("words", "Le diplôme manque encore.", "audience", "COLLEAGUES"));
        return () -> Map.of("NewComment", schema);
    }
}
