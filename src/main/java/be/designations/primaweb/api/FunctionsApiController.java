package be.designations.primaweb.api;

import be.designations.access.Translated;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.primaweb.FunctionDetails;
import be.designations.primaweb.FunctionEditing;
import be.designations.primaweb.api.ProfileResources.TreeResource;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The functions of PrimaWeb and the predefined profiles, for agents of the support desk. */
@RestController
@RequestMapping("/api/v1/primaweb")
@Tag(name = "PrimaWeb")
class FunctionsApiController {

    private static final String FOR_AGENTS =
            " Each change makes a new version of the tree. For agents of the support desk who act for it.";

    private final FunctionEditing editing;
    private final Texts texts;

    FunctionsApiController(FunctionEditing editing, Texts texts) {
        this.editing = editing;
        this.texts = texts;
    }

    @GetMapping("/functions")
    @Operation(
            summary = "Read the functions as support keeps them",
            description = "With the predefined profiles." + FOR_AGENTS)
    TreeResource functions(Actor actor) {
        FunctionEditing.Kept kept = editing.kept(actor);
        return TreeResource.of(kept.tree(), kept.predefined(), texts.language());
    }

    @PostMapping("/functions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a function or a block", description = "As the last one of its block." + FOR_AGENTS)
    TreeResource add(Actor actor, @RequestBody @BodySchema("NewPrimaWebFunction") ObjectNode json) {
        Body body = Body.of(json);
        String code = body.text("code");
        boolean block = body.flag("isBlock");
        int version = body.requiredVersion();
        FunctionDetails details = details(body);
        body.end();
        editing.add(actor, code, block, version, details);
        return functions(actor);
    }

    @PutMapping("/functions/{code}")
    @Operation(
            summary = "Change a function or a block",
            description = "Replaces all that is said of it; in another block than before it comes last." + FOR_AGENTS)
    TreeResource change(
            Actor actor,
            @PathVariable String code,
            @RequestBody @BodySchema("PrimaWebFunctionChange") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        FunctionDetails details = details(body);
        body.end();
        editing.change(actor, code, version, details);
        return functions(actor);
    }

    @PostMapping("/functions/{code}/withdrawal")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Withdraw a function or a block",
            description = "It gives nothing any more, nor does what stands in it." + FOR_AGENTS)
    TreeResource withdraw(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("PrimaWebTreeVersion") ObjectNode json) {
        editing.withdraw(actor, code, Body.read(json, Body::requiredVersion));
        return functions(actor);
    }

    @PutMapping("/predefined/{code}")
    @Operation(
            summary = "Say what a predefined profile ticks",
            description = "Profiles that were made from it stay as they are." + FOR_AGENTS)
    TreeResource propose(
            Actor actor,
            @PathVariable String code,
            @RequestBody @BodySchema("PredefinedProfileChange") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        Set<String> functions = new LinkedHashSet<>(body.texts("functions"));
        body.end();
        editing.propose(actor, code, version, functions);
        return functions(actor);
    }

    /** A name is a text in three languages; several share one tick. */
    private static FunctionDetails details(Body body) {
        List<String> fr = body.texts("namesFr");
        List<String> nl = body.texts("namesNl");
        List<String> de = body.texts("namesDe");
        if (nl.size() != fr.size() || de.size() != fr.size()) {
            throw new RejectedException(Rejection.ofField("primaweb.function-names", "namesFr"));
        }
        List<Translated> names = new ArrayList<>();
        for (int i = 0; i < fr.size(); i++) {
            names.add(new Translated(fr.get(i), nl.get(i), de.get(i)));
        }
        return new FunctionDetails(
                body.optionalText("block").orElse(null), names, new LinkedHashSet<>(body.texts("needs")));
    }
}
