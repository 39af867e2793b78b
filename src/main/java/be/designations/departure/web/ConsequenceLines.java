package be.designations.departure.web;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Right;
import be.designations.calendar.BelgianDates;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.departure.Consequences;
import be.designations.directory.Organisation;
import be.designations.directory.Tie;
import be.designations.pages.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what an earlier end comes to. */
@Component
class ConsequenceLines {

    private final Catalogue catalogue;
    private final AccessModel access;
    private final BelgianDates dates = new BelgianDates();

    ConsequenceLines(Catalogue catalogue, AccessModel access) {
        this.catalogue = catalogue;
        this.access = access;
    }

    /** @param detail until when, and by what */
    public record Line(String what, String where, String detail) {}

    void show(Consequences consequences, Organisation entity, Page page) {
        Map<QualityId, QualityKind> kinds =
                access.qualitiesOf(List.of(entity.id())).stream().collect(Collectors.toMap(Quality::id, Quality::kind));
        Set<String> codes = Stream.concat(
                        consequences.ending().stream().map(Consequences.EndingRight::right),
                        consequences.kept().stream().map(Consequences.KeptRight::right))
                .map(Right::role)
                .collect(Collectors.toSet());
        Map<String, String> roles = (codes.isEmpty() ? List.<Role>of() : catalogue.roles(codes))
                .stream().collect(Collectors.toMap(Role::code, role -> role.name()
                        .in(page.language())));
        Function<@Nullable QualityId, String> where = id -> id == null ? "" : page.text("quality." + kinds.get(id));
        Stream<Line> users = consequences.users().stream()
                .map(it -> new Line(
                        page.text("capacity.USER"),
                        where.apply(it.user().quality()),
                        ending(
                                consequences,
                                it.at(),
                                it.user().validFrom(),
                                it.user().validUntil(),
                                page)));
        Stream<Line> rights = consequences.ending().stream()
                .map(it -> new Line(
                        roles.getOrDefault(it.right().role(), it.right().role()),
                        where.apply(it.right().quality()),
                        ending(
                                consequences,
                                it.at(),
                                it.right().from(),
                                it.right().until(),
                                page)));
        page.with("ending", Stream.concat(users, rights).toList())
                .with(
                        "kept",
                        consequences.kept().stream()
                                .map(it -> new Line(
                                        roles.getOrDefault(
                                                it.right().role(), it.right().role()),
                                        where.apply(it.right().quality()),
                                        page.text(
                                                it.tie().until() == null
                                                        ? "relationship.end.kept.open"
                                                        : "relationship.end.kept",
                                                tie(it.tie(), page),
                                                dates.lastDay(it.tie().until()))))
                                .toList())
                .with(
                        "posts",
                        consequences.posts().stream()
                                .map(post ->
                                        new Line(page.text("capacity." + post.kind()), where.apply(post.quality()), ""))
                                .toList())
                .with("officer", consequences.officer());
    }

    private String ending(Consequences consequences, Instant at, Instant from, @Nullable Instant until, Page page) {
        if (!at.isAfter(from)) {
            return page.text("relationship.end.never");
        }
        String ends = until == null
                ? page.text("relationship.end.ends.open", dates.lastDay(at))
                : page.text("relationship.end.ends", dates.lastDay(at), dates.lastDay(until));
        return at.isAfter(consequences.end()) ? ends + ", " + page.text("relationship.end.other") : ends;
    }

    private static String tie(Tie tie, Page page) {
        return page.text("replacement.tie." + (tie.function() == null ? tie.relationship() : tie.function()));
    }

    String day(LocalDate day) {
        return dates.day(day);
    }
}
