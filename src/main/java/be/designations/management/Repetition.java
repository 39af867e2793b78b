package be.designations.management;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.Responsibility;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.rules.AlreadyHandledException;
import java.util.UUID;
import java.util.stream.Stream;

/** A manager asks for what is so already: they are told by whose decision and since when. */
final class Repetition {

    private Repetition() {}

    static AlreadyHandledException of(UUID responsibility, Actor actor, AccessModel access, Directory directory) {
        return told(access.lastDecisionOn(responsibility).orElseThrow(), actor, directory);
    }

    /** Not when nobody decided it here but the register began with it: then a rule refuses, not a decision. */
    static void refuseGiving(Stream<Responsibility> held, Actor actor, AccessModel access, Directory directory) {
        held.findFirst()
                .flatMap(first -> access.lastDecisionOn(first.id()))
                .filter(last -> last.decidedBy() != null)
                .ifPresent(last -> {
                    throw told(last, actor, directory);
                });
    }

    private static AlreadyHandledException told(Basis last, Actor actor, Directory directory) {
        PersonId by = last.decidedBy();
        return new AlreadyHandledException(
                by == null ? null : directory.person(by).displayName(),
                last.decidedAt(),
                actor.person().equals(by));
    }
}
