package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.Standing;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one decision changes for the users whom no rule keeps back.
 *
 * @param concerned how they stood until now
 * @param done      what the action comes to for each
 */
record UserChanges(
        AccessModel access,
        Rights rights,
        QualityId quality,
        List<UserState> concerned,
        Collection<Verdict> done,
        Instant at,
        BasisId basis) {

    /** What they are in the quality. */
    List<Responsibility> users() {
        return concerned.stream()
                .map(UserState::user)
                .flatMap(Stream::ofNullable)
                .map(Standing::responsibility)
                .toList();
    }

    void end() {
        access.end(ids(), at, basis);
    }

    /** With what they will be: nobody becomes a user again by an earlier decision. */
    void endForGood() {
        List<PersonId> people = concerned.stream().map(UserState::person).toList();
        access.end(
                access.memberships(List.of(quality), people, at).stream()
                        .filter(member -> member.kind() == ResponsibilityKind.USER)
                        .map(Responsibility::id)
                        .toList(),
                at,
                basis);
    }

    void block() {
        access.block(ids(), at, basis);
    }

    void unblock() {
        access.unblock(ids(), at, basis);
    }

    void begin(List<Responsibility> responsibilities) {
        access.begin(responsibilities);
    }

    void endRights(Function<UserState, List<Right>> ended) {
        rights.end(
                concerned.stream()
                        .flatMap(state -> ended.apply(state).stream())
                        .map(Right::id)
                        .toList(),
                at,
                basis);
    }

    void grant(List<Right> granted) {
        rights.grant(granted);
    }

    private List<UUID> ids() {
        return users().stream().map(Responsibility::id).toList();
    }
}
