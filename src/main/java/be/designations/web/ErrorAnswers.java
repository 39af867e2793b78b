package be.designations.web;

import be.designations.forms.InvalidAnswersException;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.GoneException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import be.designations.security.ApiRequests;
import be.designations.security.ApiScope;
import be.designations.security.SecurityEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a caller hears when a request cannot be done: callers of the API a problem, readers of pages a page. One class for
 * both, as an address that leads nowhere has no controller by which to tell them apart.
 */
@ControllerAdvice
class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    /** SQL states of what must be unique: at once, and in time. */
    private static final Set<String> COLLISIONS = Set.of("23505", "23P01");

    private final ApiProblems problems;
    private final ErrorPages pages;

    ErrorAnswers(ApiProblems problems, ErrorPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @ExceptionHandler
    Object notFound(NotFoundException exception, HttpServletRequest request) {
        SecurityEvent.NOTHING_FOUND.log("operation", operation(request));
        return answer(ApiProblems.Type.RESOURCE_NOT_FOUND, request);
    }

    @ExceptionHandler
    Object notAllowed(NotAllowedException exception, HttpServletRequest request) {
        SecurityEvent.OPERATION_REFUSED.log("code", exception.rejection().code(), "operation", operation(request));
        return ApiRequests.isApi(request)
                ? problems.notAllowed(exception.rejection(), request)
                : pages.notAllowed(exception.rejection(), request);
    }

    @ExceptionHandler
    Object gone(GoneException exception, HttpServletRequest request) {
        return ApiRequests.isApi(request)
                ? problems.gone(exception.rejection(), request)
                : pages.gone(exception.rejection(), request);
    }

    @ExceptionHandler
    Object rejected(RejectedException exception, HttpServletRequest request) {
        return ApiRequests.isApi(request)
                ? problems.rejected(exception.rejections(), request)
                : pages.rejected(exception.rejections(), request);
    }

    @ExceptionHandler
    Object tooMany(TooManyException exception, HttpServletRequest request, HttpServletResponse response) {
        Rejection refusal = exception.rejections().get(0);
        SecurityEvent.LIMIT_REACHED.log("code", refusal.code());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(exception.seconds()));
        return ApiRequests.isApi(request)
                ? problems.tooMany(refusal, request)
                : pages.tooMany(exception.rejections(), request);
    }

    private Object answer(ApiProblems.Type type, HttpServletRequest request) {
        return ApiRequests.isApi(request) ? problems.of(type, request) : pages.of(type.status(), request);
    }

    /** Pages show these at their fields; one that comes here has no such page. */
    @ExceptionHandler
    Object invalid(InvalidAnswersException exception, HttpServletRequest request) {
        return ApiRequests.isApi(request)
                ? problems.invalid(exception, request)
                : pages.of(HttpStatus.BAD_REQUEST, request);
    }

    @ExceptionHandler
    Object alreadyHandled(AlreadyHandledException exception, HttpServletRequest request) {
        return ApiRequests.isApi(request)
                ? problems.alreadyHandled(exception, request)
                : pages.alreadyHandled(exception, request);
    }

    /** Two people at the same row at the same moment: the one who came second hears of it. */
    @ExceptionHandler
    Object overtaken(ConcurrencyFailureException exception, HttpServletRequest request, HttpServletResponse response) {
        return WaitedTooLong.is(exception)
                ? waitedTooLong(request, response)
                : answer(ApiProblems.Type.CONFLICT, request);
    }

    /** Somebody else, or a node that froze, had the database for too long: nothing was done, and it may be asked again. */
    private Object waitedTooLong(HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{} waited too long for the database", operation(request));
        response.setHeader(HttpHeaders.RETRY_AFTER, WaitedTooLong.SECONDS_TO_RETRY);
        return answer(ApiProblems.Type.SERVICE_UNAVAILABLE, request);
    }

    /** What must be unique is held by the database too, for two requests that could not see each other. */
    @ExceptionHandler
    Object collided(
            DataIntegrityViolationException exception, HttpServletRequest request, HttpServletResponse response) {
        boolean collision = exception.getMostSpecificCause() instanceof SQLException cause
                && COLLISIONS.contains(Objects.requireNonNullElse(cause.getSQLState(), ""));
        return collision ? answer(ApiProblems.Type.CONFLICT, request) : other(exception, request, response);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException exception, HttpServletRequest request) {
        return answer(ApiProblems.Type.PAYLOAD_TOO_LARGE, request);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MultipartException.class,
        BindException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        HandlerMethodValidationException.class,
        RequestRejectedException.class
    })
    Object unreadable(Exception exception, HttpServletRequest request) {
        // An address with an id that cannot be one leads nowhere.
        if (exception instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return notFound(new NotFoundException(mismatch.getName()), request);
        }
        return ApiRequests.isApi(request)
                ? problems.unreadable(exception, request)
                : pages.of(HttpStatus.BAD_REQUEST, request);
    }

    /** Who may come in is decided by the filters, which also answer; only the API's filters ask back here. */
    @ExceptionHandler
    Object notSignedIn(AuthenticationException exception, HttpServletRequest request) {
        if (!ApiRequests.isApi(request)) {
            throw exception;
        }
        return problems.notSignedIn(exception, request);
    }

    @ExceptionHandler
    Object denied(AccessDeniedException exception, HttpServletRequest request) {
        if (!ApiRequests.isApi(request)) {
            throw exception;
        }
        return ApiScope.missing(exception)
                .map(scope -> problems.missingScope(scope, request))
                .orElseGet(() -> problems.of(ApiProblems.Type.MISSING_PERMISSION, request));
    }

    @ExceptionHandler
    @Nullable
    Object callerLeft(AsyncRequestNotUsableException exception) {
        return null;
    }

    /** As it is declared, for an address holds ids. */
    private static String operation(HttpServletRequest request) {
        return request.getMethod() + ' ' + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    @ExceptionHandler
    Object other(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        if (WaitedTooLong.is(exception)) {
            return waitedTooLong(request, response);
        }
        var status = exception instanceof ErrorResponse known
                ? HttpStatus.valueOf(known.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        }
        if (exception instanceof HttpRequestMethodNotSupportedException
                || exception instanceof HttpMediaTypeNotSupportedException) {
            // What would be taken instead.
            ((ErrorResponse) exception)
                    .getHeaders()
                    .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return ApiRequests.isApi(request)
                ? problems.of(ApiProblems.Type.of(status), request)
                : pages.of(status, request);
    }
}
