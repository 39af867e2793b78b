package be.designations.figures;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.dpd.RefusalGround;
import be.designations.identifier.EnterpriseNumber;
import be.designations.mandate.MandateExtensions;
import be.designations.rules.NotAllowedException;
import be.designations.testing.ApiCaller;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each figure is worked out anew from the tables, in another way, and its list counted. */
class FiguresIT extends WholeApplication {

    private static final WorkingDays WORKING_DAYS = new WorkingDays();
    private static final Order BY_NAME = new Order("name", true);

    /** The work of a designation. */
    private static final Set<String> STEPS = Set.of("GIVE_OPINION", "COMPLETE_FILE", "DECIDE", "CHANGE_LOCAL_MANAGER");

    /** With what offices do in other dossiers. */
    private static final Set<String> KINDS = Set.of(
            "GIVE_OPINION", "COMPLETE_FILE", "DECIDE", "CHANGE_LOCAL_MANAGER", "DECIDE_EXTENSION", "VERIFY_MANDATE");

    @Autowired
    private Figures figures;

    @Autowired
    private MandateExtensions extensions;

    private CpasWorld world;
    private Actor approver;
    private LocalDate today;

    @BeforeEach
    void aDesk() {
        world = worlds.cpas();
        approver = CpasWorld.as(world.approver);
        today = LocalDate.now(Days.BRUSSELS);
    }

    /** A CPAS without anybody, in that place. */
    private Organisation cpas(String region, String province, String languages) {
        Organisation cpas = worlds.people().cpas("CPAS de Chiffreville");
        jdbc.sql(
                        "update municipality set region = :region, province_fr = :province, languages = cast(:languages as text[])"
                                + " where nis_code = :nis")
                .param("region", region)
                .param("province", province)
                .param("languages", languages)
                .param("nis", cpas.nisCode())
                .update();
        return cpas;
    }

    private Organisation cpas() {
        return cpas("WALLONIA", "Namur", "{fr}");
    }

    private void mandate(
            Organisation cpas, Person officer, LocalDate firstDay, @Nullable LocalDate lastDay, int hours) {
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, valid_until, basis_id)
                        values (:id, :cpas, :person, :hours, :from, :until, (select id from basis limit 1))""")
                .param("id", UUID.randomUUID())
                .param("cpas", cpas.id().value())
                .param("person", officer.id().value())
                .param("hours", hours)
                .param("from", Timestamp.from(Days.startOf(firstDay)))
                .param("until", lastDay == null ? null : Timestamp.from(Days.endOf(lastDay)))
                .update();
    }

    private Organisation withMandate(LocalDate firstDay, @Nullable LocalDate lastDay) {
        Organisation cpas = cpas();
        mandate(cpas, world.person("Odile"), firstDay, lastDay, 8);
        return cpas;
    }

    private static <L> List<L> all(Function<Slice, Found<L>> list) {
        List<L> lines = new ArrayList<>();
        // Small pages: what stands on two of them or on none would show. Other tests leave lines: some ten pages,
        // however many.
        Found<L> found = list.apply(new Slice(1, 7));
        int size = (int) Math.max(7, found.total() / 10);
        for (int page = 1; (page - 1) * (long) size < found.total(); page++) {
            found = list.apply(new Slice(page, size));
            lines.addAll(found.lines());
        }
        assertThat((long) lines.size()).isEqualTo(found.total());
        return lines;
    }

    private List<CpasLine> listed(CpasFilter filter) {
        return all(slice -> figures.cpas(approver, filter, BY_NAME, Language.FR, slice));
    }

    private Set<EnterpriseNumber> in(Cover cover, int days) {
        return in(CpasFilter.on(today, cover, days));
    }

    private Set<EnterpriseNumber> in(CpasFilter filter) {
        return listed(filter).stream().map(CpasLine::number).collect(Collectors.toSet());
    }

    @Test
    void whoever_has_none_or_soon_none_is_found_by_the_day_on_which_the_last_of_their_mandates_ends() {
        Organisation never = cpas();
        Organisation tomorrow = withMandate(today.plusDays(1), null);
        Organisation yesterday = withMandate(today.minusYears(1), today.minusDays(1));
        Organisation endsToday = withMandate(today.minusYears(1), today);
        Organisation in30 = withMandate(today.minusYears(1), today.plusDays(30));
        Organisation in31 = withMandate(today.minusYears(1), today.plusDays(31));
        Organisation open = withMandate(today.minusYears(1), null);
        Organisation followed = withMandate(today.minusYears(1), today.plusDays(10));
        mandate(followed, world.person("Odette"), today.plusDays(11), null, 8);
        Organisation withGap = withMandate(today.minusYears(1), today.plusDays(10));
        mandate(withGap, world.person("Odon"), today.plusDays(12), null, 8);
        Organisation neverBegan = withMandate(today.minusDays(3), null);
        jdbc.sql("update dpd_mandate set revoked_at = now(), end_reason = 'REPLACEMENT' where organisation_id = :cpas")
                .param("cpas", neverBegan.id().value())
                .update();
        Set<EnterpriseNumber> mine = Stream.of(
                        never, tomorrow, yesterday, endsToday, in30, in31, open, followed, withGap, neverBegan)
                .map(Organisation::enterpriseNumber)
                .collect(Collectors.toSet());

        assertThat(in(Cover.NONE, 30))
                .filteredOn(mine::contains)
                .containsExactlyInAnyOrder(numbers(never, tomorrow, yesterday, neverBegan));
        assertThat(in(Cover.SOON, 30))
                .filteredOn(mine::contains)
                .containsExactlyInAnyOrder(numbers(endsToday, in30, withGap));
        assertThat(in(Cover.SOON, 31))
                .filteredOn(mine::contains)
                .containsExactlyInAnyOrder(numbers(endsToday, in30, in31, withGap));
        assertThat(in(Cover.NONE_OR_SOON, 30))
                .filteredOn(mine::contains)
                .containsExactlyInAnyOrder(numbers(never, tomorrow, yesterday, neverBegan, endsToday, in30, withGap));
        // On another day: the end of it.
        assertThat(in(CpasFilter.on(today.plusDays(1), Cover.NONE, 30)))
                .contains(numbers(never, endsToday, yesterday))
                .doesNotContain(numbers(tomorrow, in30));
        assertThat(in(CpasFilter.on(today.plusDays(11), Cover.NONE, 30)))
                .contains(numbers(withGap))
                .doesNotContain(numbers(followed));
        assertThat(in(CpasFilter.on(today.minusDays(1), Cover.NONE, 30))).doesNotContain(numbers(yesterday));
        assertThat(listed(CpasFilter.on(today, Cover.NONE, 30)).stream()
                        .filter(line -> line.number().equals(tomorrow.enterpriseNumber())))
                .singleElement()
                .extracting(CpasLine::nextFrom)
                .isEqualTo(Days.startOf(today.plusDays(1)));
        assertThat(listed(CpasFilter.on(today, Cover.SOMEBODY, 30)).stream()
                        .filter(line -> line.number().equals(followed.enterpriseNumber())))
                .singleElement()
                .extracting(line -> Objects.requireNonNull(line.officer()).endsAt())
                .isNull();
    }

    private static EnterpriseNumber[] numbers(Organisation... cpas) {
        return Stream.of(cpas).map(Organisation::enterpriseNumber).toArray(EnterpriseNumber[]::new);
    }

    /** As it is read from the tables, for the second count. */
    private record Mandated(
            UUID cpas, Instant from, @Nullable Instant until) {}

    private Map<UUID, List<Mandated>> mandates() {
        return jdbc
                .sql("select organisation_id, valid_from, valid_until from dpd_mandate where revoked_at is null")
                .query((row, number) -> new Mandated(
                        row.getObject(1, UUID.class),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()))
                .list()
                .stream()
                .collect(groupingBy(Mandated::cpas));
    }

    private void interim(Organisation cpas, LocalDate firstDay, LocalDate lastDay) {
        assists(cpas, world.person("Iris"), "INTERIM", firstDay, lastDay);
    }

    private void assists(
            Organisation cpas, Person person, String kind, LocalDate firstDay, @Nullable LocalDate lastDay) {
        UUID dossier = UUID.randomUUID();
        jdbc.sql("""
                        insert into case_file (id, dossier_number, kind, status, status_since, organisation_id, opened_by, opened_at, closed_at)
                        values (:id, :number, 'OFFICER_ASSISTANCE', 'assistance.expired', now(), :cpas, :person, now(), now())""")
                .param("id", dossier)
                .param("number", "AID-2019-1" + Integer.toUnsignedLong(dossier.hashCode()))
                .param("cpas", cpas.id().value())
                .param("person", world.head.id().value())
                .update();
        jdbc.sql("""
                        insert into assisting_officer (id, organisation_id, person_id, kind, hours_per_week, valid_from, valid_until, basis_id, settled_at)
                        values (:id, :cpas, :person, :kind, 4, :from, :until, (select id from basis limit 1), now())""")
                .param("id", dossier)
                .param("cpas", cpas.id().value())
                .param("person", person.id().value())
                .param("kind", kind)
                .param("from", Timestamp.from(Days.startOf(firstDay)))
                .param("until", lastDay == null ? null : Timestamp.from(Days.endOf(lastDay)))
                .update();
    }

    private Set<UUID> interims() {
        return Set.copyOf(jdbc.sql("""
                        select distinct organisation_id from assisting_officer
                         where kind = 'INTERIM' and revoked_at is null and now() between valid_from and valid_until""").query(UUID.class).list());
    }

    @Test
    void a_cpas_with_somebody_who_stands_in_is_neither_without_anybody_nor_one_with_an_officer() {
        Organisation stoodInFor = cpas();
        interim(stoodInFor, today.minusDays(2), today.plusDays(5));
        Organisation over = cpas();
        interim(over, today.minusDays(9), today.minusDays(1));
        Organisation absent = withMandate(today.minusYears(1), null);
        interim(absent, today, today);

        assertThat(in(Cover.INTERIM, 30)).contains(numbers(stoodInFor)).doesNotContain(numbers(over, absent));
        assertThat(in(Cover.NONE, 30)).contains(numbers(over)).doesNotContain(numbers(stoodInFor, absent));
        assertThat(in(Cover.SOMEBODY, 30)).contains(numbers(absent)).doesNotContain(numbers(stoodInFor, over));
        assertThat(in(Cover.NONE_OR_SOON, 30)).contains(numbers(stoodInFor, over));
        assertThat(listed(CpasFilter.on(today, Cover.INTERIM, 30)).stream()
                        .filter(line -> line.number().equals(stoodInFor.enterpriseNumber())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.officer()).isNull();
                    assertThat(line.interim()).startsWith("Iris");
                });
        assertThat(in(CpasFilter.on(today.plusDays(6), Cover.NONE, 30))).contains(numbers(stoodInFor));
    }

    /** Day by day instead of by periods: whether somebody is there at each end of a day until then. */
    private static boolean covered(List<Mandated> mandates, Instant at) {
        return mandates.stream()
                .anyMatch(one -> !one.from().isAfter(at)
                        && (one.until() == null || one.until().isAfter(at)));
    }

    private boolean coveredFor(List<Mandated> mandates, int days) {
        return today.datesUntil(today.plusDays(days + 1))
                .flatMap(day -> Stream.of(Days.endOf(day).minusMillis(1), Days.endOf(day)))
                .allMatch(at -> covered(mandates, at));
    }

    @Test
    void the_coverage_of_each_place_is_what_the_mandates_say_day_by_day() {
        cpas("BRUSSELS", "", "{fr,nl}");
        Organisation german = cpas("WALLONIA", "Liège", "{de}");
        mandate(german, world.person("Otto"), today.minusDays(9), today.plusDays(45), 8);
        withMandate(today.minusYears(1), today.plusDays(75));
        interim(cpas(), today.minusDays(2), today);
        interim(withMandate(today.minusYears(1), null), today.minusDays(2), today.plusDays(2));

        CoverageByPlace coverage = figures.coverage(approver, CpasFilter.on(today, Cover.ALL, 30));

        Map<UUID, List<Mandated>> mandates = mandates();
        Set<UUID> interims = interims();
        for (Place place : places()) {
            List<UUID> there = jdbc.sql("""
                            select o.id from organisation o join municipality m using (nis_code)
                             where o.kind = 'CPAS' and m.region = :region and (:whole or m.province_fr = :province)
                               and (o.stopped_on is null or o.stopped_on >= :today)""") // other tests leave some that have stopped
                    .param("today", Date.valueOf(today))
                    .param("region", place.region().name())
                    .param("whole", place.area() == null)
                    .param("province", place.area() == null ? "" : place.area().province())
                    .query(UUID.class)
                    .list();
            List<List<Mandated>> held = there.stream()
                    .map(cpas -> mandates.getOrDefault(cpas, List.of()))
                    .toList();
            Instant now = Instant.now();
            Coverage expected = new Coverage(
                    there.size(),
                    (int) there.stream()
                            .filter(cpas ->
                                    !covered(mandates.getOrDefault(cpas, List.of()), now) && !interims.contains(cpas))
                            .count(),
                    (int) there.stream()
                            .filter(cpas ->
                                    !covered(mandates.getOrDefault(cpas, List.of()), now) && interims.contains(cpas))
                            .count(),
                    soon(held, now, 30),
                    soon(held, now, 60),
                    soon(held, now, 90));
            assertThat(
                            place.area() == null
                                    ? coverage.regions().get(place.region())
                                    : coverage.areas().get(place.area()))
                    .as(place.code())
                    .isEqualTo(expected);
            for (Cover cover : Cover.values()) {
                var filter = new CpasFilter(today, cover, 60, place, null, "", null);
                assertThat((long) listed(filter).size())
                        .as(place.code() + " " + cover)
                        .isEqualTo(counted(expected, cover));
            }
        }
        assertThat(coverage.languages().get(Language.DE).all())
                .isEqualTo(jdbc.sql(
                                "select count(*) from organisation o join municipality m using (nis_code)"
                                        + " where o.kind = 'CPAS' and 'de' = any(m.languages) and (o.stopped_on is null or o.stopped_on >= :today)")
                        .param("today", Date.valueOf(today))
                        .query(Integer.class)
                        .single());
        for (Language language : Language.LETTERS) {
            assertThat(listed(new CpasFilter(today, Cover.ALL, 30, null, language, "", null)))
                    .hasSize(coverage.languages().get(language).all());
        }
    }

    private static List<Place> places() {
        return Stream.concat(
                        Stream.of(Region.values()).map(region -> new Place(region, null)),
                        Stream.of(Area.values()).map(area -> new Place(area.region(), area)))
                .toList();
    }

    private int soon(List<List<Mandated>> held, Instant now, int days) {
        return (int) held.stream()
                .filter(one -> covered(one, now) && !coveredFor(one, days))
                .count();
    }

    private static long counted(Coverage coverage, Cover cover) {
        return switch (cover) {
            case ALL -> coverage.all();
            case NONE -> coverage.none();
            case INTERIM -> coverage.interim();
            case SOON -> coverage.soon60();
            case SOMEBODY -> coverage.somebody();
            case NONE_OR_SOON -> coverage.none() + coverage.interim() + coverage.soon60();
        };
    }

    @Test
    void a_cpas_of_brussels_is_found_in_both_languages_and_a_german_one_in_german() {
        Organisation brussels = cpas("BRUSSELS", "", "{fr,nl}");
        Organisation german = cpas("WALLONIA", "Liège", "{de}");

        assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, Language.FR, "", null)))
                .contains(numbers(brussels))
                .doesNotContain(numbers(german));
        assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, Language.NL, "", null)))
                .contains(numbers(brussels));
        assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, Language.DE, "", null)))
                .contains(numbers(german))
                .doesNotContain(numbers(brussels));
        assertThat(in(new CpasFilter(
                        today, Cover.ALL, 30, new Place(Region.WALLONIA, Area.LIEGE), Language.DE, "", null)))
                .contains(numbers(german));
    }

    @Test
    void a_cpas_is_found_by_the_beginning_of_a_word_of_its_municipality_or_by_its_postal_code() {
        Organisation cpas = cpas();
        jdbc.sql(
                        "update municipality set name_fr = 'Écaussinnes-Quévy', name_nl = 'Schinnes_Weide', postal_code = '7190' where nis_code = :nis")
                .param("nis", cpas.nisCode())
                .update();

        assertThat(Stream.of("ecauss", "QUÉV", "schin", "7190", "Écaussinnes-qu"))
                .allSatisfy(text -> assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, null, text, null)))
                        .containsExactly(cpas.enterpriseNumber()));
        assertThat(Stream.of("caussinnes", "719", "%", "_", "\\"))
                .allSatisfy(text -> assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, null, text, null)))
                        .isEmpty());
    }

    @Test
    void shared_officers_are_those_of_several_cpas_or_of_more_than_a_week_of_work() {
        Person two = world.person("Octave");
        mandate(cpas(), two, today.minusDays(5), null, 20);
        mandate(cpas(), two, today.minusDays(5), null, 18);
        mandate(cpas(), two, today.plusDays(5), null, 12);
        Person alone = world.person("Olga");
        mandate(cpas(), alone, today.minusDays(5), null, 39);
        Person usual = world.person("Omer");
        mandate(cpas(), usual, today.minusDays(5), null, 38);

        List<SharedOfficer> shared = all(slice -> figures.officers(approver, today, Sharing.ANY, BY_NAME, slice));

        assertThat(shared)
                .contains(
                        new SharedOfficer(two.id().value(), two.displayName(), 2, new BigDecimal("38.0")),
                        new SharedOfficer(alone.id().value(), alone.displayName(), 1, new BigDecimal("39.0")))
                .noneMatch(one -> one.id().equals(usual.id().value()));
        Map<UUID, Double> hours = jdbc
                .sql(
                        "select person_id, hours_per_week from (select person_id, hours_per_week, revoked_at, valid_from, valid_until"
                                + " from dpd_mandate union all select person_id, hours_per_week, revoked_at, valid_from, valid_until"
                                + " from assisting_officer) served where revoked_at is null and valid_from <= now()"
                                + " and coalesce(valid_until, 'infinity') > now()")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getDouble(2)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, Collectors.summingDouble(Map.Entry::getValue)));
        assertThat(all(slice -> figures.officers(approver, today, Sharing.OVER, BY_NAME, slice)).stream()
                        .map(SharedOfficer::id))
                .containsExactlyInAnyOrderElementsOf(hours.entrySet().stream()
                        .filter(one -> one.getValue() > 38)
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(shared)
                .allSatisfy(one -> assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, null, "", one.id())))
                        .hasSize(one.cpas()));
        assertThat(all(slice -> figures.officers(approver, today, Sharing.SEVERAL, BY_NAME, slice)))
                .allMatch(one -> one.cpas() > 1)
                .anyMatch(one -> one.id().equals(two.id().value()))
                .noneMatch(one -> one.id().equals(alone.id().value()));
        assertThat(figures.officers(approver, today))
                .isEqualTo(new SharedOfficers(
                        (int) shared.stream().filter(one -> one.cpas() > 1).count(),
                        (int) hours.values().stream().filter(sum -> sum > 38).count()));
        assertThat(all(slice -> figures.officers(approver, today.plusDays(5), Sharing.OVER, BY_NAME, slice)))
                .contains(new SharedOfficer(two.id().value(), two.displayName(), 3, new BigDecimal("50.0")));
    }

    @Test
    void who_stands_in_for_several_cpas_or_assists_is_counted_with_all_hours_and_the_list_shows_these_cpas() {
        Person everywhere = world.person("Irma");
        mandate(cpas(), everywhere, today.minusDays(5), null, 32);
        Organisation absent = withMandate(today.minusYears(1), null);
        assists(absent, everywhere, "INTERIM", today.minusDays(1), today);
        assists(absent, everywhere, "ADJUNCT", today.minusDays(1), null);
        assists(cpas(), everywhere, "INTERIM", today.minusDays(9), today.minusDays(1));

        SharedOfficer shared = all(slice -> figures.officers(approver, today, Sharing.OVER, BY_NAME, slice)).stream()
                .filter(one -> one.id().equals(everywhere.id().value()))
                .findFirst()
                .orElseThrow();

        assertThat(shared.cpas()).isEqualTo(2);
        assertThat(shared.hours()).isEqualByComparingTo("40");
        assertThat(in(new CpasFilter(today, Cover.ALL, 30, null, null, "", shared.id())))
                .hasSize(2)
                .contains(absent.enterpriseNumber());
    }

    /** As it is read from the tables, for the second count. */
    private record Work(
            UUID dossier,
            String kind,
            String desk,
            Instant came,
            Instant due,
            @Nullable Instant done,
            boolean byPerson,
            boolean taken) {}

    private List<Work> work() {
        return jdbc.sql("""
                        select w.case_id, w.kind, w.desk, w.created_at, w.due_at, w.done_at, w.done_by, w.assignee_id
                          from work_item w join case_file c on c.id = w.case_id
                         where w.kind in (:kinds)""") // other tests leave others
                .param("kinds", KINDS)
                .query((row, number) -> new Work(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant(),
                        row.getObject(7) != null,
                        row.getObject(8) != null))
                .list();
    }

    private Map<Step, List<Integer>> daysByStep(Period period) {
        Set<UUID> advised = Set.copyOf(
                jdbc.sql("select a.case_id from dpd_application a join dpd_opinion o on o.application_id = a.id")
                        .query(UUID.class)
                        .list());
        Set<LocalDate> closed =
                Set.copyOf(jdbc.sql("select day from closing_day where desk = 'BCSS' and removed_at is null")
                        .query((row, number) -> row.getDate(1).toLocalDate())
                        .list());
        Map<Step, List<Integer>> days = new java.util.EnumMap<>(Step.class);
        work().stream()
                .filter(one -> STEPS.contains(one.kind()))
                .collect(groupingBy(one -> one.dossier() + one.kind()))
                .values()
                .forEach(stays -> {
                    Work last =
                            stays.stream().max(Comparator.comparing(Work::came)).orElseThrow();
                    Instant done = last.done();
                    if (done == null
                            || !last.byPerson()
                            || Days.of(done).isBefore(period.first())
                            || Days.of(done).isAfter(period.last())
                            || (last.kind().equals("GIVE_OPINION") && !advised.contains(last.dossier()))) {
                        return;
                    }
                    WorkingDays calendar = last.desk().equals("BCSS") ? new WorkingDays(closed) : WORKING_DAYS;
                    days.computeIfAbsent(Step.valueOf(last.kind()), none -> new ArrayList<>())
                            .add(stays.stream()
                                    .mapToInt(one -> calendar.between(
                                            Days.of(one.came()), Days.of(Objects.requireNonNull(one.done()))))
                                    .sum());
                });
        jdbc
                .sql(
                        "select c.opened_at, d.decided_at from dpd_decision d join dpd_application a on a.id = d.application_id"
                                + " join case_file c on c.id = a.case_id")
                .query((row, number) -> List.of(
                        Days.of(row.getTimestamp(1).toInstant()),
                        Days.of(row.getTimestamp(2).toInstant())))
                .list()
                .stream()
                .filter(sent ->
                        !sent.get(1).isBefore(period.first()) && !sent.get(1).isAfter(period.last()))
                .forEach(sent -> days.computeIfAbsent(Step.WHOLE, none -> new ArrayList<>())
                        .add(WORKING_DAYS.between(sent.get(0), sent.get(1))));
        return days;
    }

    /** Moves the work of a dossier into the past; what had come after it stays where it is. */
    private void move(DossierNumber number, String kind, LocalDate came, LocalDate done) {
        jdbc.sql("""
                        update work_item set created_at = :came, due_at = :due, done_at = :done
                         where id = (select w.id from work_item w join case_file c on c.id = w.case_id
                                      where c.dossier_number = :number and w.kind = :kind and w.done_at is not null
                                      order by w.created_at desc limit 1)""")
                .param("number", number.value())
                .param("kind", kind)
                .param("came", Timestamp.from(Days.startOf(came).plus(9, ChronoUnit.HOURS)))
                .param("due", Timestamp.from(Days.endOf(came.plusDays(14))))
                .param("done", Timestamp.from(Days.startOf(done).plus(15, ChronoUnit.HOURS)))
                .update();
    }

    @Test
    void lead_times_are_those_of_the_working_days_of_each_dossier_and_an_interrupted_one_does_not_count_yet() {
        Period year = Period.yearUntil(today);
        int before = daysByStep(year).getOrDefault(Step.GIVE_OPINION, List.of()).size();
        DossierNumber interrupted = acts.submit(world.forCpas(world.head), world.answers());
        acts.askCompletion(CpasWorld.as(world.reviewer), interrupted, null, "Le diplôme ?");
        assertThat(counted(Step.GIVE_OPINION, year)).isEqualTo(before);

        move(interrupted, "GIVE_OPINION", today.minusDays(60), today.minusDays(50));
        acts.complete(world.forCpas(world.head), interrupted, null, "Le voici");
        acts.giveOpinion(CpasWorld.as(world.reviewer), interrupted, null, true, "Bien");
        jdbc.sql("""
                        insert into closing_day (id, desk, day, name_fr, name_nl, name_de, written_by, written_at)
                        values (:id, 'BCSS', :day, 'Pont', 'Brug', 'Brücke', :by, now()) on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("day", Date.valueOf(WORKING_DAYS.after(today.minusDays(58), 1)))
                .param("by", world.approver.id().value())
                .update();
        assertThat(counted(Step.GIVE_OPINION, year)).isEqualTo(before + 1);

        for (Period period :
                List.of(year, new Period(today, today), new Period(today.minusDays(70), today.minusDays(20)))) {
            Map<Step, List<Integer>> expected = daysByStep(period);
            List<StepTimes> times = figures.times(approver, WorkFilter.of(period));
            assertThat(times.stream().map(StepTimes::step)).containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(times).allSatisfy(line -> {
                List<Integer> days = expected.get(line.step()).stream().sorted().toList();
                assertThat(line).isEqualTo(new StepTimes(line.step(), days.size(), share(days, 0.5), share(days, 0.9)));
                assertThat(all(slice -> figures.steps(
                                        approver, line.step(), null, WorkFilter.of(period), BY_NAME, slice))
                                .stream()
                                .map(StepLine::days)
                                .sorted())
                        .containsExactlyElementsOf(days);
            });
        }
        assertThat(
                        all(slice -> figures.steps(
                                        approver, Step.GIVE_OPINION, null, WorkFilter.of(year), BY_NAME, slice))
                                .stream()
                                .filter(line -> line.dossier().equals(interrupted.value())))
                .singleElement()
                .extracting(StepLine::times)
                .isEqualTo(2);
    }

    @Test
    void the_whole_is_the_working_days_from_sending_to_decision_with_all_waiting() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        LocalDate sent = today.minusDays(45);
        jdbc.sql("update case_file set opened_at = :at where dossier_number = :number")
                .param("at", Timestamp.from(Days.startOf(sent).plus(9, ChronoUnit.HOURS)))
                .param("number", number.value())
                .update();
        Period day = new Period(today, today);
        assertThat(wholes(null, day)).noneMatch(line -> line.dossier().equals(number.value()));

        acts.decide(approver, number, null, false, "Trop peu d’heures");

        assertThat(wholes(null, day))
                .filteredOn(line -> line.dossier().equals(number.value()))
                .singleElement()
                .returns(WORKING_DAYS.between(sent, today), StepLine::days)
                .returns(sent, line -> Days.of(line.cameAt()));
        // What was asked of no step is of the steps alone.
        assertThat(all(slice -> figures.steps(approver, null, null, WorkFilter.of(day), BY_NAME, slice)))
                .noneMatch(line -> line.step() == Step.WHOLE);
    }

    private List<StepLine> wholes(@Nullable Place place, Period period) {
        return all(slice -> figures.steps(approver, Step.WHOLE, null, new WorkFilter(period, place), BY_NAME, slice));
    }

    @Test
    void the_figures_of_a_place_are_those_of_its_dossiers_alone() {
        CpasWorld other = worlds.cpas();
        jdbc.sql("update municipality set region = 'WALLONIA', province_fr = 'Luxembourg' where nis_code = :nis")
                .param("nis", other.cpas.nisCode())
                .update();
        acts.approved(other, other.answers());
        acts.submit(world.forCpas(world.head), world.answers());
        Period year = Period.yearUntil(today);
        Map<String, Place> places = jdbc
                .sql("select c.dossier_number, m.region, m.province_fr from case_file c"
                        + " join organisation o on o.id = c.organisation_id join municipality m using (nis_code)")
                .query((row, number) -> Map.entry(
                        row.getString(1),
                        new Place(
                                Region.valueOf(row.getString(2)),
                                Area.of(Region.valueOf(row.getString(2)), row.getString(3))
                                        .orElse(null))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Place place : List.of(
                new Place(Region.WALLONIA, Area.LUXEMBOURG),
                new Place(Region.WALLONIA, null),
                new Place(Region.BRUSSELS, null))) {
            Predicate<String> there = dossier -> {
                Place where = places.get(dossier);
                return where != null
                        && where.region() == place.region()
                        && (place.area() == null || where.area() == place.area());
            };
            WorkFilter asked = new WorkFilter(year, place);
            for (Step step : Step.values()) {
                List<StepLine> every =
                        all(slice -> figures.steps(approver, step, null, WorkFilter.of(year), BY_NAME, slice));
                List<StepLine> lines = all(slice -> figures.steps(approver, step, null, asked, BY_NAME, slice));
                assertThat(lines)
                        .containsExactlyInAnyOrderElementsOf(every.stream()
                                .filter(line -> there.test(line.dossier()))
                                .toList());
                assertThat(figures.times(approver, asked).stream()
                                .filter(line -> line.step() == step)
                                .mapToInt(StepTimes::done)
                                .sum())
                        .isEqualTo(lines.size());
            }
            assertThat(all(slice -> figures.work(approver, null, WorkState.OPEN, asked, BY_NAME, slice)))
                    .containsExactlyInAnyOrderElementsOf(
                            all(slice -> figures.work(
                                            approver, null, WorkState.OPEN, WorkFilter.of(year), BY_NAME, slice))
                                    .stream()
                                    .filter(line -> there.test(line.dossier()))
                                    .toList())
                    .hasSize(figures.desks(approver, asked).stream()
                            .mapToInt(DeskWork::open)
                            .sum());
            assertThat(all(slice -> figures.decisions(approver, DecisionKind.ALL, null, asked, BY_NAME, slice)))
                    .containsExactlyInAnyOrderElementsOf(all(slice -> figures.decisions(
                                    approver, DecisionKind.ALL, null, WorkFilter.of(year), BY_NAME, slice))
                            .stream()
                            .filter(line -> there.test(line.dossier()))
                            .toList())
                    .hasSize(figures.decisions(approver, asked).all());
        }
        assertThat(wholes(new Place(Region.WALLONIA, Area.LUXEMBOURG), year)).isNotEmpty();
        assertThat(api.as(world.approver)
                        .get("/api/v1/figures/decisions?province=LUXEMBOURG")
                        .at("/all")
                        .asInt())
                .isEqualTo(
                        figures.decisions(approver, new WorkFilter(year, new Place(Region.WALLONIA, Area.LUXEMBOURG)))
                                .all());
    }

    private int counted(Step step, Period period) {
        return figures.times(approver, WorkFilter.of(period)).stream()
                .filter(line -> line.step() == step)
                .mapToInt(StepTimes::done)
                .sum();
    }

    private static int share(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    @Test
    void a_period_without_data_is_empty_and_no_error() {
        Period longAgo = new Period(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 12, 31));

        assertThat(figures.times(approver, WorkFilter.of(longAgo))).isEmpty();
        assertThat(figures.decisions(approver, WorkFilter.of(longAgo)))
                .satisfies(none -> assertThat(none.all()).isZero())
                .satisfies(none -> assertThat(none.refusedFor().values()).containsOnly(0));
        assertThat(figures.desks(approver, WorkFilter.of(longAgo)))
                .allMatch(line -> line.done() == 0 && line.doneLate() == 0);
        Browser browser = browsers.signedIn(world.approver);
        assertThat(Stream.of("steps", "work?state=done", "decisions"))
                .allSatisfy(list -> assertThat(browser.get("/figures/" + list + (list.contains("?") ? "&" : "?")
                                        + "first=1950-01-01&last=1950-12-31")
                                .status())
                        .isEqualTo(200));
        assertThat(browser.get("/figures?day=1950-01-01").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(WorkState.class)
    void the_work_of_each_desk_is_what_its_list_shows(WorkState state) {
        jdbc.sql("delete from work_item where kind not in (:kinds)") // which other tests leave
                .param("kinds", KINDS)
                .update();
        DossierNumber late = acts.submit(world.forCpas(world.head), world.answers());
        acts.take(CpasWorld.as(world.reviewer), late, false);
        jdbc.sql("update work_item set due_at = now() - interval '1 day' where done_at is null and case_id ="
                        + " (select id from case_file where dossier_number = :number)")
                .param("number", late.value())
                .update();
        CpasWorld other = worlds.cpas();
        DossierNumber done = acts.submit(other.forCpas(other.head), other.answers());
        acts.giveOpinion(CpasWorld.as(other.reviewer), done, null, false, "Trop peu de temps");
        move(done, "GIVE_OPINION", today.minusDays(40), today.minusDays(20));
        askExtension(state == WorkState.DONE);
        ofSupport(state == WorkState.DONE || state == WorkState.DONE_LATE);
        Period year = Period.yearUntil(today);
        Actor support = CpasWorld.as(world.supportAgent("Sarah"));

        Instant now = Instant.now();
        Map<String, Long> expected = work().stream()
                .filter(one -> switch (state) {
                    case OPEN -> one.done() == null;
                    case FREE -> one.done() == null && !one.taken();
                    case LATE -> one.done() == null && !one.due().isAfter(now);
                    case DONE -> within(year, one);
                    case DONE_LATE ->
                        within(year, one) && !Objects.requireNonNull(one.done()).isBefore(one.due());
                })
                .collect(groupingBy(Work::desk, counting()));
        List<DeskWork> counted = figures.desks(support, WorkFilter.of(year));
        assertThat(counted.stream().map(DeskWork::desk))
                .containsExactly(Desk.BCSS, Desk.SPP_IS, Desk.SUPPORT, Desk.FILERS, Desk.ENTITY_MANAGERS);
        assertThat(figures.desks(approver, WorkFilter.of(year)))
                .isEqualTo(counted.stream()
                        .filter(line -> line.desk() != Desk.SUPPORT)
                        .toList());
        for (DeskWork line : counted) {
            Desk desk = line.desk();
            int figure =
                    switch (state) {
                        case OPEN -> line.open();
                        case FREE -> line.free();
                        case LATE -> line.late();
                        case DONE -> line.done();
                        case DONE_LATE -> line.doneLate();
                    };
            assertThat((long) figure).as(desk + " " + state).isEqualTo(expected.getOrDefault(desk.name(), 0L));
            assertThat(all(slice -> figures.work(support, desk, state, WorkFilter.of(year), BY_NAME, slice)))
                    .hasSize(figure);
        }
        assertThat(expected).containsKey("SUPPORT");
        jdbc.sql(
                        "delete from work_item where case_id in (select id from case_file where dossier_number like 'GAP-2019-%')")
                .update();
        jdbc.sql("delete from case_file where dossier_number like 'GAP-2019-%'").update();
    }

    /** SPP IS decides on it. */
    private void askExtension(boolean decided) {
        LocalDate lastDay = today.plusDays(50);
        UUID mandate = jdbc.sql(
                        "update dpd_mandate set valid_until = :until where organisation_id = :cpas and revoked_at is null returning id")
                .param("until", Timestamp.from(Days.endOf(lastDay)))
                .param("cpas", world.cpas.id().value())
                .query(UUID.class)
                .single();
        DossierNumber asked =
                extensions.ask(world.forCpas(world.head), mandate, lastDay.plusYears(1), "Reste disponible");
        if (decided) {
            assertThat(api.as(world.approver)
                            .post(
                                    "/api/v1/dossiers/" + asked.value() + "/extension-decision",
                                    "{\"decision\": \"ALLOWED\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Late, and taken by nobody. */
    private void ofSupport(boolean done) {
        UUID dossier = UUID.randomUUID();
        jdbc.sql("""
                        insert into case_file (id, dossier_number, kind, status, status_since, organisation_id, opened_by, opened_at)
                        values (:id, :number, 'PRINCIPAL_MANAGER', 'principal-manager.awaiting-verification', now(), :cpas, :person, now())""")
                .param("id", dossier)
                .param("number", "GAP-2019-1" + Integer.toUnsignedLong(dossier.hashCode()))
                .param("cpas", world.cpas.id().value())
                .param("person", world.head.id().value())
                .update();
        jdbc.sql("""
                        insert into work_item (id, case_id, kind, desk, organisation_id, created_at, due_at, done_at, done_by)
                        values (:id, :id, 'VERIFY_MANDATE', 'SUPPORT', :cpas, now() - interval '9 days', now() - interval '2 days',
                                case when :done then now() end, case when :done then cast(:person as uuid) end)""")
                .param("id", dossier)
                .param("cpas", world.cpas.id().value())
                .param("person", world.head.id().value())
                .param("done", done)
                .update();
    }

    @Test
    void the_work_of_support_is_read_by_support_alone() {
        Browser approving = browsers.signedIn(world.approver);
        Period year = Period.yearUntil(today);

        assertThat(figures.work(approver, Desk.SUPPORT, WorkState.OPEN, WorkFilter.of(year), BY_NAME, new Slice(1, 10))
                        .total())
                .isZero();
        assertThat(approving.get("/figures/work").page().select("#desk option[value=SUPPORT]"))
                .isEmpty();
        assertThat(approving.get("/figures/work?desk=SUPPORT").status()).isEqualTo(200);
        assertThat(api.as(world.approver)
                        .get("/api/v1/figures/desks/work?desk=SUPPORT")
                        .at("/items"))
                .isEmpty();
        assertThat(browsers.signedIn(world.supportAgent("Sarah"))
                        .get("/figures/work")
                        .page()
                        .select("#desk option[value=SUPPORT]"))
                .hasSize(1);
    }

    private static boolean within(Period period, Work work) {
        return work.byPerson()
                && work.done() != null
                && !Days.of(work.done()).isBefore(period.first())
                && !Days.of(work.done()).isAfter(period.last());
    }

    @Test
    void refusals_are_counted_by_what_bcss_had_advised_and_listed_with_their_words() {
        Period day = new Period(today, today);
        Decisions before = figures.decisions(approver, WorkFilter.of(day));
        DossierNumber refused = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), refused, null, true, "Bien");
        acts.decide(approver, refused, null, false, "=Quatre heures ne suffisent pas");
        CpasWorld other = worlds.cpas();
        DossierNumber approved = acts.submit(other.forCpas(other.head), other.answers());
        acts.giveOpinion(CpasWorld.as(other.reviewer), approved, null, false, "Pas bien");
        acts.decide(CpasWorld.as(other.approver), approved, null, true, null);

        assertThat(figures.decisions(approver, WorkFilter.of(day)))
                .isEqualTo(new Decisions(
                        before.all() + 2,
                        before.refused() + 1,
                        before.refusedAgainst() + 1,
                        before.approvedAgainst() + 1,
                        oneMore(before.refusedFor(), RefusalGround.OTHER)));
        assertThat(all(slice -> figures.decisions(
                        approver, DecisionKind.REFUSED, RefusalGround.OTHER, WorkFilter.of(day), BY_NAME, slice)))
                .anySatisfy(line -> {
                    assertThat(line.dossier()).isEqualTo(refused.value());
                    assertThat(line.ground()).isEqualTo(RefusalGround.OTHER);
                    assertThat(line.reason()).isEqualTo("=Quatre heures ne suffisent pas");
                })
                .noneMatch(DecisionLine::approved);
        Period ever = new Period(today.minusYears(20), today);
        assertThat(figures.decisions(approver, WorkFilter.of(ever)))
                .isEqualTo(jdbc.sql("""
                                select (select count(*) from dpd_decision) as every,
                                       (select count(*) from dpd_decision where not approved) as refused,
                                       (select count(*) from dpd_decision join dpd_opinion using (application_id) where not approved and favourable) as ra,
                                       (select count(*) from dpd_decision join dpd_opinion using (application_id) where approved and not favourable) as aa""")
                        .query((row, number) ->
                                new Decisions(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), refusedFor()))
                        .single());
        for (DecisionKind kind : DecisionKind.values()) {
            assertThat(all(slice -> figures.decisions(approver, kind, null, WorkFilter.of(ever), BY_NAME, slice)))
                    .hasSize(figures.decisions(approver, WorkFilter.of(ever)).of(kind));
        }
        refusedFor().forEach((ground, count) -> assertThat(all(slice ->
                        figures.decisions(approver, DecisionKind.REFUSED, ground, WorkFilter.of(ever), BY_NAME, slice)))
                .as(ground.name())
                .hasSize(count));
        assertThat(browsers.signedIn(world.approver)
                        .get("/figures/decisions.csv")
                        .body())
                .contains("\"'=Quatre heures ne suffisent pas\"");
    }

    /** By themselves, without the statement under test. */
    private Map<RefusalGround, Integer> refusedFor() {
        Map<RefusalGround, Integer> counted = new EnumMap<>(RefusalGround.class);
        for (RefusalGround ground : RefusalGround.values()) {
            counted.put(
                    ground,
                    jdbc.sql("select count(*) from dpd_decision where refusal_ground = :ground")
                            .param("ground", ground.name())
                            .query(Integer.class)
                            .single());
        }
        return counted;
    }

    private static Map<RefusalGround, Integer> oneMore(Map<RefusalGround, Integer> before, RefusalGround ground) {
        Map<RefusalGround, Integer> after = new EnumMap<>(before);
        after.merge(ground, 1, Integer::sum);
        return after;
    }

    @Test
    void each_number_of_the_grounds_opens_its_list_on_the_page_in_the_file_and_over_the_api() {
        DossierNumber refused = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), refused, null, true, "Bien");
        acts.decide(approver, refused, null, false, "Un autre motif");
        jdbc.sql("update dpd_decision set refusal_ground = 'NOT_SAID' where application_id ="
                        + " (select a.id from dpd_application a join case_file c on c.id = a.case_id"
                        + " where c.dossier_number = :number)")
                .param("number", refused.value())
                .update();
        Browser browser = browsers.signedIn(world.approver);
        Document page = browser.get("/figures/decisions?kind=all").page();
        assertThat(page.select("#grounds tbody tr")).hasSize(RefusalGround.values().length);
        for (Element number : page.select("#grounds tbody a")) {
            assertThat(browser.get(number.attr("href").replaceFirst("#.*", ""))
                            .page()
                            .select("#lines-title")
                            .text())
                    .as(number.attr("href"))
                    .startsWith(number.text() + " ");
        }
        assertThat(browser.get("/figures/by-ground.csv").body()).contains("Temps insuffisant", "Non précisé");
        assertThat(browser.get("/figures/decisions.csv?ground=not-said").body())
                .contains(refused.value(), "Non précisé");
        assertThat(browser.get("/figures/decisions?ground=made-up").status()).isEqualTo(200);
        var caller = api.as(world.approver);
        assertThat(caller.get("/api/v1/figures/decisions").body()).contains("\"NOT_SAID\"");
        assertThat(caller.get("/api/v1/figures/decisions/list?ground=NOT_SAID").body())
                .contains(refused.value())
                .doesNotContain("\"OTHER\"");
        assertThat(caller.get("/api/v1/figures/decisions/list?ground=MADE_UP").status())
                .isEqualTo(400);
    }

    @Test
    void nobody_but_the_desks_reads_figures() {
        for (Person stranger :
                List.of(world.head, world.principalManager, world.localManager, world.user, world.candidate)) {
            Browser browser = browsers.signedIn(stranger);
            assertThat(Stream.of(
                            "/figures",
                            "/figures/cpas",
                            "/figures/cpas.csv",
                            "/figures/officers",
                            "/figures/steps",
                            "/figures/work",
                            "/figures/decisions.csv"))
                    .allSatisfy(path ->
                            assertThat(browser.get(path).status()).as(path).isEqualTo(403));
            assertThat(browser.get("/").page().select("a[href=/figures]")).isEmpty();
            assertThatThrownBy(() -> figures.desks(CpasWorld.as(stranger), WorkFilter.of(Period.yearUntil(today))))
                    .isInstanceOf(NotAllowedException.class);
            assertThat(api.as(stranger).get("/api/v1/figures/coverage").status())
                    .isEqualTo(403);
        }
        // Whoever works at a desk, but acts for something else at the moment.
        assertThatThrownBy(() -> figures.desks(
                        new Actor(world.approver.id(), world.cpas.id(), be.designations.directory.SignInLevel.EID),
                        WorkFilter.of(Period.yearUntil(today))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Stream.of(world.reviewer, world.approver, world.supportAgent("Sarah")))
                .allSatisfy(official -> assertThat(
                                browsers.signedIn(official).get("/figures").status())
                        .isEqualTo(200));
        assertThat(browsers.fresh().get("/figures").status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void every_page_is_shown_in_every_language_and_every_number_leads_to_as_many_lines(String language) {
        withMandate(today.minusYears(1), today.plusDays(20));
        Browser browser = browsers.signedIn(world.approver);
        var page = browser.get("/figures?lang=" + language).page();
        var tiles = page.select("svg a");
        assertThat(tiles).hasSize(14);
        tiles.forEach(tile -> {
            String counted = tile.select(".app-map__number").text().replaceAll(" .*", "");
            assertThat(tile.hasAttr("aria-label"))
                    .as("what is seen is what is read out, and what is said to it")
                    .isFalse();
            assertThat(lines(browser, tile.attr("href")).text()).startsWith(counted + " ");
        });
        page.select(".app-figures a")
                .forEach(link -> assertThat(lines(browser, link.attr("href")).text())
                        .as(link.attr("href"))
                        .startsWith(link.select("strong").text() + " "));
        for (String row : List.of("#by-place", "#by-language")) {
            page.select(row + " tbody tr").stream().limit(3).forEach(tr -> tr.select("td a")
                    .forEach(link -> {
                        String counted = link.text().replaceAll(" .*", "");
                        assertThat(browser.get(link.attr("href"))
                                        .page()
                                        .select("#lines-title")
                                        .text())
                                .as(link.attr("href"))
                                .startsWith(counted + " ");
                    }));
        }
        for (String list : List.of("steps", "work", "decisions", "officers")) {
            var shown = browser.get("/figures/" + list).page();
            shown.select("#summary td a:not([href*=within])").forEach(link -> assertThat(
                            lines(browser, link.attr("href")).text())
                    .as(link.attr("href"))
                    .startsWith(link.text() + " "));
        }
        // What half of them took at most is what the slowest of those took that it leads to.
        browser.get("/figures/steps")
                .page()
                .select("#summary td a[href*=within]")
                .forEach(link -> assertThat(browser.get(link.attr("href").replaceAll("#.*", ""))
                                .page()
                                .select("#lines tbody tr:first-child td:last-child")
                                .text())
                        .as(link.attr("href"))
                        .isEqualTo(link.text().replaceAll(" .*", "")));
        browser.get("/figures/officers").page().select("#lines tbody tr").stream()
                .limit(3)
                .forEach(line -> {
                    String cpas = line.select("td").get(0).text();
                    assertThat(line.select("a")).hasSize(3);
                    line.select("a").forEach(link -> assertThat(
                                    lines(browser, link.attr("href")).text())
                            .startsWith(cpas + " "));
                });
    }

    private static Elements lines(Browser browser, String address) {
        return browser.get(address.replaceAll("#.*", "")).page().select("#lines-title");
    }

    @Test
    void what_cannot_be_read_is_told_at_its_field_and_stays_there() {
        Browser browser = browsers.signedIn(world.approver);

        var answer = browser.get(
                "/figures/cpas?day=31/02/2026&days=0&place=atlantis&cover=made-up&officer=x&sort=zzz&page=-4");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#day").val()).isEqualTo("31/02/2026");
        assertThat(answer.page().select("#day-error").text()).contains("31/12/2026");
        assertThat(answer.page().select("#days-error").text()).contains("3");
        assertThat(browser.get("/figures/steps?first=02/03/2026&last=01/03/2026")
                        .page()
                        .select("#last-error"))
                .hasSize(1);
        var within = browser.get("/figures/steps?within=soon&step=DECIDE");
        assertThat(within.status()).isEqualTo(422);
        assertThat(within.page().select("#within").val()).isEqualTo("soon");
        assertThat(within.page().select("#within-error").text()).contains("0", "999");
        assertThat(browser.get("/figures/steps?within=0").status()).isEqualTo(200);
        assertThat(browser.get("/figures/cpas?day=01/03/2026").status()).isEqualTo(200);
        assertThat(browser.get("/figures/cpas.csv?day=nonsense").status()).isEqualTo(302);
        assertThat(browser.get("/figures/nothing").status()).isEqualTo(404);
        assertThat(browser.get("/figures/cpas?page=99999&cover=all").page().select("#lines tbody tr"))
                .isNotEmpty();
    }

    @Test
    void a_file_holds_every_line_once_and_is_written_down() {
        Browser browser = browsers.signedIn(world.approver);
        int taken = taken("cpas");

        String file = browser.get("/figures/cpas.csv?cover=all").body();

        assertThat(file.lines().count() - 1)
                .isEqualTo(listed(CpasFilter.on(today, Cover.ALL, 30)).size());
        assertThat(taken("cpas")).isEqualTo(taken + 1);
    }

    @Test
    void the_api_answers_with_the_same_figures_and_lists() {
        withMandate(today.minusYears(1), today.plusDays(20));
        var asked = api.as(world.approver);
        CoverageByPlace coverage = figures.coverage(approver, CpasFilter.on(today, Cover.ALL, 30));

        assertThat(asked.get("/api/v1/figures/coverage")
                        .at("/regions/WALLONIA/soon30")
                        .asInt())
                .isEqualTo(coverage.regions().get(Region.WALLONIA).soon30());
        int listed = 0;
        String next = "/api/v1/figures/cpas?cover=SOON&region=WALLONIA&size=3";
        while (!next.isEmpty()) {
            var page = asked.get(next);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("niss");
            listed += page.at("/items").size();
            next = page.text("/next").replaceFirst("^https?://[^/]+", "");
        }
        assertThat(listed).isEqualTo(coverage.regions().get(Region.WALLONIA).soon30());
        assertThat(asked.get("/api/v1/figures/lead-times").status()).isEqualTo(200);
        assertThat(asked.get("/api/v1/figures/lead-times/steps").status()).isEqualTo(200);
        assertThat(asked.get("/api/v1/figures/desks").status()).isEqualTo(200);
        assertThat(asked.get("/api/v1/figures/desks/work?state=DONE").status()).isEqualTo(200);
        assertThat(asked.get("/api/v1/figures/lead-times/steps?step=DECIDE&within=3")
                        .status())
                .isEqualTo(200);
        assertThat(asked.get("/api/v1/figures/officers?sharing=OVER&size=100").at("/items"))
                .hasSize(Math.min(
                        100,
                        asked.get("/api/v1/figures/officers/numbers")
                                .at("/over")
                                .asInt()))
                .isEqualTo(asked.get("/api/v1/figures/officers?onlyOver=true&size=100")
                        .at("/items"));
        assertThat(asked.get("/api/v1/figures/decisions").at("/all").asInt())
                .isEqualTo(figures.decisions(approver, WorkFilter.of(Period.yearUntil(today)))
                        .all());
        assertThat(asked.get("/api/v1/figures/decisions/list?kind=ALL").status())
                .isEqualTo(200);
        for (String wrong : List.of(
                "desks?first=2026-02-02&last=2026-02-01",
                "coverage?day=9999-01-01",
                "coverage?day=x",
                "cpas?size=0",
                "cpas?days=0",
                "lead-times/steps?within=-1",
                "officers?sharing=x",
                "cpas?cover=x")) {
            ApiCaller.Answer answer = asked.get("/api/v1/figures/" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.text("/issues/0/in")).as(wrong).isEqualTo("query");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "by-place, /figures, #by-place",
        "by-language, /figures, #by-language",
        "by-step, /figures/steps, #summary",
        "by-desk, /figures/work, #summary",
        "by-decision, /figures/decisions, #summary",
        "by-ground, /figures/decisions, #grounds"
    })
    void a_table_can_be_taken_along_as_it_stands_on_the_page(String table, String page, String shown) {
        Browser browser = browsers.signedIn(world.approver);
        int taken = taken(table);
        var rows = browser.get(page + "?place=namur&lang=fr").page();
        String link = rows.select("a[download][href*=" + table + ".csv]").attr("href");

        List<String> lines = browser.get(link).body().lines().toList();

        assertThat(lines.stream().map(line -> line.replaceAll("[\"\ufeff]", "").split(";", -1)[0]))
                .containsExactlyElementsOf(Stream.concat(
                                rows.select(shown + " thead th").stream().limit(1),
                                rows.select(shown + " tbody th").stream())
                        .map(Element::text)
                        .toList());
        for (int row = 0; row < lines.size() - 1; row++) {
            assertThat(numbers(lines.get(row + 1)))
                    .containsExactlyElementsOf(rows.select(shown + " tbody tr").get(row).select("td").stream()
                            .map(cell -> cell.text().replaceAll(" .*|–", ""))
                            .toList());
        }
        assertThat(taken(table)).isEqualTo(taken + 1);
        assertThat(browsers.signedIn(world.head).get(link).status()).isEqualTo(403);
        assertThat(browser.get("/figures/" + table + ".csv?first=x&day=x").status())
                .isEqualTo(302);
    }

    private static List<String> numbers(String line) {
        return Arrays.stream(line.split(";", -1))
                .skip(1)
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }

    private int taken(String list) {
        return jdbc.sql("select count(*) from audit_event where operation = 'figures.exported' and subject_id = :list")
                .param("list", list)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_page_costs_as_many_statements_however_much_it_counts() {
        Browser browser = browsers.signedIn(world.approver);
        List<String> paths = List.of(
                "/figures",
                "/figures/cpas?cover=all",
                "/figures/officers",
                "/figures/steps",
                "/figures/work",
                "/figures/decisions?kind=all");
        List<Integer> before = cost(browser, paths);
        for (int i = 0; i < 5; i++) {
            withMandate(today.minusYears(1), today.plusDays(20));
        }
        acts.approved(world, world.answers());

        assertThat(cost(browser, paths)).isEqualTo(before).allMatch(count -> count < 20);
    }

    private static List<Integer> cost(Browser browser, List<String> paths) {
        paths.forEach(browser::get);
        return paths.stream()
                .map(path -> StatementCount.ofRequests(() -> browser.get(path)))
                .toList();
    }
}
