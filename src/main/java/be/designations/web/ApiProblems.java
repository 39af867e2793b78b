package be.designations.web;

import be.designations.api.Issue;
import be.designations.api.Issues;
import be.designations.forms.InvalidAnswersException;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The problems of the API, in the language of {@code Accept-Language}. <i>Source: RFC 9457; Belgif REST guide.</i> */
@Component
class ApiProblems {

    private static final String OURS = "urn:problem-type:designations:";

    private final Messages messages;
    private final Issues issues;

    ApiProblems(Messages messages, Issues issues) {
        this.messages = messages;
        this.issues = issues;
    }

    ResponseEntity<ProblemDetail> of(Type type, HttpServletRequest request) {
        return of(type, messages.get("problem." + type.code + ".detail", request), request);
    }

    ResponseEntity<ProblemDetail> notAllowed(Rejection rejection, HttpServletRequest request) {
        var answer = of(Type.MISSING_PERMISSION, messages.of(rejection, request), request);
        return with(answer, "code", rejection.code());
    }

    ResponseEntity<ProblemDetail> gone(Rejection rejection, HttpServletRequest request) {
        return with(of(Type.GONE, messages.of(rejection, request), request), "code", rejection.code());
    }

    /** The same request is taken again later. */
    ResponseEntity<ProblemDetail> tooMany(Rejection rejection, HttpServletRequest request) {
        var answer = of(Type.TOO_MANY_REQUESTS, messages.of(rejection, request), request);
        return with(answer, "code", rejection.code());
    }

    /** The person may be allowed to, but the client was not given that scope. */
    ResponseEntity<ProblemDetail> missingScope(String scope, HttpServletRequest request) {
        var answer = of(Type.MISSING_SCOPE, messages.get("problem.missingScope.detail", request, scope), request);
        return with(answer, "requiredScopes", List.of(scope));
    }

    /** One issue a rule that was broken. */
    ResponseEntity<ProblemDetail> rejected(List<Rejection> rejections, HttpServletRequest request) {
        Rejection first = rejections.get(0);
        if (first.aboutState()) {
            return with(of(Type.CONFLICT, messages.of(first, request), request), "code", first.code());
        }
        List<Issue> found = issues.of(rejections, messages.locale(request));
        boolean read = request.getMethod().equals(HttpMethod.GET.name());
        return with(
                of(Type.BAD_REQUEST, request),
                "issues",
                read ? found.stream().map(Issue::inQuery).toList() : found);
    }

    /** One issue an answer that does not fit its form. */
    ResponseEntity<ProblemDetail> invalid(InvalidAnswersException exception, HttpServletRequest request) {
        var found = issues.of(exception.form(), exception.submission().errors(), messages.locale(request));
        return with(of(Type.BAD_REQUEST, request), "issues", found);
    }

    ResponseEntity<ProblemDetail> alreadyHandled(AlreadyHandledException exception, HttpServletRequest request) {
        var answer = of(Type.ALREADY_HANDLED, messages.of(exception, request), request);
        if (exception.by() != null) {
            with(answer, "handledBy", exception.by());
        }
        return with(answer, "handledAt", exception.at());
    }

    /** A part of the request that cannot be read as what it should be; what was sent is not repeated. */
    ResponseEntity<ProblemDetail> unreadable(Exception exception, HttpServletRequest request) {
        Locale locale = messages.locale(request);
        Stream<Issue> unreadable;
        if (exception instanceof BindException binding) {
            unreadable = binding.getFieldErrors().stream()
                    .map(error -> issues.unreadable("query", error.getField(), locale));
        } else if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            unreadable = Stream.of(issues.unreadable("query", mismatch.getName(), locale));
        } else if (exception instanceof MissingServletRequestParameterException missing) {
            unreadable = Stream.of(issues.unreadable("query", missing.getParameterName(), locale));
        } else if (exception instanceof MissingServletRequestPartException missing) {
            unreadable = Stream.of(issues.unreadable("body", missing.getRequestPartName(), locale));
        } else if (exception instanceof HandlerMethodValidationException invalid) {
            unreadable = invalid.getParameterValidationResults().stream()
                    .flatMap(ApiProblems::namesOf)
                    .map(name -> issues.unreadable("query", name, locale));
        } else {
            unreadable = Stream.of(
                    issues.unreadable(exception instanceof RequestRejectedException ? "query" : "body", null, locale));
        }
        return with(of(Type.BAD_REQUEST, request), "issues", unreadable.toList());
    }

    /** What is wrong of a parameter: itself, or what it is made of. */
    private static Stream<String> namesOf(ParameterValidationResult result) {
        return result instanceof ParameterErrors errors
                ? errors.getFieldErrors().stream().map(FieldError::getField)
                : Stream.ofNullable(result.getMethodParameter().getParameterName());
    }

    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException exception, HttpServletRequest request) {
        if (exception instanceof AuthenticationServiceException) {
            return of(Type.SERVICE_UNAVAILABLE, request);
        }
        boolean nothingSent = exception instanceof InsufficientAuthenticationException
                || exception instanceof AuthenticationCredentialsNotFoundException;
        return of(nothingSent ? Type.NO_ACCESS_TOKEN : Type.INVALID_ACCESS_TOKEN, request);
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
        MISSING_SCOPE("missingScope", HttpStatus.FORBIDDEN),
        RESOURCE_NOT_FOUND("resourceNotFound", HttpStatus.NOT_FOUND),
        METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
        NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
        ALREADY_HANDLED("already-handled", HttpStatus.CONFLICT),
        CONFLICT("conflict", HttpStatus.CONFLICT),
        GONE("resource-gone", HttpStatus.GONE),
        PAYLOAD_TOO_LARGE("payloadTooLarge", HttpStatus.PAYLOAD_TOO_LARGE),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        TOO_MANY_REQUESTS("tooManyRequests", HttpStatus.TOO_MANY_REQUESTS),
        INTERNAL_SERVER_ERROR("internalServerError", HttpStatus.INTERNAL_SERVER_ERROR),
        SERVICE_UNAVAILABLE("serviceUnavailable", HttpStatus.SERVICE_UNAVAILABLE);

        private final String code;
        private final HttpStatus status;

        Type(String code, HttpStatus status) {
            this.code = code;
            this.status = status;
        }

        HttpStatus status() {
            return status;
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
                case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
                case SERVICE_UNAVAILABLE -> SERVICE_UNAVAILABLE;
                default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL_SERVER_ERROR;
            };
        }

        /** Belgif's names are in camel case, ours in kebab case. */
        URI urn() {
            return URI.create(code.contains("-") || this == CONFLICT ? OURS + code : "urn:problem-type:belgif:" + code);
        }
    }
}
