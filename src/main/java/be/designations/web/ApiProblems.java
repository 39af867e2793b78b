package be.designations.web;

import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The problems of the API, in the language of {@code Accept-Language}. <i>Source: RFC 9457; Belgif REST guide.</i> */
@Component
class ApiProblems {

    private static final String OURS = "urn:problem-type:designations:";

    private final Messages messages;

    ApiProblems(Messages messages) {
        this.messages = messages;
    }

    ResponseEntity<ProblemDetail> of(Type type, HttpServletRequest request) {
        return of(type, messages.get("problem." + type.code + ".detail", request), request);
    }

    ResponseEntity<ProblemDetail> notAllowed(Rejection rejection, HttpServletRequest request) {
        var answer = of(Type.MISSING_PERMISSION, messages.of(rejection, request), request);
        return with(answer, "code", rejection.code());
    }

    /** One issue a rule that was broken. */
    ResponseEntity<ProblemDetail> rejected(List<Rejection> rejections, HttpServletRequest request) {
        var issues = rejections.stream()
                .map(rejection -> issue(
                        rejection.code(),
                        // The one header that is read has an upper-case letter in front, as no field of a body has.
                        in(rejection.field()),
                        rejection.field(),
                        messages.get("problem.input-validation.title", request),
                        messages.of(rejection, request)))
                .toList();
        return with(of(Type.BAD_REQUEST, request), "issues", issues);
    }

    ResponseEntity<ProblemDetail> alreadyHandled(AlreadyHandledException exception, HttpServletRequest request) {
        return of(Type.ALREADY_HANDLED, messages.of(exception, request), request);
    }

    /** A part of the request that cannot be read as what it should be; what was sent is not repeated. */
    ResponseEntity<ProblemDetail> unreadable(Exception exception, HttpServletRequest request) {
        var answer = of(Type.BAD_REQUEST, request);
        Stream<Map<String, Object>> issues = Stream.empty();
        if (exception instanceof BindException binding) {
            issues = binding.getFieldErrors().stream().map(error -> unreadable("body", error.getField(), request));
        } else if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            issues = Stream.of(unreadable("query", mismatch.getName(), request));
        }
        var found = issues.toList();
        return found.isEmpty() ? answer : with(answer, "issues", found);
    }

    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException exception, HttpServletRequest request) {
        if (exception instanceof AuthenticationServiceException) {
            return of(Type.SERVICE_UNAVAILABLE, request);
        }
        boolean nothingSent = exception instanceof InsufficientAuthenticationException
                || exception instanceof AuthenticationCredentialsNotFoundException;
        return of(nothingSent ? Type.NO_ACCESS_TOKEN : Type.INVALID_ACCESS_TOKEN, request);
    }

    static ResponseEntity<ProblemDetail> withHeaders(ResponseEntity<ProblemDetail> answer, HttpHeaders headers) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private ResponseEntity<ProblemDetail> of(Type type, String detail, HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(type.status);
        problem.setType(type.urn());
        problem.setTitle(messages.get("problem." + type.code + ".title", request));
        problem.setDetail(detail);
        problem.setProperty("code", type.code);
        return ResponseEntity.status(type.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, messages.locale(request).toLanguageTag())
                .body(problem);
    }

    private Map<String, Object> unreadable(String in, String name, HttpServletRequest request) {
        return issue(
                "unreadable",
                in,
                name,
                messages.get("problem.unreadable.title", request),
                messages.get("problem.unreadable.detail", request));
    }

    private static Map<String, Object> issue(
            String code, String in, @Nullable String name, String title, String detail) {
        Map<String, Object> issue = new TreeMap<>(Map.of(
                "type", OURS + "input-validation:" + code, "code", code, "in", in, "title", title, "detail", detail));
        if (name != null) {
            issue.put("name", name);
        }
        return issue;
    }

    private static String in(@Nullable String field) {
        return field != null && Character.isUpperCase(field.charAt(0)) ? "header" : "body";
    }

    private static ResponseEntity<ProblemDetail> with(ResponseEntity<ProblemDetail> answer, String name, Object value) {
        var problem = answer.getBody();
        if (problem != null) {
            problem.setProperty(name, value);
        }
        return answer;
    }

    /** The kinds of problems: those of Belgif where it names one, else our own. */
    enum Type {
        BAD_REQUEST("badRequest", HttpStatus.BAD_REQUEST),
        NO_ACCESS_TOKEN("noAccessToken", HttpStatus.UNAUTHORIZED),
        INVALID_ACCESS_TOKEN("invalidAccessToken", HttpStatus.UNAUTHORIZED),
        MISSING_PERMISSION("missingPermission", HttpStatus.FORBIDDEN),
        RESOURCE_NOT_FOUND("resourceNotFound", HttpStatus.NOT_FOUND),
        METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
        NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
        ALREADY_HANDLED("already-handled", HttpStatus.CONFLICT),
        CONFLICT("conflict", HttpStatus.CONFLICT),
        PAYLOAD_TOO_LARGE("payloadTooLarge", HttpStatus.PAYLOAD_TOO_LARGE),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        INTERNAL_SERVER_ERROR("internalServerError", HttpStatus.INTERNAL_SERVER_ERROR),
        SERVICE_UNAVAILABLE("serviceUnavailable", HttpStatus.SERVICE_UNAVAILABLE);

        private final String code;
        private final HttpStatus status;

        Type(String code, HttpStatus status) {
            this.code = code;
            this.status = status;
        }

        /** The kind for a status that Spring answers with. */
        static Type of(HttpStatus status) {
            return switch (status) {
                case UNAUTHORIZED -> NO_ACCESS_TOKEN;
                case FORBIDDEN -> MISSING_PERMISSION;
                case NOT_FOUND -> RESOURCE_NOT_FOUND;
                case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
                case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
                case CONFLICT -> CONFLICT;
                case PAYLOAD_TOO_LARGE -> PAYLOAD_TOO_LARGE;
                case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
                case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
                default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL_SERVER_ERROR;
            };
        }

        /** Belgif's names are in camel case, ours in kebab case. */
        private URI urn() {
            return URI.create(code.contains("-") || this == CONFLICT ? OURS + code : "urn:problem-type:belgif:" + code);
        }
    }
}
