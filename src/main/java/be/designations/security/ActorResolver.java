package be.designations.security;

import be.designations.access.Capacities;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the {@link Actor} who asks. On pages that person acts for the organisation chosen in the session; the
 * API has no session and takes the organisation from the header {@code Acting-For}.
 */
@Component
class ActorResolver implements HandlerMethodArgumentResolver {

    private final Directory directory;
    private final Capacities capacities;

    ActorResolver(Directory directory, Capacities capacities) {
        this.directory = directory;
        this.capacities = capacities;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var signedIn = SignedIn.current()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
        return new Actor(signedIn.person(), actingFor(request, signedIn.person()), signedIn.signInLevel());
    }

    private @Nullable OrganisationId actingFor(HttpServletRequest request, PersonId person) {
        if (!ApiRequests.isApi(request)) {
            return ActingAs.in(request).map(ActingAs::organisation).orElse(null);
        }
        String number = request.getHeader(ApiRequests.ACTING_FOR);
        return number == null || number.isBlank() ? null : heldOrganisation(number, person);
    }

    /** A number that nobody has and one where the person is nothing are refused alike: which it is, is not told. */
    private OrganisationId heldOrganisation(String number, PersonId person) {
        var readable = EnterpriseNumber.parse(number)
                .orElseThrow(() -> new RejectedException(
                        Rejection.ofField("security.acting-for-unreadable", ApiRequests.ACTING_FOR)));
        return directory
                .findOrganisation(readable)
                .map(Organisation::id)
                .filter(organisation -> capacities.of(person).stream()
                        .anyMatch(held -> held.organisation().equals(organisation)))
                .orElseThrow(() -> new NotAllowedException(Rejection.of("security.not-acting-for")));
    }
}
