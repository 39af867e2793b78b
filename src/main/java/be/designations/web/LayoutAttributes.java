package be.designations.web;

import be.designations.access.CapacityKind;
import be.designations.access.ManagementTask;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.insight.OwnAccess;
import be.designations.insight.Positions.Blocked;
import be.designations.security.ActingAs;
import be.designations.security.ApiRequests;
import be.designations.security.RequestLanguage;
import be.designations.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every page shows of the reader, and the language of the names on it. */
@ControllerAdvice(annotations = Controller.class)
class LayoutAttributes {

    private static final String HELPDESK_OF_CPAS = "cpas";
    private static final String HELPDESK_OF_CSAM = "csam";

    private final Directory directory;
    private final OwnAccess own;
    private final MessageSource messages;
    private final boolean demo;

    LayoutAttributes(Directory directory, OwnAccess own, MessageSource messages, Environment environment) {
        this.directory = directory;
        this.own = own;
        this.messages = messages;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @ModelAttribute
    void addTo(Model model, HttpServletRequest request) {
        if (ApiRequests.isApi(request)) {
            return;
        }
        model.addAttribute("demo", demo);
        model.addAttribute(
                "language", Language.of(RequestContextUtils.getLocale(request).getLanguage()));
        SignedIn.current().ifPresent(signedIn -> model.addAttribute("signedIn", view(signedIn, request)));
    }

    private Reader view(SignedIn signedIn, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        Optional<ActingAs> acting = ActingAs.in(request);
        Optional<Organisation> entity = acting.map(chosen -> directory.organisation(chosen.organisation()));
        String principal = acting.map(ActingAs::inPlaceOf)
                .map(person -> directory.person(person).displayName())
                .orElse(null);
        return new Reader(
                signedIn.displayName(),
                acting.flatMap(chosen -> entity.map(organisation -> label(chosen, organisation, principal, locale)))
                        .orElse(null),
                acting.filter(chosen -> chosen.kind() == CapacityKind.SUPPORT_AGENT && chosen.principalId() == null)
                        .isPresent(),
                acting.filter(chosen -> CapacityKind.DESKS.contains(chosen.kind()))
                        .isPresent(),
                !signedIn.signInLevel().isAtLeast(SignInLevel.ITSME),
                RequestLanguage.isForSessionOnly(request),
                SingletonSupplier.of(() -> own.blocked(signedIn.person())),
                acting.filter(chosen -> ManagementTask.RIGHTS.by().contains(chosen.kind()))
                        .flatMap(chosen -> entity)
                        .map(organisation ->
                                "/entities/" + organisation.enterpriseNumber().value() + "/rights")
                        .orElse(null),
                acting.filter(chosen -> ManagementTask.TECHNICAL_USER.by().contains(chosen.kind()))
                        .isPresent(),
                principal,
                entity.map(organisation -> List.of(
                                organisation.kind() == OrganisationKind.ENTERPRISE
                                        ? HELPDESK_OF_CSAM
                                        : HELPDESK_OF_CPAS))
                        .orElse(List.of(HELPDESK_OF_CPAS, HELPDESK_OF_CSAM)));
    }

    private String label(ActingAs chosen, Organisation organisation, @Nullable String principal, Locale locale) {
        String label = messages.getMessage(
                "home.acting-as",
                new Object[] {
                    messages.getMessage("capacity." + chosen.kind(), null, locale),
                    organisation.name(Language.of(locale.getLanguage()))
                },
                locale);
        return principal == null ? label : messages.getMessage("deputies.by", new Object[] {label, principal}, locale);
    }

    /**
     * @param capacityLabel what the reader acts as, or null while nothing is chosen
     * @param operator      whether the pages of the support desk are for them
     * @param atDesk        whether they act for one of the desks, for which the figures are
     * @param unsure        whether they were recognised too weakly to see what is about others
     * @param otherLanguage whether the page is in another language than that of their mails and next visits
     * @param blocked       what they are, but blocked; asked for by the pages that tell it
     * @param rights        where they manage rights for whom they act, or null when they manage none
     * @param technicalUsers whether they manage technical users
     * @param inPlaceOf     the name of whom they stand in for, or null
     * @param helpdesks     who helps them; every desk while it is not known for whom they act
     */
    public record Reader(
            String displayName,
            @Nullable String capacityLabel,
            boolean operator,
            boolean atDesk,
            boolean unsure,
            boolean otherLanguage,
            Supplier<List<Blocked>> blocked,
            @Nullable String rights,
            boolean technicalUsers,
            @Nullable String inPlaceOf,
            List<String> helpdesks) {}
}
