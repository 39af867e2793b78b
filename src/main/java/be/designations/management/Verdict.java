package be.designations.management;

import be.designations.directory.PersonId;
import be.designations.rules.Rejection;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action does, or did, with one of the people that it is for: all of it or nothing.
 *
 * @param name    of the person, or null when they are no user of the quality
 * @param outcome what becomes of it
 * @param roles   the codes of the roles that are added or end with it
 * @param why     the rule that refuses, or what makes the action needless; null when it is done
 */
public record Verdict(
        PersonId person,
        @Nullable String name,
        Outcome outcome,
        List<String> roles,
        @Nullable Rejection why) implements Serializable {

    public Verdict {
        roles = List.copyOf(roles);
    }

    /** What an action can come to. */
    public enum Outcome {
        DONE,
        /** The person is as the action would make them. */
        NEEDLESS,
        REFUSED
    }

    boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** Of several actions of which a person gets all or nothing; at least one. */
    static Verdict ofAll(List<Verdict> parts) {
        return parts.stream()
                .filter(part -> part.outcome() == Outcome.REFUSED)
                .findFirst()
                .orElseGet(() -> ofSome(parts));
    }

    /** Of several actions each of which is done where it can be; at least one. */
    static Verdict ofSome(List<Verdict> parts) {
        List<Verdict> done = parts.stream().filter(Verdict::isDone).toList();
        if (done.isEmpty()) {
            return parts.stream()
                    .filter(part -> part.outcome() == Outcome.NEEDLESS)
                    .findFirst()
                    .orElseGet(() -> parts.get(0));
        }
        return new Verdict(
                done.get(0).person(),
                done.get(0).name(),
                Outcome.DONE,
                done.stream().flatMap(part -> part.roles().stream()).sorted().toList(),
                null);
    }

    /** The same refusal in other words. */
    Verdict withWhy(Rejection other) {
        return new Verdict(person, name, outcome, roles, other);
    }

    static Verdict done(UserState state, List<String> roles) {
        return new Verdict(state.person(), state.name(), Outcome.DONE, roles, null);
    }

    static Verdict needless(UserState state, String code) {
        return new Verdict(state.person(), state.name(), Outcome.NEEDLESS, List.of(), Rejection.of(code));
    }

    static Verdict refused(UserState state, Rejection rejection) {
        return new Verdict(state.person(), state.name(), Outcome.REFUSED, List.of(), rejection);
    }
}
