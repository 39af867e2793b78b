package be.designations.departure;

import be.designations.access.EarlierEnd;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of all that a person has in an entity when one of their ties to it ends earlier. Rights and users' responsibilities end
 * with the last tie that carries them; other posts stay until somebody else has them (D8), and ask for a successor where no tie that
 * allows them is left. <i>Source: S003 (a leaver keeps access unless it is taken), D8, D38, D39.</i>
 *
 * @param ending   rights that end earlier than they were to
 * @param kept     rights that another tie carries for as long as they were to last
 * @param users    responsibilities as a user that end earlier than they were to
 * @param posts    other responsibilities that no tie allows from then on
 * @param officer  whether the person is the data protection officer of the entity, and is not tied to it from then on
 */
public record Consequences(
        Instant end,
        List<EndingRight> ending,
        List<KeptRight> kept,
        List<EndingUser> users,
        List<Responsibility> posts,
        boolean officer) {

    public Consequences {
        ending = List.copyOf(ending);
        kept = List.copyOf(kept);
        users = List.copyOf(users);
        posts = List.copyOf(posts);
    }

    /** @param at when it ends now */
    public record EndingRight(Right right, Instant at) {}

    /** @param tie that carries it, of several the one that lasts longest */
    public record KeptRight(Right right, Tie tie) {}

    /** @param at when it ends now */
    public record EndingUser(Responsibility user, Instant at) {}

    /**
     * @param left     the ties that are left: the one that ends among them as it will be
     * @param end      when that one ends
     * @param rights   that have not ended by now: what has ended gave what it gave
     * @param held     all that the person is in the entity and has not ceased to be by now
     * @param allowing which working relationships allow a post
     */
    static Consequences of(
            Tied left,
            Instant end,
            List<Right> rights,
            List<Responsibility> held,
            Function<ResponsibilityKind, Set<RelationshipCategory>> allowing,
            boolean officer) {
        List<EndingRight> ending = new ArrayList<>();
        List<KeptRight> kept = new ArrayList<>();
        for (Right right : rights) {
            Instant from = later(right.from(), end);
            earlierEnd(left, from, right.until())
                    .ifPresentOrElse(at -> ending.add(new EndingRight(right, at)), () -> left.longestAt(from)
                            .ifPresent(tie -> kept.add(new KeptRight(right, tie))));
        }
        List<EndingUser> users = new ArrayList<>();
        List<Responsibility> posts = new ArrayList<>();
        for (Responsibility post : held) {
            Instant from = later(post.validFrom(), end);
            if (post.kind() == ResponsibilityKind.USER) {
                earlierEnd(left, from, post.validUntil()).ifPresent(at -> users.add(new EndingUser(post, at)));
            } else if (left.ties().stream()
                    .noneMatch(tie -> tie.runs(from) && allows(tie, allowing.apply(post.kind())))) {
                posts.add(post);
            }
        }
        return new Consequences(
                end, ending, kept, users, posts, officer && left.longestAt(end).isEmpty());
    }

    /** The same for somebody who manages these qualities only: what goes on elsewhere is none of theirs. */
    Consequences keptIn(Predicate<QualityId> qualities) {
        return new Consequences(
                end,
                ending,
                kept.stream()
                        .filter(right -> qualities.test(right.right().quality()))
                        .toList(),
                users,
                posts,
                officer);
    }

    private static boolean allows(Tie tie, Set<RelationshipCategory> categories) {
        return tie.function() != null || categories.contains(tie.relationship());
    }

    /**
     * When something ends that the ties do not carry for as long as it was to last: with the last of those that adjoin or overlap from
     * then on; where nothing ties at all, at once, and what was to begin never does.
     */
    private static Optional<Instant> earlierEnd(Tied ties, Instant from, @Nullable Instant until) {
        Tied.Until carried = ties.until(from).orElse(new Tied.Until(from));
        return carried.carries(until) ? Optional.empty() : Optional.ofNullable(carried.end());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    List<EarlierEnd> endsOfRights() {
        return ending.stream()
                .map(it -> new EarlierEnd(it.right().id(), it.at()))
                .toList();
    }

    List<EarlierEnd> endsOfUsers() {
        return users.stream().map(it -> new EarlierEnd(it.user().id(), it.at())).toList();
    }

    /** The qualities in which something ends by it. */
    Set<QualityId> qualities() {
        Set<QualityId> touched = new HashSet<>();
        ending.forEach(it -> touched.add(it.right().quality()));
        users.forEach(it -> touched.add(Objects.requireNonNull(it.user().quality())));
        return touched;
    }
}
