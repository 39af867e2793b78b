package be.designations.demo.country;

import be.designations.access.ResponsibilityKind;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/**
 * The tables of what people are in entities and qualities, and of the decisions behind. One decision filled all posts of an
 * entity, one gave somebody all that they are and have in a quality, and one took all that away.
 */
record Responsibilities(
        Country country, Decisions decisions, Draws ids, Draws postIds, Draws blockIds, CopyManager copy) {

    private static final String OPERATION = "reference-data";
    private static final int MOST_POSTS = 256;

    /** One quality in so many has had another local manager before: the principal manager, until a successor was found. */
    private static final int QUALITIES_A_SUCCESSION = 5;

    private static final int SUCCESSION = Days.BEGINNINGS;

    CountryReport.Line bases() throws SQLException {
        try (var table = new CopyTable(copy, "basis", "id, operation, decided_by, decided_at, reason")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                addBasis(table, decisions.filled().id(entity), CopyTable.NULL, Days.FIRST);
                for (int quality = 0; quality < country.qualities(entity); quality++) {
                    if (hasSuccession(entity, quality)) {
                        addBasis(
                                table,
                                decisions.succeeded().id(Country.qualityKey(entity, quality)),
                                country.holder(entity, 0),
                                SUCCESSION);
                    }
                }
            }
            for (Membership held : country.memberships()) {
                UUID manager = country.localManager(held.entity(), held.quality());
                addBasis(table, decisions.given().id(held.key()), manager, held.since());
                if (held.hasEnded()) {
                    addBasis(table, decisions.ended().id(held.key()), manager, held.until());
                }
                if (held.blockedFrom() != Days.NONE) {
                    addBasis(table, decisions.blocked().id(held.key()), manager, held.blockedFrom());
                }
                if (held.blockedUntil() != Days.NONE) {
                    addBasis(table, decisions.unblocked().id(held.key()), manager, held.blockedUntil());
                }
            }
            return table.finish();
        }
    }

    CountryReport.Line responsibilities() throws SQLException {
        try (var table = new CopyTable(
                copy,
                "responsibility",
                "id, kind, organisation_id, quality_id, subdivision_id, person_id, valid_from, valid_until, basis_id, "
                        + "ended_basis_id")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                addPosts(table, entity);
            }
            for (Membership held : country.memberships()) {
                table.row(
                        ids.id(held.key()),
                        ResponsibilityKind.USER,
                        country.organisation(held.entity()),
                        country.quality(held.entity(), held.quality()),
                        held.subdivision() == Post.NONE
                                ? CopyTable.NULL
                                : country.subdivision(held.entity(), held.subdivision()),
                        held.person(),
                        Days.text(held.since()),
                        Days.text(held.until()),
                        decisions.given().id(held.key()),
                        held.hasEnded() ? decisions.ended().id(held.key()) : CopyTable.NULL);
            }
            return table.finish();
        }
    }

    CountryReport.Line blocks() throws SQLException {
        try (var table = new CopyTable(
                copy,
                "responsibility_block",
                "id, responsibility_id, blocked_from, blocked_until, basis_id, unblocked_basis_id")) {
            for (Membership held : country.memberships()) {
                if (held.blockedFrom() != Days.NONE) {
                    table.row(
                            blockIds.id(held.key()),
                            ids.id(held.key()),
                            Days.text(held.blockedFrom()),
                            Days.text(held.blockedUntil()),
                            decisions.blocked().id(held.key()),
                            held.blockedUntil() == Days.NONE
                                    ? CopyTable.NULL
                                    : decisions.unblocked().id(held.key()));
                }
            }
            return table.finish();
        }
    }

    private void addPosts(CopyTable table, int entity) throws SQLException {
        List<Post> held = country.posts(entity);
        for (int number = 0; number < held.size(); number++) {
            Post post = held.get(number);
            UUID filled = decisions.filled().id(entity);
            UUID holder = country.holder(entity, number);
            if (post.kind() == ResponsibilityKind.LOCAL_MANAGER && hasSuccession(entity, post.quality())) {
                UUID succeeded = decisions.succeeded().id(Country.qualityKey(entity, post.quality()));
                UUID former = country.holder(entity, 0);
                addPost(table, entity, held.size() + number, post, former, Days.FIRST, SUCCESSION, filled, succeeded);
                addPost(table, entity, number, post, holder, SUCCESSION, Days.NONE, succeeded, CopyTable.NULL);
            } else {
                addPost(table, entity, number, post, holder, Days.FIRST, Days.NONE, filled, CopyTable.NULL);
            }
        }
    }

    private void addPost(
            CopyTable table,
            int entity,
            int number,
            Post post,
            UUID person,
            int from,
            int until,
            UUID basis,
            Object endedBasis)
            throws SQLException {
        table.row(
                postIds.id((long) entity * MOST_POSTS + number),
                post.kind(),
                country.organisation(entity),
                post.quality() == Post.NONE ? CopyTable.NULL : country.quality(entity, post.quality()),
                post.subdivision() == Post.NONE ? CopyTable.NULL : country.subdivision(entity, post.subdivision()),
                person,
                Days.text(from),
                Days.text(until),
                basis,
                endedBasis);
    }

    private static boolean hasSuccession(int entity, int quality) {
        return (entity + quality) % QUALITIES_A_SUCCESSION == 0;
    }

    private static void addBasis(CopyTable table, UUID id, Object decidedBy, int day) throws SQLException {
        table.row(id, OPERATION, decidedBy, Days.text(day), CopyTable.NULL);
    }

    /** The ids of the decisions, by what was decided. */
    record Decisions(Draws filled, Draws succeeded, Draws given, Draws ended, Draws blocked, Draws unblocked) {

        static Decisions of(long seed) {
            return new Decisions(
                    new Draws(seed, "posts filled"),
                    new Draws(seed, "local manager succeeded"),
                    new Draws(seed, "access given"),
                    new Draws(seed, "access ended"),
                    new Draws(seed, "user blocked"),
                    new Draws(seed, "user unblocked"));
        }
    }
}
