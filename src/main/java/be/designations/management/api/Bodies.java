package be.designations.management.api;

import be.designations.access.SubdivisionId;
import be.designations.api.Body;
import be.designations.calendar.Days;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import be.designations.management.Designation;
import be.designations.management.Grant;
import be.designations.management.NewTie;
import be.designations.management.NewUser;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.RemoveApplications;
import be.designations.management.UserAction;
import be.designations.management.UserTask;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what managers send; a field that does not belong to what is asked is refused. */
@Component
class Bodies {

    private static final String RELATIONSHIP = "relationship";

    /** Where the fields of a declared relationship stand, which the rules name as pages ask for them. */
    private static final Map<String, String> WITHIN_RELATIONSHIP = Map.of(
            "category", RELATIONSHIP,
            "email", RELATIONSHIP + ".email",
            "phone", RELATIONSHIP + ".phone",
            "relationshipLastDay", RELATIONSHIP + ".lastDay");

    private final Clock clock;

    Bodies(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is done with whom.
     *
     * @param preview whether only what it would come to is asked
     */
    record UserInstruction(UserAction action, List<PersonId> people, boolean preview) {}

    /** The same of rights in an entity. */
    record GrantInstruction(Grant grant, List<PersonId> people, boolean preview) {}

    /** The same of rights to take back there. */
    record RevocationInstruction(RemoveApplications revocation, List<PersonId> people, boolean preview) {}

    GrantInstruction grant(ObjectNode json) {
        return Body.read(json, body -> {
            var answers = new Answers(body, today());
            return new GrantInstruction(
                    new Grant(
                            answers.roles(),
                            answers.context(),
                            answers.wholeEntity(),
                            answers.subdivision(),
                            answers.firstDay(),
                            answers.lastDay(),
                            answers.reason()),
                    people(body),
                    body.flag("preview"));
        });
    }

    RevocationInstruction revocation(ObjectNode json) {
        return Body.read(json, body -> {
            var answers = new Answers(body, today());
            return new RevocationInstruction(
                    new RemoveApplications(answers.roles(), answers.reason()), people(body), body.flag("preview"));
        });
    }

    private static List<PersonId> people(Body body) {
        return body.list("people", text -> new PersonId(UUID.fromString(text)));
    }

    Designation designation(ObjectNode json) {
        return Body.read(
                json,
                body -> new Designation(
                        niss(body),
                        relationship(body),
                        body.flag("confirmRemoval"),
                        body.optionalText("reason").orElse(null),
                        seen(body)));
    }

    /** Null where nothing is said: then whoever has the post is replaced. */
    private static Designation.@Nullable Incumbency seen(Body body) {
        return body.has("replaces")
                ? new Designation.Incumbency(
                        body.optional("replaces", UUID::fromString).orElse(null))
                : null;
    }

    NewUser newUser(ObjectNode json) {
        return Body.read(json, body -> {
            var answers = new Answers(body, today());
            return new NewUser(
                    niss(body),
                    relationship(body),
                    answers.subdivision(),
                    answers.lastDay(),
                    answers.reason(),
                    answers.roles(),
                    answers.context(),
                    answers.wholeEntity());
        });
    }

    /** Somebody to add to an entity. */
    record NewPerson(Niss niss, NewTie tie) {}

    NewPerson newPerson(ObjectNode json) {
        return Body.read(
                json,
                body -> new NewPerson(
                        niss(body),
                        new NewTie(
                                Optional.ofNullable(relationship(body))
                                        .orElseThrow(() -> new RejectedException(
                                                Rejection.ofField("management.no-working-relationship", RELATIONSHIP))),
                                body.optional("firstDay", Days::parse).orElse(today()),
                                body.optionalText("reason").orElse(null))));
    }

    UserInstruction userInstruction(ObjectNode json) {
        return Body.read(
                json,
                body -> new UserInstruction(
                        body.read("action", UserTask::valueOf).action(new Answers(body, today())),
                        people(body),
                        body.flag("preview")));
    }

    /** What an action asks is taken when it asks; what is left belongs to no action, or to another. */
    private record Answers(Body body, LocalDate today) implements UserTask.Answers {

        @Override
        public Set<String> roles() {
            return new HashSet<>(body.texts("roles"));
        }

        @Override
        public Set<EstablishmentUnitNumber> context() {
            return new HashSet<>(body.list("context", EstablishmentUnitNumber::of));
        }

        @Override
        public boolean wholeEntity() {
            return body.flag("wholeEntity");
        }

        @Override
        public boolean althoughBlocked() {
            return body.flag("althoughBlocked");
        }

        @Override
        public LocalDate firstDay() {
            return body.optional("firstDay", Days::parse).orElse(today);
        }

        @Override
        public @Nullable LocalDate lastDay() {
            return day(body, "lastDay");
        }

        @Override
        public @Nullable SubdivisionId subdivision() {
            return Bodies.subdivision(body);
        }

        @Override
        public @Nullable String reason() {
            return body.optionalText("reason").orElse(null);
        }
    }

    /** The words in which a decision is reasoned; null when there are none. */
    static @Nullable String reason(ObjectNode json) {
        return Body.read(json, body -> body.optionalText("reason")).orElse(null);
    }

    Niss niss(ObjectNode json) {
        return Body.read(json, this::niss);
    }

    /** The number of a person, never repeated in what is answered. */
    private Niss niss(Body body) {
        String typed = body.text("niss");
        try {
            return Niss.of(typed, today());
        } catch (IllegalArgumentException unreadable) {
            throw new RejectedException(Rejection.ofField("api.niss", "niss"));
        }
    }

    private static @Nullable RelationshipDeclaration relationship(Body body) {
        return body.within(RELATIONSHIP)
                .map(declared -> {
                    RelationshipDeclaration declaration = new RelationshipDeclaration(
                            declared.read("category", RelationshipCategory::valueOf),
                            declared.text("email"),
                            declared.text("phone"),
                            day(declared, "lastDay"));
                    declared.end();
                    return declaration;
                })
                .orElse(null);
    }

    private static @Nullable SubdivisionId subdivision(Body body) {
        return body.optional("subdivision", text -> new SubdivisionId(UUID.fromString(text)))
                .orElse(null);
    }

    private static @Nullable LocalDate day(Body body, String name) {
        return body.optional(name, Days::parse).orElse(null);
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    /** Does that, and names the fields of a relationship that is refused by where they stand in the body. */
    static <T> T placing(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RejectedException refused) {
            throw refused.placed(Bodies::placed);
        }
    }

    private static Rejection placed(Rejection rejection) {
        String field = rejection.field();
        if (field == null) {
            return rejection;
        }
        return rejection.at(
                rejection.code().equals("management.not-of-the-staff")
                        ? RELATIONSHIP + ".category"
                        : WITHIN_RELATIONSHIP.getOrDefault(field, field));
    }
}
