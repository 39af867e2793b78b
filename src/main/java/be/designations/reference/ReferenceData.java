package be.designations.reference;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills an empty database with the municipalities, their CPAS and the desks, each with its quality. */
@Component
public class ReferenceData {

    /** When the organisations were registered with CSAM and their qualities activated: before anybody held anything. */
    public static final Instant REGISTERED = Instant.parse("2017-02-28T23:00:00Z");

    /** Inserts an organisation, see {@link #row}. */
    public static final String ORGANISATION = """
            insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, nis_code, letter_language,
                                      email, street, postal_code, locality, created_at, registered_with_csam_at, stopped_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final Logger log = LoggerFactory.getLogger(ReferenceData.class);
    private static final long LOCK = 0x5265666572656eL;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;

    ReferenceData(JdbcTemplate jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The id of that quality, the same in every installation. */
    public static QualityId quality(OrganisationId organisation, QualityKind kind) {
        return new QualityId(
                UUID.nameUUIDFromBytes((organisation + " " + kind.name()).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Loads everything or, when there is any municipality already, nothing. Of two nodes that start at once the second
     * waits and then finds it loaded.
     */
    public void load() {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local lock_timeout = 0");
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            if (Boolean.FALSE.equals(
                    jdbc.queryForObject("select exists (select 1 from municipality)", Boolean.class))) {
                insert();
            }
        });
    }

    private void insert() {
        long start = System.nanoTime();
        List<Municipality> municipalities = Municipalities.read();
        insertMunicipalities(municipalities);
        List<Organisation> cpas = ReferenceOrganisations.cpas(municipalities);
        List<Organisation> desks = ReferenceOrganisations.desks();
        jdbc.batchUpdate(
                ORGANISATION,
                Stream.concat(cpas.stream(), desks.stream())
                        .map(organisation -> row(organisation, REGISTERED, null))
                        .toList());
        insertQualities(Stream.concat(
                        cpas.stream()
                                .map(organisation -> quality(
                                        organisation,
                                        QualityKind.SOCIAL_ACTION,
                                        ReferenceOrganisations.socialActionMailbox(organisation))),
                        desks.stream()
                                .map(organisation ->
                                        quality(organisation, QualityKind.SOCIAL_SECURITY, organisation.email())))
                .toList());
        log.info(
                "Loaded {} municipalities with their CPAS and {} desks in {} ms",
                cpas.size(),
                desks.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void insertMunicipalities(List<Municipality> municipalities) {
        jdbc.batchUpdate(
                """
                insert into municipality (nis_code, name_fr, name_nl, province_fr, province_nl, region, languages,
                                          postal_code, inhabitants)
                values (?, ?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?)""",
                municipalities.stream()
                        .map(municipality -> new Object[] {
                            municipality.nisCode(),
                            municipality.nameFr(),
                            municipality.nameNl(),
                            municipality.provinceFr(),
                            municipality.provinceNl(),
                            municipality.region(),
                            municipality.languages().stream()
                                    .map(Language::code)
                                    .collect(Collectors.joining(" ")),
                            municipality.postalCode(),
                            municipality.inhabitants()
                        })
                        .toList());
    }

    /**
     * The row of an organisation for {@link #ORGANISATION}.
     *
     * @param registered when it was registered with CSAM, or null
     * @param stopped    the last day of its activity, or null
     */
    public static Object[] row(Organisation organisation, @Nullable Instant registered, @Nullable LocalDate stopped) {
        return new Object[] {
            organisation.id().value(),
            organisation.enterpriseNumber().value(),
            organisation.nameFr(),
            organisation.nameNl(),
            organisation.nameDe(),
            organisation.kind().name(),
            organisation.nisCode(),
            organisation.letterLanguage().code(),
            organisation.email(),
            organisation.street(),
            organisation.postalCode(),
            organisation.locality(),
            sql(organisation.createdAt()),
            registered == null ? null : sql(registered),
            stopped
        };
    }

    private void insertQualities(List<Object[]> rows) {
        jdbc.batchUpdate("""
                insert into quality (id, organisation_id, kind, identifier, email, activated_at)
                values (?, ?, ?, ?, ?, ?)""", rows);
    }

    private static Object[] quality(Organisation organisation, QualityKind kind, String email) {
        return new Object[] {
            quality(organisation.id(), kind).value(),
            organisation.id().value(),
            kind.name(),
            organisation.enterpriseNumber().value(),
            email,
            sql(REGISTERED)
        };
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
