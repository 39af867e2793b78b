package be.designations.mandate.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.Province;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.directory.Actor;
import be.designations.export.Csv;
import be.designations.mandate.MandateRegister;
import be.designations.mandate.MandateState;
import be.designations.mandate.RegisterLine;
import be.designations.mandate.RegisterQuery;
import be.designations.mandate.RegisterQuery.Order;
import be.designations.mandate.RegisterQuery.Role;
import be.designations.mandate.RegisterQuery.State;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     * @param on    a day, {@code yyyy-mm-dd}
     */
    record Asked(String role, String q, String province, String state, String on, String sort) {

        Optional<LocalDate> day() {
            try {
                return on.isEmpty() ? Optional.empty() : Optional.of(Days.parse(on));
            } catch (DateTimeException madeUp) {
                return Optional.empty();
            }
        }

        RegisterQuery query(List<Province> known) {
            return new RegisterQuery(
                    Role.of(role).orElse(Role.OFFICER),
                    WorkAsked.holdsNiss(q) ? "" : q,
                    chosen(known).orElse(null),
                    State.of(state).orElse(null),
                    day().orElse(null),
                    Order.of(sort).orElse(Order.BEGIN));
        }

        Optional<Province> chosen(List<Province> known) {
            // A region without provinces has one without a name.
            return province.isEmpty()
                    ? Optional.empty()
                    : known.stream().filter(it -> it.code().equals(province)).findFirst();
        }

        boolean filters() {
            return Stream.of(q, province, state, on).anyMatch(value -> !value.isEmpty());
        }

        Address at(String path) {
            return Address.of(path)
                    .with("role", role)
                    .with("q", q)
                    .with("province", province)
                    .with("state", state)
                    .with("on", on)
                    .with("sort", sort);
        }
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String sort) {
        return new Asked(
                Inputs.line(role, LONGEST),
                Inputs.line(q, LONGEST),
                Inputs.line(province, LONGEST),
                Inputs.line(state, LONGEST),
                Inputs.line(on, LONGEST),
                Inputs.line(sort, LONGEST));
    }

    @GetMapping
    String list(
            Actor actor,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String after,
            Page page) {
        return show(actor, asked, Inputs.id(after).orElse(null), page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping("/filter")
    String filter(Actor actor, @ModelAttribute(name = "asked", binding = false) Asked asked, Page page) {
        return WorkAsked.holdsNiss(asked.q())
                ? show(
                        actor,
                        asked,
                        null,
                        page.refused(HttpStatus.UNPROCESSABLE_ENTITY).openedAt(PATH))
                : Page.redirect(asked.at(PATH).toString());
    }

    private String show(Actor actor, Asked asked, @Nullable UUID after, Page page) {
        List<Province> known = provinces.all();
        List<RegisterLine> found = register.lines(actor, asked.query(known), page.language(), after, LINES_A_PAGE + 1);
        boolean more = found.size() > LINES_A_PAGE;
        List<RegisterLine> lines = more ? found.subList(0, LINES_A_PAGE) : found;
        page.inSection("entities")
                .with("nissTyped", WorkAsked.holdsNiss(asked.q()))
                .with("typed", asked.q())
                .with("provinces", known)
                .with("language", page.language())
                .with("chosenProvince", asked.chosen(known).orElse(null))
                .with("states", State.values())
                .with("roles", Role.values())
                .with("role", asked.query(known).role().code())
                .with("orders", Order.values())
                .with("sort", asked.query(known).order().code())
                .with("filtered", asked.filters())
                .with("now", clock.instant())
                .with("lines", lines)
                .with("csv", asked.at(PATH + "/register.csv").toString())
                .with("previous", after == null ? null : asked.at(PATH).toString())
                .with(
                        "next",
                        more
                                ? asked.at(PATH)
                                        .from(
                                                lines.get(lines.size() - 1)
                                                        .mandate()
                                                        .id(),
                                                false)
                                        .toString()
                                : null);
        return "mandate/register";
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
