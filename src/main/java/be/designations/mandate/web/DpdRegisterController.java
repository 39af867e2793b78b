package be.designations.mandate.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.Province;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.casework.web.ProvinceOptions;
import be.designations.directory.Actor;
import be.designations.export.Csv;
import be.designations.forms.ShownError;
import be.designations.mandate.MandateRegister;
import be.designations.mandate.MandateState;
import be.designations.mandate.RegisterLine;
import be.designations.mandate.RegisterQuery;
import be.designations.mandate.RegisterQuery.Order;
import be.designations.mandate.RegisterQuery.Role;
import be.designations.mandate.RegisterQuery.State;
import be.designations.mandate.RegisterStore.Place;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of mandates: for the desks all, for others those that they see. */
@Controller
@RequestMapping("/mandates")
class DpdRegisterController {

    private static final String PATH = "/mandates";
    private static final int LINES_A_PAGE = 50;
    private static final int LONGEST = 100;

    private final MandateRegister register;
    private final Provinces provinces;
    private final Clock clock;

    DpdRegisterController(MandateRegister register, Provinces provinces, Clock clock) {
        this.register = register;
        this.provinces = provinces;
        this.clock = clock;
    }

    /**
     * What is asked, as it stands in the address; what was made up asks for everything.
     *
     * @param role  as what people stand there
     * @param on    a day, {@code dd/mm/yyyy}, or what was typed for one
     */
    public record Asked(
            String role, String officer, String cpas, String province, String state, String on, String sort) {

        RegisterQuery query(List<Province> known) {
            return new RegisterQuery(
                    Role.of(role).orElse(Role.OFFICER),
                    WorkAsked.holdsNiss(officer) ? "" : officer,
                    WorkAsked.holdsNiss(cpas) ? "" : cpas,
                    chosen(known).orElse(null),
                    State.of(state).orElse(null),
                    Inputs.day(on).orElse(null),
                    Order.of(sort).orElse(Order.BEGIN));
        }

        Optional<Province> chosen(List<Province> known) {
            return known.stream().filter(it -> it.code().equals(province)).findFirst();
        }

        boolean filters() {
            return Stream.of(officer, cpas, province, state, on).anyMatch(value -> !value.isEmpty());
        }

        /** What cannot be read, or is to stand in no address. */
        List<ShownError> problems(Page page) {
            List<ShownError> problems = new ArrayList<>();
            if (WorkAsked.holdsNiss(officer)) {
                problems.add(page.error("officer", "rejection.access.niss-in-filter"));
            }
            if (WorkAsked.holdsNiss(cpas)) {
                problems.add(page.error("cpas", "rejection.access.niss-in-filter"));
            }
            if (!on.isEmpty() && Inputs.day(on).isEmpty()) {
                problems.add(page.error("on", "history.error.unreadable"));
            }
            return problems;
        }

        Address at(String path) {
            return Address.of(path)
                    .with("role", role)
                    .with("officer", officer)
                    .with("cpas", cpas)
                    .with("province", province)
                    .with("state", state)
                    .with("on", on)
                    .with("sort", sort);
        }
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String cpas,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String sort) {
        String day = Inputs.line(on, LONGEST);
        return new Asked(
                Inputs.line(role, LONGEST),
                Inputs.line(officer, LONGEST),
                Inputs.line(cpas, LONGEST),
                Inputs.line(province, LONGEST),
                Inputs.line(state, LONGEST),
                Inputs.day(day).map(new BelgianDates()::day).orElse(day),
                Inputs.line(sort, LONGEST));
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        Place place = Inputs.id(before)
                .map(id -> new Place(id, true))
                .or(() -> Inputs.id(after).map(id -> new Place(id, false)))
                .orElse(null);
        return show(actor, asked, place, page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping("/filter")
    String filter(Actor actor, @ModelAttribute(name = "asked", binding = false) Asked asked, Page page) {
        return asked.problems(page).isEmpty()
                ? Page.redirect(asked.at(PATH).toString())
                : show(actor, asked, null, page.refused(HttpStatus.UNPROCESSABLE_ENTITY));
    }

    private String show(Actor actor, Asked asked, @Nullable Place place, Page page) {
        List<Province> known = provinces.all();
        List<ShownError> problems = asked.problems(page);
        boolean backward = place != null && place.backward();
        // One more than is shown tells whether there is another page.
        List<RegisterLine> found = register.lines(actor, asked.query(known), page.language(), place, LINES_A_PAGE + 1);
        boolean more = found.size() > LINES_A_PAGE;
        List<RegisterLine> lines =
                !more ? found : backward ? found.subList(1, found.size()) : found.subList(0, LINES_A_PAGE);
        page.inSection("entities")
                .with("problems", problems)
                .with("wrong", problems.stream().map(ShownError::fieldKey).toList())
                .with("provinces", ProvinceOptions.of(known, page))
                .with("language", page.language())
                .with("chosenProvince", asked.chosen(known).map(Province::code).orElse(null))
                .with("states", State.values())
                .with("roles", Role.values())
                .with("role", asked.query(known).role().code())
                .with("orders", Order.values())
                .with("sort", asked.query(known).order().code())
                .with("filtered", asked.filters())
                .with("now", clock.instant())
                .with("lines", lines)
                .with("csv", asked.at(PATH + "/register.csv").toString())
                .with("previous", place == null || (backward && !more) ? null : beside(asked, lines, true))
                .with("next", more || backward ? beside(asked, lines, false) : null);
        return "mandate/register";
    }

    /** The page before or after these lines; before none is the first one. */
    private static String beside(Asked asked, List<RegisterLine> lines, boolean backward) {
        Address address = asked.at(PATH);
        return (lines.isEmpty()
                        ? address
                        : address.from(
                                lines.get(backward ? 0 : lines.size() - 1)
                                        .mandate()
                                        .id(),
                                backward))
                .toString();
    }

    /** The mandates found, all of them. */
    @GetMapping("/register.csv")
    void file(
            Actor actor,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Page page,
            HttpServletResponse response)
            throws IOException {
        register.taken(actor);
        BelgianDates dates = new BelgianDates();
        PrintWriter writer = Download.csv(response, "mandates-" + Days.of(clock.instant()) + ".csv");
        writer.write(Csv.line(Stream.of(
                        "cpas",
                        "number",
                        "officer",
                        "role",
                        "from",
                        "last-day",
                        "state",
                        "why",
                        "hours",
                        "given",
                        "decision")
                .map(column -> page.text("mandate.register.column." + column))
                .toArray()));
        register.each(actor, asked.query(provinces.all()), page.language(), line -> {
            MandateState mandate = line.mandate();
            writer.write(Csv.line(
                    line.cpasName(page.language()),
                    line.cpas().formatted(),
                    line.officer(),
                    page.text("mandate.register.role." + line.role().code()),
                    dates.day(mandate.from()),
                    mandate.until() == null ? "" : dates.lastDay(mandate.until()),
                    page.text("mandate.state." + register.stateOf(mandate).code()),
                    mandate.endReason() == null ? "" : page.text("mandate.end." + mandate.endReason()),
                    mandate.hoursPerWeek().stripTrailingZeros().toPlainString(),
                    mandate.dossier(),
                    line.decidedBy() == null ? "" : line.decidedBy()));
        });
        writer.flush();
    }
}
