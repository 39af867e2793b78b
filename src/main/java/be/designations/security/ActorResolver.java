package be.designations.security;

import be.designations.access.Capacities;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
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
 * API has no session and takes the organisation from the header {@code Acting-For}, and in whose place the person acts
 * from {@code In-Place-Of}.
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
        if (!ApiRequests.isApi(request)) {
            return ActingAs.actorOf(request).orElseThrow(ActorResolver::nobody);
        }
        var signedIn = SignedIn.current().orElseThrow(ActorResolver::nobody);
        Actor actor = caller(request, signedIn);
        String number = request.getHeader(ApiRequests.ACTING_FOR);
        return number == null || number.isBlank()
                ? actor
                : new Actor(actor.person(), heldOrganisation(number, actor), actor.level(), actor.inPlaceOf());
    }

    private static AuthenticationCredentialsNotFoundException nobody() {
        return new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }

    /**
     * In their own name, or in whose place the header says, which is at one office. What is no id, and somebody for whom the caller
     * does not stand in, are refused alike.
     */
    private Actor caller(HttpServletRequest request, SignedIn signedIn) {
        String id = request.getHeader(ApiRequests.IN_PLACE_OF);
        if (id == null || id.isBlank()) {
            return new Actor(signedIn.person(), null, signedIn.signInLevel());
        }
        return capacities.standInsOf(signedIn.person()).stream()
                .filter(standIn -> standIn.principal().toString().equalsIgnoreCase(id.strip()))
                .findFirst()
                .map(standIn -> new Actor(
                        signedIn.person(),
                        standIn.capacity().organisation(),
                        signedIn.signInLevel(),
                        standIn.principal()))
                .orElseThrow(() -> new NotAllowedException(Rejection.of("security.not-in-place-of")));
    }

    /** A number that nobody has and one where the person is nothing are refused alike: which it is, is not told. */
    private OrganisationId heldOrganisation(String number, Actor actor) {
        var readable = EnterpriseNumber.parse(number)
                .orElseThrow(() -> new RejectedException(
                        Rejection.ofField("security.acting-for-unreadable", ApiRequests.ACTING_FOR)));
        return directory
                .findOrganisation(readable)
                .map(Organisation::id)
                .filter(organisation -> capacities.of(actor).stream()
                        .anyMatch(held -> held.organisation().equals(organisation)))
                .orElseThrow(() -> new NotAllowedException(Rejection.of("security.not-acting-for")));
    }
}
