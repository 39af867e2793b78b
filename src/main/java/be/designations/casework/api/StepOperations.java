package be.designations.casework.api;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseTypes;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Describes in the document of the API each step that is declared, with a body made from its form. */
@Configuration(proxyBeanMethods = false)
class StepOperations {

    private static final String GENERAL = "/api/v1/dossiers/{number}/{step}";

    private final CaseTypes types;
    private final Schemas schemas;
    private final List<CaseDetails<?>> details;

    StepOperations(CaseTypes types, Schemas schemas, List<CaseDetails<?>> details) {
        this.types = types;
        this.schemas = schemas;
        this.details = List.copyOf(details);
    }

    @Bean
    @Order(0)
    OpenApiCustomizer steps() {
        return document -> {
            PathItem general = document.getPaths().remove(GENERAL);
            if (general == null) {
                return;
            }
            Map<String, List<CaseStep<?, ?>>> steps = types.processes().stream()
                    .flatMap(process -> process.steps().stream())
                    .collect(Collectors.groupingBy(CaseStep::key, TreeMap::new, Collectors.toList()));
            steps.forEach((key, alike) -> document.getPaths()
                    .addPathItem("/api/v1/dossiers/{number}/" + key, path(document, general.getPost(), key, alike)));
            details.forEach(own ->
                    ModelConverters.getInstance().readAll(own.schema()).forEach(document.getComponents()::addSchemas));
        };
    }

    @Bean
    BodySchemas assignment() {
        Schema<?> schema =
                Schemas.closed(Map.of("takeOver", Schemas.flag("Whether to take it over when a colleague has it")));
        schema.setExample(Map.of("takeOver", false));
        return () -> Map.of("Assignment", schema);
    }

    @Bean
    BodySchemas severalWorkItems() {
        Schema<?> numbers = Schemas.texts("Numbers of dossiers, 50 at most");
        return () -> Map.of(
                "WorkItemsTaken", Schemas.closed(Map.of("dossiers", numbers), "dossiers"),
                "WorkItemsHandedOver",
                        Schemas.closed(
                                Map.of(
                                        "dossiers", numbers,
                                        "colleague", Schemas.id("Who may do it, as listed for the dossiers"),
                                        "note",
                                                Schemas.text(
                                                        "What is said to them and to the desk, 500 characters at most")),
                                "dossiers",
                                "colleague"));
    }

    /** @param alike the steps that dossiers of several kinds have at that address */
    private PathItem path(OpenAPI document, Operation general, String key, List<CaseStep<?, ?>> alike) {
        List<Parameter> parameters = general.getParameters().stream()
                .filter(parameter -> !"step".equals(parameter.getName()))
                .toList();
        return new PathItem()
                .post(new Operation()
                        .addTagsItem("Dossiers")
                        .operationId("step-" + key)
                        .summary(joined(alike, CaseStep::summary, "; "))
                        .description(joined(alike, CaseStep::description, " "))
                        .parameters(parameters)
                        .responses(general.getResponses())
                        .requestBody(new RequestBody()
                                .required(true)
                                .content(new Content()
                                        .addMediaType(
                                                "application/json", new MediaType().schema(bodies(document, alike))))));
    }

    private static String joined(List<CaseStep<?, ?>> alike, Function<CaseStep<?, ?>, String> text, String between) {
        return alike.stream().map(text).distinct().collect(Collectors.joining(between));
    }

    private Schema<?> bodies(OpenAPI document, List<CaseStep<?, ?>> alike) {
        List<Schema<?>> bodies = new ArrayList<>();
        for (CaseStep<?, ?> step : alike) {
            String name = step.answers().getSimpleName();
            document.getComponents().addSchemas(name, body(step));
            bodies.add(new Schema<>().$ref(name));
        }
        Schema<?> either = new Schema<>();
        bodies.forEach(either::addOneOfItem);
        return bodies.size() == 1 ? bodies.get(0) : either;
    }

    private Schema<?> body(CaseStep<?, ?> step) {
        Schema<?> schema = schemas.ofForm(step.form());
        schema.addProperty(
                "version",
                Schemas.number("The version of the dossier that you have seen."
                        + (step.needsVersion() ? "" : " Left out: you take it as it is now.")));
        return step.needsVersion() ? schema.addRequiredItem("version") : schema;
    }
}
