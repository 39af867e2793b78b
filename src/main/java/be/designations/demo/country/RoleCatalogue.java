package be.designations.demo.country;

import be.designations.access.CapacityKind;
import be.designations.access.QualityKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The roles that the users of each kind of quality may be given for as long as they like. Without those of the desks, and without Social action, whose
 * local manager would need a mandate (S002): the entities of the model are no CPAS. A kind for which the catalogue has no
 * role gets an invented application with some.
 */
final class RoleCatalogue {

    private static final Set<String> OF_DESKS =
            Arrays.stream(CapacityKind.values()).map(CapacityKind::name).collect(Collectors.toSet());

    private static final int ROLES_OF_AN_INVENTED_APPLICATION = 8;
    private static final int LEVEL = 400;
    private static final String DOMAIN = "SOCIAL_SECURITY";

    private final List<QualityKind> kinds = Arrays.stream(QualityKind.values())
            .filter(kind -> kind != QualityKind.SOCIAL_ACTION)
            .toList();
    private final List<QualityKind> withInvented = new ArrayList<>();
    private final Map<QualityKind, List<String>> roles = new EnumMap<>(QualityKind.class);

    /** @param known the codes of the roles that the catalogue has, by kind of quality */
    RoleCatalogue(Map<QualityKind, List<String>> known) {
        for (QualityKind kind : kinds) {
            List<String> usable = known.getOrDefault(kind, List.of()).stream()
                    .filter(code -> !OF_DESKS.contains(code))
                    .sorted()
                    .toList();
            if (usable.isEmpty()) {
                withInvented.add(kind);
            }
            roles.put(kind, usable.isEmpty() ? invented(kind) : usable);
        }
    }

    static RoleCatalogue read(JdbcClient jdbc) {
        Map<QualityKind, List<String>> known = new EnumMap<>(QualityKind.class);
        // The rights of the model have no end, or one that nobody looked at the role for.
        jdbc.sql("select a.quality_kind, r.code from role r join application a on a.code = r.application_code"
                        + " where r.longest_months is null")
                .query(row -> {
                    known.computeIfAbsent(QualityKind.valueOf(row.getString(1)), none -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return new RoleCatalogue(known);
    }

    List<QualityKind> kinds() {
        return kinds;
    }

    /** At least one. */
    List<String> of(QualityKind kind) {
        return roles.getOrDefault(kind, List.of());
    }

    CountryReport.Line copyApplications(CopyManager copy) throws SQLException {
        try (var table = new CopyTable(
                copy, "application", "code, name_fr, name_nl, name_de, quality_kind, domain_code, needed_level")) {
            for (QualityKind kind : withInvented) {
                table.row(
                        application(kind),
                        "Application d’exemple",
                        "Voorbeeldtoepassing",
                        "Beispielanwendung",
                        kind,
                        DOMAIN,
                        LEVEL);
            }
            return table.finish();
        }
    }

    CountryReport.Line copyRoles(CopyManager copy) throws SQLException {
        try (var table = new CopyTable(copy, "role", "code, application_code, name_fr, name_nl, name_de")) {
            for (QualityKind kind : withInvented) {
                int number = 0;
                for (String code : of(kind)) {
                    number++;
                    table.row(
                            code,
                            application(kind),
                            "Rôle d’exemple " + number,
                            "Voorbeeldrol " + number,
                            "Beispielrolle " + number);
                }
            }
            return table.finish();
        }
    }

    private static List<String> invented(QualityKind kind) {
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= ROLES_OF_AN_INVENTED_APPLICATION; number++) {
            // As long as the codes of real roles are: they are a part of large indexes.
            codes.add("EXAMPLE_ROLE_" + kind.name().substring(0, 5) + number);
        }
        return codes;
    }

    private static String application(QualityKind kind) {
        return "EXAMPLE_" + kind;
    }
}
