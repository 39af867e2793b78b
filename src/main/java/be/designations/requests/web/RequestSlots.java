package be.designations.requests.web;

import be.designations.calendar.Days;
import be.designations.casework.CaseView;
import be.designations.casework.web.CaseSlots;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.Tied;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.requests.RightRequest;
import be.designations.requests.RightRequestCase;
import be.designations.requests.RightRequestPlaces;
import be.designations.requests.RightRequests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a request for a right asks for, and the form of whoever grants it. */
@Component
class RequestSlots extends CaseSlots<RightRequest> {

    private static final String GRANT = "grant";
    private static final int USUAL_YEARS = 4;

    private final RightRequests requests;
    private final RightRequestPlaces places;
    private final RequestFields fields;
    private final Clock clock;

    RequestSlots(
            RightRequestCase process,
            RightRequests requests,
            RightRequestPlaces places,
            RequestFields fields,
            Clock clock) {
        super(process, "requests/slots");
        this.requests = requests;
        this.places = places;
        this.fields = fields;
        this.clock = clock;
    }

    @Override
    protected void fill(CaseView dossier, RightRequest request, Actor reader, Page page) {
        OrganisationId entity = dossier.organisation().id();
        Map<String, String> units = request.wanted().units().isEmpty() ? Map.of() : fields.units(entity);
        Tied ties = requests.ties(request.person(), entity);
        Role role = places.role(request.role());
        page.with("request", request)
                .with("personName", dossier.nameOf(request.person()))
                .with("roleName", role.name().in(page.language()))
                .with("takesContext", role.takesContext())
                .with("quality", places.quality(request.quality()))
                .with(
                        "wantedUnits",
                        request.wanted().units().stream()
                                .map(unit -> units.getOrDefault(unit.value(), unit.formatted()))
                                .sorted()
                                .toList())
                .with("wantedLastDay", request.wanted().lastDay())
                .with("needless", requests.isNeedless(request))
                .with("ownRequest", reader.person().equals(request.person()))
                .with("tied", ties.until(clock.instant()).isPresent())
                .with(
                        "tiedUntil",
                        ties.until(clock.instant()).map(Tied.Until::end).orElse(null));
    }

    /** From today, or from the day after the right ends that is asked to go on (D106), as long as was asked, as the role allows and as the person is tied (D21, D22). */
    @Override
    protected FormValues proposed(String step, CaseView dossier, RightRequest request, Actor reader) {
        if (!step.equals(GRANT)) {
            return FormValues.empty();
        }
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        Role role = places.role(request.role());
        LocalDate usual = today.plusYears(USUAL_YEARS).minusDays(1);
        Optional<LocalDate> longest = Optional.ofNullable(role.longestMonths()).map(today::plusMonths);
        @Nullable LocalDate asked = request.wanted().lastDay();
        Optional<LocalDate> tied = requests.ties(
                        request.person(), dossier.organisation().id())
                .until(now)
                .map(Tied.Until::end)
                .map(Days::lastBefore);
        LocalDate lastDay = Stream.concat(
                        Stream.of(asked == null ? usual : asked),
                        Stream.of(longest, tied).flatMap(Optional::stream))
                .min(LocalDate::compareTo)
                .orElse(usual);
        FormValues values = FormValues.empty()
                .with(
                        "firstDay",
                        requests.heldUntil(request)
                                .map(end -> Days.lastBefore(end).plusDays(1))
                                .orElse(today)
                                .toString())
                .with("lastDay", lastDay.toString())
                .with("relationshipLastDay", today.plusYears(10).minusDays(1).toString());
        return values.with(
                "context",
                request.wanted().units().stream().map(unit -> unit.value()).toList());
    }

    @Override
    protected FormView form(String step, CaseView dossier, RightRequest request, FormView form) {
        if (!step.equals(GRANT)) {
            return form;
        }
        OrganisationId entity = dossier.organisation().id();
        Role role = places.role(request.role());
        FormView own = fields.withUnits(form, role, entity);
        if (!role.takesContext()) {
            own = own.without("wholeEntity");
        }
        if (role.longestMonths() != null) {
            // D21: an end is needed then.
            own = own.needing("lastDay");
        }
        return requests.isTied(request.person(), entity)
                ? own.without("category")
                        .without("email")
                        .without("phone")
                        .without("relationshipLastDay")
                        .without("relationshipReason")
                : own.needing("category", "email", "phone", "relationshipReason");
    }
}
