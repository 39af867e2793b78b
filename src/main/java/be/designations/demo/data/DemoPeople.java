package be.designations.demo.data;

import be.designations.demo.data.Holding.Kind;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.identifier.Sex;
import be.designations.reference.CsvFile;
import be.designations.reference.Municipalities;
import be.designations.reference.Municipality;
import be.designations.reference.ReferenceOrganisations;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody in the demonstration: those of {@code demo/people.csv}, and for each CPAS a head of daily management
 * ({@code head-<NIS>}), a principal access manager ({@code rae-<NIS>}) and somebody to put forward
 * ({@code candidate-<NIS>}); and {@link DemoOfficers}. Where the file has that person already, the key with the NIS code finds them too.
 */
final class DemoPeople {

    /** The heading of whoever represents an enterprise: there are several of them. */
    private static final String ENTERPRISES = "enterprises";

    /** Serial numbers of men in a NISS; what the file and what is made up get keeps apart by it. All others are a country’s. */
    private static final int SERIAL_IN_FILE = 951;

    static final int SERIAL_MADE_UP = 901;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1962, 2, 2);
    private static final int DAYS_BETWEEN_BIRTHS = 6;

    private final List<DemoPerson> named;
    private final Map<String, DemoPerson> byKey = new LinkedHashMap<>();
    private final List<DemoPerson> all;
    private final Map<OrganisationId, Organisation> organisations;

    private DemoPeople(List<DemoPerson> named, List<Municipality> municipalities) {
        this.named = List.copyOf(named);
        named.forEach(person -> byKey.put(person.key(), person));
        List<DemoPerson> everybody = new ArrayList<>(named);
        int number = 0;
        for (Municipality municipality : municipalities) {
            for (Post post : Post.values()) {
                String key = post.key(municipality.nisCode());
                Optional<DemoPerson> known = post.in(named, municipality.nisCode());
                DemoPerson person = known.isPresent() ? known.get() : madeUp(key, post, municipality, number);
                if (known.isEmpty()) {
                    everybody.add(person);
                }
                byKey.put(key, person);
                number++;
            }
        }
        Set<String> taken = named.stream()
                .flatMap(person -> person.holdings().stream())
                .map(Holding::place)
                .collect(Collectors.toSet());
        DemoOfficers.of(municipalities, taken).forEach(officer -> {
            everybody.add(officer);
            byKey.put(officer.key(), officer);
        });
        this.all = List.copyOf(everybody);
        this.organisations = Stream.of(
                        ReferenceOrganisations.cpas(municipalities),
                        ReferenceOrganisations.desks(),
                        DemoEnterprise.ALL.stream()
                                .map(DemoEnterprise::organisation)
                                .toList())
                .flatMap(List::stream)
                .collect(Collectors.toMap(Organisation::id, organisation -> organisation));
    }

    static DemoPeople read() {
        return new DemoPeople(CsvFile.read("demo/people.csv", 9, DemoPeople::parse), Municipalities.read());
    }

    /** Those with a part of their own, in the order of the file. */
    List<DemoPerson> named() {
        return named;
    }

    /** The people of the file under their headings. */
    Map<String, List<DemoPerson>> groups() {
        return named.stream()
                .collect(Collectors.groupingBy(DemoPerson::group, LinkedHashMap::new, Collectors.toList()));
    }

    /** What a heading says in that language: the organisations of its first person, but for the enterprises. */
    String heading(String group, Language language) {
        return group.equals(ENTERPRISES)
                ? switch (language) {
                    case FR -> "Entreprises";
                    case NL -> "Ondernemingen";
                    case DE -> "Unternehmen";
                    case EN -> "Enterprises";
                }
                : groups().getOrDefault(group, List.of()).stream()
                        .limit(1)
                        .flatMap(person -> organisations(person).stream())
                        .map(organisation -> organisation.name(language))
                        .collect(Collectors.joining(", "));
    }

    /**
     * Those with every word of the query in their name, their key or what their organisations are called; accents and
     * capitals count for nothing.
     *
     * @param most how many at the most
     */
    List<DemoPerson> search(String query, int most) {
        List<String> words =
                Arrays.stream(fold(query).strip().split("\\s+", -1)).toList();
        return all.stream()
                .filter(person -> {
                    String text = fold(searched(person));
                    return words.stream().allMatch(text::contains);
                })
                .limit(most)
                .toList();
    }

    /** Where the person holds something, each organisation once. */
    List<Organisation> organisations(DemoPerson person) {
        return person.holdings().stream()
                .map(Holding::organisation)
                .distinct()
                .map(id -> Objects.requireNonNull(organisations.get(id)))
                .toList();
    }

    private String searched(DemoPerson person) {
        return Stream.concat(
                        Stream.of(person.name(), person.key()),
                        organisations(person).stream()
                                .flatMap(organisation -> Stream.of(
                                        organisation.nameFr(),
                                        organisation.nameNl(),
                                        organisation.nameDe(),
                                        Objects.requireNonNullElse(organisation.nisCode(), ""))))
                .collect(Collectors.joining(" "));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    List<DemoPerson> all() {
        return all;
    }

    Optional<DemoPerson> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private enum Post {
        HEAD("head", Kind.HEAD_OF_DAILY_MANAGEMENT),
        RAE("rae", Kind.PRINCIPAL_ACCESS_MANAGER),
        CANDIDATE("candidate", Kind.STAFF);

        private final String role;
        private final Kind kind;

        Post(String role, Kind kind) {
            this.role = role;
            this.kind = kind;
        }

        String key(String nisCode) {
            return role + "-" + nisCode;
        }

        Optional<DemoPerson> in(List<DemoPerson> people, String nisCode) {
            return people.stream()
                    .filter(person -> person.holdings().stream()
                            .anyMatch(holding -> holding.place().equals(nisCode) && isFilledBy(person, holding)))
                    .findFirst();
        }

        private boolean isFilledBy(DemoPerson person, Holding holding) {
            return this == CANDIDATE ? person.role().startsWith(role) : holding.kind() == kind;
        }
    }

    /** Counts every post of every CPAS, made up or not: so nobody changes when the file grows. */
    private static DemoPerson madeUp(String key, Post post, Municipality municipality, int number) {
        Sex sex = number % 7 % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        Language language = municipality.letterLanguage();
        NamePool names = NamePool.of(language);
        return new DemoPerson(
                key,
                municipality.nisCode(),
                post.role,
                names.firstName(sex, number),
                names.lastName(number),
                DemoPerson.niss(FIRST_BIRTH.plusDays((long) number * DAYS_BETWEEN_BIRTHS), sex, SERIAL_MADE_UP),
                language,
                List.of(Holding.of(post.kind, municipality.nisCode())));
    }

    private static DemoPerson parse(List<String> columns) {
        Sex sex = columns.get(5).equals("M") ? Sex.MALE : Sex.FEMALE;
        return new DemoPerson(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                DemoPerson.niss(LocalDate.parse(columns.get(6)), sex, SERIAL_IN_FILE),
                Language.of(columns.get(7)),
                Arrays.stream(columns.get(8).split(" ", -1)).map(Holding::parse).toList());
    }
}
