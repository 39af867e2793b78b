package be.designations.demo.data;

import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.RelationshipCategory;
import be.designations.reference.ReferenceOrganisations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an invented person is in one organisation, as {@code demo/people.csv} writes it: {@code KIND:place:detail…}.
 *
 * @param place   the NIS code of a CPAS, the kind of a desk, or the code of an enterprise
 * @param details the hours a week of a mandate and how many days from today its last one is, the domain of an access manager, the codes of a user's roles, the first and the
 *                last day of staff
 */
record Holding(Kind kind, String place, List<String> details) {

    private static final Set<String> DESKS =
            Set.of(OrganisationKind.BCSS.name(), OrganisationKind.SPP_IS.name(), OrganisationKind.SUPPORT.name());

    enum Kind {
        HEAD_OF_DAILY_MANAGEMENT,
        PRINCIPAL_ACCESS_MANAGER,
        CO_PRINCIPAL_ACCESS_MANAGER,
        /** Data protection officer of the own staff, and so local manager of Social action. */
        DPD,
        EXTERNAL_DPD,
        CO_LOCAL_MANAGER,
        /** With the code of the domain, of whose applications the entity gets a quality. */
        ACCESS_MANAGER,
        /** With the name of the subdivision. */
        SUBDIVISION_MANAGER,
        TECHNICAL_USER,
        USER,
        /** With the name of the subdivision, then the roles. */
        USER_OF_SUBDIVISION,
        /** Works there and holds nothing; with the first and the last day, or always. */
        STAFF,
        DPD_REVIEWER,
        DPD_APPROVER,
        SUPPORT_AGENT,
        /** Represents an enterprise. */
        DIRECTOR,
        /** Represented it until yesterday. */
        FORMER_DIRECTOR,
        /** Represents it from tomorrow on. */
        COMING_DIRECTOR;
    }

    Holding {
        details = List.copyOf(details);
    }

    static Holding of(Kind kind, String place) {
        return new Holding(kind, place, List.of());
    }

    static Holding parse(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        return new Holding(Kind.valueOf(parts.get(0)), parts.get(1), parts.subList(2, parts.size()));
    }

    OrganisationId organisation() {
        return DemoEnterprise.find(place).map(DemoEnterprise::id).orElseGet(this::cpasOrDesk);
    }

    private boolean isAtDesk() {
        return DESKS.contains(place);
    }

    private OrganisationId cpasOrDesk() {
        return isAtDesk()
                ? ReferenceOrganisations.desk(OrganisationKind.valueOf(place))
                : ReferenceOrganisations.cpas(place);
    }

    RelationshipCategory relationship() {
        return switch (kind) {
            case HEAD_OF_DAILY_MANAGEMENT, PRINCIPAL_ACCESS_MANAGER ->
                DemoEnterprise.find(place).isPresent() ? RelationshipCategory.PERMANENT : RelationshipCategory.OFFICIAL;
            case EXTERNAL_DPD -> RelationshipCategory.EXTERNAL_DPD;
            default -> RelationshipCategory.PERMANENT;
        };
    }

    BigDecimal hoursPerWeek() {
        return new BigDecimal(details.get(0));
    }

    /** The last day of a mandate, where it has one. */
    Optional<LocalDate> mandateUntil(LocalDate today) {
        return details.size() > 1 ? Optional.of(today.plusDays(Long.parseLong(details.get(1)))) : Optional.empty();
    }

    /** The first day of the relationship, where it is said. */
    Optional<LocalDate> from() {
        return day(0);
    }

    /** The last day of the relationship, where it is said. */
    Optional<LocalDate> lastDay() {
        return day(1);
    }

    private Optional<LocalDate> day(int place) {
        return kind == Kind.STAFF && details.size() > place
                ? Optional.of(LocalDate.parse(details.get(place)))
                : Optional.empty();
    }

    String mailDomain() {
        return DemoEnterprise.find(place).map(DemoEnterprise::mailDomain).orElseGet(this::domainOfCpasOrDesk);
    }

    private String domainOfCpasOrDesk() {
        return isAtDesk()
                ? place.toLowerCase(Locale.ROOT).replace('_', '-') + ".example"
                : ReferenceOrganisations.mailDomain(place);
    }
}
