package be.designations.web;

import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.identifier.EnterpriseNumber;
import be.designations.security.ApiRequests;
import be.designations.security.ApiScope;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** The document at {@code /v3/api-docs}: what each operation takes and answers, what goes wrong included. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String SIGN_IN = "signIn";
    private static final String DESCRIPTION = """
            Designating the data protection officer (DPD) of a CPAS and making that person local manager (GL) of the \
            quality Social action; and what managers decide in their entity, quality or subdivision: who manages, who uses \
            which application. The pages of the application do the same with the same rules.

            Every request says who makes it. What a person may do follows from what that person is, asked anew each time; \
            with the header `Acting-For` they act for one organisation only. What is none of the caller's answers 404.

            What goes wrong is a problem (RFC 9457) with a type of Belgif or of this application, in the language of \
            `Accept-Language`: fr-BE (also without the header), nl-BE, de-BE or en. Instants are in UTC, names in French, \
            Dutch and German.

            Lists come in pages: `next` is the address of the next one.""";

    private static final String SCOPES = """
            An access token of the sign-in service, made out for a client that is known here. Its scopes say what the \
            client may ask for: `read` to read, `decide` to take steps of dossiers, `manage` to change anything else. What \
            the person may do is asked all the same.""";

    private final Environment environment;
    private final List<BodySchemas> bodies;

    OpenApiDocument(Environment environment, List<BodySchemas> bodies) {
        this.environment = environment;
        this.bodies = bodies;
        SpringDocUtils.getConfig().replaceWithSchema(EnterpriseNumber.class, new StringSchema().example("0999000030"));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Designations").version("1").description(DESCRIPTION))
                .components(new Components().addSecuritySchemes(SIGN_IN, signIn()))
                .addSecurityItem(new SecurityRequirement().addList(SIGN_IN))
                .tags(List.of(
                        tag("Me", "Who you are"),
                        tag("Organisations", "Finding a CPAS"),
                        tag("Applications", "The application of a CPAS, from its draft until it is sent"),
                        tag("Dossiers", "What follows: opinion, decision, withdrawal"),
                        tag("Local manager", "Making the approved officer local manager"),
                        tag("Replacements", "Replacing a manager whose tie to the entity has ended"),
                        tag(
                                "Principal access manager",
                                "Designating it, by whoever represents the entity; verifying a mandate"),
                        tag("Letters", "Whether a letter is genuine and still holds, for anybody"),
                        tag("Work items", "What waits for whom"),
                        tag("Desks", "On which days the desks of offices are closed, and who answers for them"),
                        tag("Access", "Who manages what, since when, by whose decision"),
                        tag("Managers", "Designating, blocking and removing managers; the entity and its qualities"),
                        tag("Users", "The users of a quality and their applications"),
                        tag("Reports", "Which rights end, are not used, or should not be there"),
                        tag(
                                "Figures",
                                "Which CPAS have a data protection officer, how long steps take, what desks have to do"),
                        tag(
                                "Imports",
                                "Bringing people, working relationships and rights in a file, and taking them along"),
                        tag("Catalogue", "The applications and the roles that open them"),
                        tag("PrimaWeb", "Profiles of functions in PrimaWeb, and who has them")));
    }

    private SecurityScheme signIn() {
        SecurityScheme scheme = new SecurityScheme().type(SecurityScheme.Type.HTTP);
        return asksForScopes()
                ? scheme.scheme("bearer").bearerFormat("JWT").description(SCOPES)
                : scheme.scheme("basic")
                        .description("Demonstration: the user name is the identifier of an invented person, such as "
                                + "namur-rae; the password can be anything");
    }

    private boolean asksForScopes() {
        return environment.acceptsProfiles(Profiles.of("prod"));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    OpenApiCustomizer sharedParts() {
        return document -> {
            Components components = document.getComponents();
            bodies.forEach(ofModule -> ofModule.byName().forEach(components::addSchemas));
            components.addSchemas("Problem", problem());
            headers().forEach(components::addParameters);
            components.addHeaders(
                    "BelGov-Trace-Id",
                    new Header().description("As it was sent, else a new one").schema(new StringSchema()));
            for (Failure failure : Failure.values()) {
                components.addResponses(failure.responseName(), failure.response());
            }
            if (asksForScopes()) {
                document.getPaths().forEach(OpenApiDocument::sayScopes);
            }
        };
    }

    private static void sayScopes(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            // One that is for anybody says so by an empty list.
            if (operation.getSecurity() == null) {
                operation.addSecurityItem(new SecurityRequirement()
                        .addList(SIGN_IN, ApiScope.of(method.name(), path).code()));
            }
        });
    }

    private static Map<String, Parameter> headers() {
        Map<String, Parameter> headers = new LinkedHashMap<>();
        headers.put(
                "ActingFor",
                new HeaderParameter()
                        .name(ApiRequests.ACTING_FOR)
                        .description(
                                "The enterprise number of the organisation for which you act; without it, whatever "
                                        + "you are counts")
                        .schema(new StringSchema()));
        headers.put(
                "InPlaceOf",
                new HeaderParameter()
                        .name(ApiRequests.IN_PLACE_OF)
                        .description(
                                "The id of the person in whose place you work as a deputy, as `/me` lists them; then "
                                        + "nothing of what you are yourself counts")
                        .schema(new StringSchema().format("uuid")));
        headers.put(
                "AcceptLanguage",
                new HeaderParameter()
                        .name("Accept-Language")
                        .description("fr-BE, nl-BE, de-BE or en")
                        .schema(new StringSchema()._default("fr-BE")));
        headers.put(
                "TraceId",
                new HeaderParameter()
                        .name("BelGov-Trace-Id")
                        .description("Finds the request in the logs of both sides")
                        .schema(new StringSchema().pattern("[A-Za-z0-9-]{1,36}")));
        return headers;
    }

    private static Schema<?> problem() {
        Schema<Object> problem = new ObjectSchema();
        problem.description("What went wrong (RFC 9457)")
                .addProperty(
                        "type",
                        new StringSchema()
                                .format("uri")
                                .description("The kind of problem")
                                .example(Failure.BAD_REQUEST.type))
                .addProperty("title", new StringSchema().description("In the language that was asked for"))
                .addProperty("status", new IntegerSchema().format("int32"))
                .addProperty("detail", new StringSchema().description("In the language that was asked for"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema().description("The rule that refused, or the kind of problem"))
                .addProperty(
                        "requiredScopes",
                        new ArraySchema()
                                .items(new StringSchema())
                                .description("The scope that the client was not given"))
                .addProperty("issues", new ArraySchema().items(new Schema<>().$ref("Issue")))
                .addProperty(
                        "handledBy",
                        new StringSchema().description("Who has taken the step already; absent when a deadline did"))
                .addProperty(
                        "handledAt", new StringSchema().format("date-time").description("When the step was taken"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    /** What can go wrong with any operation of its kind. */
    @Bean
    OperationCustomizer failures() {
        return (operation, method) -> {
            Arrays.stream(method.getMethodParameters())
                    .map(parameter -> parameter.getParameterAnnotation(BodySchema.class))
                    .filter(Objects::nonNull)
                    .forEach(schema -> operation.setRequestBody(body(schema.value())));
            for (String header : headers().keySet()) {
                operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + header));
            }
            for (Failure failure : Failure.values()) {
                if (failure.mayHappenTo(operation, method)) {
                    operation
                            .getResponses()
                            .addApiResponse(
                                    Integer.toString(failure.status),
                                    new ApiResponse().$ref("#/components/responses/" + failure.responseName()));
                }
            }
            return operation;
        };
    }

    private static RequestBody body(String schema) {
        return new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(new Schema<>().$ref(schema))));
    }

    /** The problems that an operation answers with. */
    private enum Failure {
        BAD_REQUEST(ApiProblems.Type.BAD_REQUEST, "Cannot be read, or breaks a rule; the issues say which"),
        UNAUTHORIZED(ApiProblems.Type.NO_ACCESS_TOKEN, "Does not say who makes the request, or somebody unknown"),
        FORBIDDEN(ApiProblems.Type.MISSING_PERMISSION, "You see it, but may not do this with it"),
        NOT_FOUND(ApiProblems.Type.RESOURCE_NOT_FOUND, "Does not exist, or is none of yours"),
        NOT_ACCEPTABLE(ApiProblems.Type.NOT_ACCEPTABLE, "Only JSON is answered"),
        CONFLICT(ApiProblems.Type.ALREADY_HANDLED, "The step has been taken already, or the data changed meanwhile"),
        GONE(ApiProblems.Type.GONE, "Was here; removed, as its retention period is over"),
        PAYLOAD_TOO_LARGE(ApiProblems.Type.PAYLOAD_TOO_LARGE, "The file is larger than 10 MiB"),
        TOO_MANY_REQUESTS(
                ApiProblems.Type.TOO_MANY_REQUESTS,
                "Asked too often: numbers looked up, files sent; `Retry-After` says in how many seconds it is taken again"),
        UNSUPPORTED_MEDIA_TYPE(ApiProblems.Type.UNSUPPORTED_MEDIA_TYPE, "The body is not of the type that is read"),
        INTERNAL_SERVER_ERROR(ApiProblems.Type.INTERNAL_SERVER_ERROR, "Our fault; nothing was changed");

        private final int status;
        private final String type;
        private final String description;

        Failure(ApiProblems.Type problem, String description) {
            this.status = problem.status().value();
            this.type = problem.urn().toString();
            this.description = description;
        }

        boolean mayHappenTo(Operation operation, HandlerMethod method) {
            boolean reads = method.hasMethodAnnotation(GetMapping.class);
            return switch (this) {
                case NOT_FOUND ->
                    operation.getRequestBody() != null
                            || operation.getParameters().stream()
                                    .anyMatch(parameter -> "path".equals(parameter.getIn()));
                case CONFLICT, TOO_MANY_REQUESTS -> !reads;
                case GONE -> reads && isFile(operation);
                case UNSUPPORTED_MEDIA_TYPE -> operation.getRequestBody() != null;
                case PAYLOAD_TOO_LARGE ->
                    operation.getRequestBody() != null
                            && operation.getRequestBody().getContent().containsKey("multipart/form-data");
                default -> true;
            };
        }

        private static boolean isFile(Operation operation) {
            ApiResponse answer = operation.getResponses().get("200");
            return answer != null
                    && answer.getContent() != null
                    && answer.getContent().containsKey("application/octet-stream");
        }

        String responseName() {
            return "Problem" + status;
        }

        ApiResponse response() {
            Map<String, Object> example = new LinkedHashMap<>();
            example.put("type", type);
            example.put("status", status);
            return new ApiResponse()
                    .description(description)
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType()
                                            .schema(new Schema<>().$ref("Problem"))
                                            .example(example)));
        }
    }
}
