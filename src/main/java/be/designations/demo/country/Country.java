package be.designations.demo.country;

import be.designations.access.QualityKind;
import be.designations.directory.Language;
import be.designations.reference.Municipalities;
import be.designations.reference.Municipality;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who is what where, each answer worked out anew from the seed. The tables are read off from it. */
final class Country {

    /** More than anybody has. */
    private static final int MOST_MEMBERSHIPS = 256;

    private static final int MOST_QUALITIES = 8;
    private static final int MOST_SUBDIVISIONS = 32;

    /** Somebody who goes about. */
    static final int TRAVELLER = 0;

    /** One person in so many goes about, an accountant say, and at least one. */
    private static final int PEOPLE_A_TRAVELLER = 100_000;

    private static final int ENTITIES_OF_A_TRAVELLER = 200;
    private static final int[] WEIGHTS = {1, 1, 2, 3, 4, 5, 6, 10};

    private final CountrySize size;
    private final RoleCatalogue catalogue;
    private final EntitySizes sizes;
    private final Permutation places;
    private final Numbers numbers;
    private final Draws organisations;
    private final Draws qualities;
    private final Draws subdivisions;
    private final Draws people;
    private final Draws memberships;
    private final int[] posts;
    private final NavigableMap<Integer, Municipality> byInhabitant = new TreeMap<>();
    private final int inhabitants;

    Country(CountrySize size, long seed, RoleCatalogue catalogue) {
        this.size = size;
        this.catalogue = catalogue;
        this.sizes = new EntitySizes(size);
        var orders = new Draws(seed, "orders");
        this.places = new Permutation(size.people(), orders.at(0));
        this.numbers = new Numbers(orders.at(1));
        this.organisations = new Draws(seed, "organisation");
        this.qualities = new Draws(seed, "quality");
        this.subdivisions = new Draws(seed, "subdivision");
        this.people = new Draws(seed, "person");
        this.memberships = new Draws(seed, "membership");
        this.posts = new int[size.entities()];
        for (int entity = 0; entity < posts.length; entity++) {
            posts[entity] = posts(entity).size();
        }
        int sum = 0;
        for (Municipality municipality : Municipalities.read()) {
            byInhabitant.put(sum, municipality);
            sum += municipality.inhabitants();
        }
        this.inhabitants = sum;
    }

    CountrySize size() {
        return size;
    }

    RoleCatalogue catalogue() {
        return catalogue;
    }

    Numbers numbers() {
        return numbers;
    }

    UUID organisation(int entity) {
        return organisations.id(entity);
    }

    UUID quality(int entity, int quality) {
        return qualities.id(qualityKey(entity, quality));
    }

    static long qualityKey(int entity, int quality) {
        return (long) entity * MOST_QUALITIES + quality;
    }

    UUID subdivision(int entity, int subdivision) {
        return subdivisions.id((long) entity * MOST_SUBDIVISIONS + subdivision);
    }

    UUID person(int person) {
        return people.id(person);
    }

    SplittableRandom drawsOfEntity(int entity) {
        return organisations.at(entity);
    }

    SplittableRandom drawsOfPerson(int person) {
        return people.at(person);
    }

    /** Where the entity is: a municipality with more people has more of them. */
    Municipality seat(int entity) {
        int inhabitant = qualities.at(qualityKey(entity, MOST_QUALITIES - 1)).nextInt(inhabitants);
        return Objects.requireNonNull(byInhabitant.floorEntry(inhabitant)).getValue();
    }

    Language language(int entity) {
        return seat(entity).letterLanguage();
    }

    int qualities(int entity) {
        return Post.qualities(sizes.of(entity), catalogue.kinds().size());
    }

    int subdivisions(int entity) {
        return Post.subdivisions(sizes.of(entity));
    }

    QualityKind kind(int entity, int quality) {
        List<QualityKind> kinds = catalogue.kinds();
        int first = qualities.at(qualityKey(entity, 0)).nextInt(kinds.size());
        return kinds.get((first + quality) % kinds.size());
    }

    List<Post> posts(int entity) {
        return Post.of(sizes.of(entity), qualities(entity));
    }

    /** Who holds a post of that entity. */
    UUID holder(int entity, int post) {
        return person(places.back(sizes.start(entity) + post));
    }

    UUID localManager(int entity, int quality) {
        return holder(entity, posts(entity).indexOf(Post.localManager(quality)));
    }

    /** The entity that the person works for in the first place. */
    int home(int person) {
        return sizes.entityAt(places.of(person));
    }

    boolean holdsPost(int person) {
        int place = places.of(person);
        int entity = sizes.entityAt(place);
        return place - sizes.start(entity) < posts[entity];
    }

    /** Where everybody is a user, person after person. */
    Iterable<Membership> memberships() {
        return () -> IntStream.range(0, size.people())
                .mapToObj(this::memberships)
                .flatMap(List::stream)
                .iterator();
    }

    /** Where the person is a user, each entity once, their own first. */
    List<Membership> memberships(int person) {
        List<Membership> found = new ArrayList<>();
        int home = home(person);
        if (!holdsPost(person)) {
            found.add(membership(person, 0, home));
        }
        SplittableRandom random = memberships.at(key(person, MOST_MEMBERSHIPS - 1));
        int visits = Math.min(visits(person, random), size.entities() - 1);
        int first = random.nextInt(size.entities() - 1);
        for (int visit = 0; visit < visits; visit++) {
            int host = (home + 1 + (first + visit) % (size.entities() - 1)) % size.entities();
            found.add(membership(person, 1 + visit, host));
        }
        return found;
    }

    /** @param number 0 for the membership in the own entity */
    static long key(int person, int number) {
        return (long) person * MOST_MEMBERSHIPS + number;
    }

    private static int visits(int person, SplittableRandom random) {
        return person % PEOPLE_A_TRAVELLER == TRAVELLER ? ENTITIES_OF_A_TRAVELLER : random.nextInt(10) == 0 ? 1 : 0;
    }

    private Membership membership(int person, int number, int entity) {
        long key = key(person, number);
        SplittableRandom random = memberships.at(key);
        int quality = random.nextInt(10) < 6 ? 0 : random.nextInt(qualities(entity));
        int parts = subdivisions(entity);
        int subdivision = quality == 0 && parts > 0 && random.nextInt(10) < 7 ? random.nextInt(parts) : Post.NONE;
        int since = random.nextInt(Days.BEGINNINGS);
        int fate = random.nextInt(100);
        int until = fate < 8
                ? Days.SETTLED + random.nextInt(Days.ENDINGS)
                : fate < 18 ? Days.AHEAD + random.nextInt(Days.ENDS_AHEAD) : Days.NONE;
        int blockedFrom = fate == 99 ? Days.SETTLED + random.nextInt(Days.ENDINGS) : Days.NONE;
        int blockedUntil = blockedFrom != Days.NONE && random.nextBoolean() ? blockedFrom + 90 : Days.NONE;
        return new Membership(
                key,
                person(person),
                entity,
                quality,
                kind(entity, quality),
                subdivision,
                number > 0,
                since,
                until,
                blockedFrom,
                blockedUntil,
                WEIGHTS[random.nextInt(WEIGHTS.length)]);
    }
}
