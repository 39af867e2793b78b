package be.designations.management;

import static be.designations.testing.DomainWorld.CUSTOMS;
import static be.designations.testing.DomainWorld.FINANCE;
import static be.designations.testing.DomainWorld.ONEGATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import be.designations.access.DomainCode;
import be.designations.access.Qualities;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.DomainWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may do what (A2, D2, D4, D5, D6): every operation by every kind of actor, of this entity and of others. Each cell runs
 * the operation for real, in a transaction that is rolled back.
 *
 * <p>{@code yes}: it is done. {@code no}: the actor sees the thing but may not do that. {@code -}: for that actor there is no
 * such thing. {@code rule}: the actor may do such things, but a rule refuses this one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementMatrixIT extends WholeApplication {

    /**
     * The actors: the head of daily management; the principal and a co-principal access manager, and one who is blocked; the
     * local manager (who is the officer), a co-local manager, one who is blocked, one whose time is over; the manager and the
     * co-manager of a subdivision; the technical user; a user; the local manager of another quality of the same entity; a
     * reviewer of BCSS; a support agent; the principal and the local manager of another entity; somebody who is nothing;
     * the access manager and a co-access manager of finances, the access manager of economy, a co-access manager who is
     * blocked, and the access manager of finances of another entity.
     */
    private static final String MATRIX = """
            operation                          | head | RAE  | co-RAE | blocked co-RAE | GL  | co-GL | blocked co-GL | former co-GL | sub  | co-sub | technical | user | other GL | reviewer | support | foreign RAE | foreign GL | nobody | GA   | co-GA | other GA | blocked co-GA | foreign GA
            change the details of the entity   | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            activate a quality                 | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            designate a co-RAE                 | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block a co-RAE                     | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            unblock a co-RAE                   | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove a co-RAE                    | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block the RAE                      | no   | rule | rule   | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove the RAE                     | no   | rule | rule   | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            change the GL of ONSS employer     | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            make GL of Social action no DPD    | no   | rule | rule   | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block the GL                       | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove the GL                      | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name a co-GL                       | no   | yes  | yes    | -              | yes | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block a co-GL                      | no   | yes  | yes    | -              | yes | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            unblock a co-GL                    | no   | yes  | yes    | -              | yes | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove a co-GL                     | no   | yes  | yes    | -              | yes | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name the technical user            | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove the technical user          | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            change the e-mail of the quality   | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            make a subdivision                 | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            rename a subdivision               | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name a subdivision manager         | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove a subdivision manager       | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            look up a person by NISS           | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            add a user to the subdivision      | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            add a user to another subdivision  | no   | yes  | yes    | -              | yes | yes   | -             | -            | rule | rule   | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            add a user outside subdivisions    | no   | yes  | yes    | -              | yes | yes   | -             | -            | rule | rule   | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            delete a user of the subdivision   | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            delete a user of another one       | no   | yes  | yes    | -              | yes | yes   | -             | -            | rule | rule   | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block a user                       | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            unblock a user                     | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            add an application                 | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove an application              | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            move a user                        | no   | yes  | yes    | -              | yes | yes   | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            grant in the entity to a user      | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | rule     | no       | no      | -           | -          | -      | rule | rule  | rule     | -             | -
            grant in the entity to no user yet | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | rule     | no       | no      | -           | -          | -      | rule | rule  | rule     | -             | -
            grant in the entity to a stranger  | no   | rule | rule   | -              | rule | rule  | -             | -            | rule | rule   | no        | no   | rule     | no       | no      | -           | -          | -      | rule | rule  | rule     | -             | -
            take back in the entity            | no   | yes  | yes    | -              | yes | yes   | -             | -            | yes  | yes    | no        | no   | rule     | no       | no      | -           | -          | -      | rule | rule  | rule     | -             | -
            grant finances in the entity       | no   | yes  | yes    | -              | rule | rule  | -             | -            | rule | rule   | no        | no   | rule     | no       | no      | -           | -          | -      | yes  | yes   | rule     | -             | -
            name the GA of a domain            | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name the GA of no domain           | no   | rule | rule   | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            block the GA                       | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            remove the GA                      | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name a co-GA                       | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | yes  | no    | no       | -             | -
            block a co-GA                      | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | yes  | no    | no       | -             | -
            unblock a co-GA                    | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | yes  | no    | no       | -             | -
            remove a co-GA                     | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | no        | no   | no       | no       | no      | -           | -          | -      | yes  | no    | no       | -             | -
            look up a user of federal services | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | yes  | yes   | yes      | -             | -
            add a user with a role of finances | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | yes  | yes   | rule     | -             | -
            add a user without a role          | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | rule | rule  | rule     | -             | -
            grant a role of finances           | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | yes  | yes   | rule     | -             | -
            grant a role of economy            | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | rule | rule  | yes      | -             | -
            take back a role of finances       | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | yes  | yes   | rule     | -             | -
            take back a role of economy        | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | rule | rule  | yes      | -             | -
            block a user of federal services   | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            delete a user of federal services  | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            name the technical user of federal | no   | yes  | yes    | -              | no  | no    | -             | -            | no   | no     | -         | -    | no       | no       | no      | -           | -          | -      | no   | no    | no       | -             | -
            """;

    @Autowired
    Managers managers;

    @Autowired
    Users users;

    @Autowired
    Grants grants;

    @Autowired
    EntityAdministration entities;

    @Autowired
    QualityAdministration qualities;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Qualities qualityStore;

    private Map<String, Person> actors;
    private Map<String, Operation> operations;

    /** What an actor tries; answers whether a rule refused one of the people it was for. */
    private interface Operation {
        boolean refused(Actor actor);
    }

    private interface Act {
        void by(Actor actor);
    }

    @BeforeAll
    void makeTheWorld() {
        var world = new ManagedWorld(jdbc, directory, access, qualityStore);
        var foreign = new ManagedWorld(jdbc, directory, access, qualityStore);
        var domains = new DomainWorld(world.cpas, directory, access, qualityStore);
        actors = actors(world, foreign);
        actors.put("GA", domains.accessManager);
        actors.put("co-GA", domains.coAccessManager);
        actors.put("other GA", domains.otherAccessManager);
        actors.put("blocked co-GA", domains.blockedCoAccessManager);
        actors.put("foreign GA", new DomainWorld(foreign.cpas, directory, access, qualityStore).accessManager);
        operations = operations(world);
        operations.putAll(operationsOfDomains(domains));
    }

    @TestFactory
    Stream<DynamicNode> everybody_does_what_they_may_and_nothing_else() {
        List<String> header = cells(MATRIX.lines().findFirst().orElseThrow());
        return MATRIX.lines()
                .skip(1)
                .map(ManagementMatrixIT::cells)
                .map(row -> dynamicContainer(
                        row.get(0),
                        Stream.iterate(1, column -> column < header.size(), column -> column + 1)
                                .map(column ->
                                        dynamicTest(header.get(column) + ": " + row.get(column), () -> assertThat(
                                                        outcome(row.get(0), header.get(column)))
                                                .isEqualTo(row.get(column))))));
    }

    @Test
    void every_operation_and_every_actor_stands_in_the_matrix() {
        assertThat(MATRIX.lines().skip(1).map(line -> cells(line).get(0)))
                .containsExactlyInAnyOrderElementsOf(operations.keySet());
        assertThat(cells(MATRIX.lines().findFirst().orElseThrow()))
                .contains(actors.keySet().toArray(String[]::new));
    }

    private String outcome(String operation, String actor) {
        Operation tried = Objects.requireNonNull(operations.get(operation), operation);
        Actor by = ManagedWorld.as(Objects.requireNonNull(actors.get(actor), actor));
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            try {
                return tried.refused(by) ? "rule" : "yes";
            } catch (NotAllowedException refused) {
                return "no";
            } catch (NotFoundException hidden) {
                return "-";
            } catch (RejectedException rejected) {
                return "rule";
            }
        }));
    }

    private static Map<String, Person> actors(ManagedWorld own, ManagedWorld foreign) {
        Map<String, Person> actors = new LinkedHashMap<>();
        actors.put("head", own.cpas.head);
        actors.put("RAE", own.cpas.principalManager);
        actors.put("co-RAE", own.cpas.coPrincipalManager);
        actors.put("blocked co-RAE", own.blockedCoPrincipal);
        actors.put("GL", own.cpas.localManager);
        actors.put("co-GL", own.coLocalManager);
        actors.put("blocked co-GL", own.blockedCoLocalManager);
        actors.put("former co-GL", own.formerCoLocalManager);
        actors.put("sub", own.subdivisionManager);
        actors.put("co-sub", own.coSubdivisionManager);
        actors.put("technical", own.technicalUser);
        actors.put("user", own.cpas.user);
        actors.put("other GL", own.otherLocalManager);
        actors.put("reviewer", own.cpas.reviewer);
        actors.put("support", own.supportAgent);
        actors.put("foreign RAE", foreign.cpas.principalManager);
        actors.put("foreign GL", foreign.cpas.localManager);
        actors.put("nobody", own.cpas.candidate);
        return actors;
    }

    private Map<String, Operation> operations(ManagedWorld in) {
        EnterpriseNumber entity = in.cpas.cpas.enterpriseNumber();
        QualityId social = in.cpas.socialAction.id();
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put(
                "change the details of the entity",
                done(by -> entities.changeDetails(
                        by, entity, new Organisation.Contact("n@test.example", Language.FR, null, null))));
        all.put(
                "activate a quality",
                done(by -> entities.activateQuality(
                        by, entity, QualityKind.YOUTH_CARE, entity.value(), "jeunesse@test.example")));
        all.put(
                "designate a co-RAE",
                done(by -> managers.designate(by, Post.coPrincipalManager(entity), of(in.colleague))));
        all.put("block a co-RAE", done(by -> managers.block(by, in.otherCoPrincipalId, null)));
        all.put("unblock a co-RAE", done(by -> managers.unblock(by, in.blockedCoPrincipalId, null)));
        all.put("remove a co-RAE", done(by -> managers.remove(by, in.otherCoPrincipalId, null)));
        all.put("block the RAE", done(by -> managers.block(by, in.principalManagerId, null)));
        all.put("remove the RAE", done(by -> managers.remove(by, in.principalManagerId, null)));
        all.put(
                "change the GL of ONSS employer",
                done(by -> managers.designate(by, Post.localManager(in.employer.id()), of(in.colleague))));
        all.put(
                "make GL of Social action no DPD",
                done(by -> managers.designate(by, Post.localManager(social), of(in.colleague))));
        all.put("block the GL", done(by -> managers.block(by, in.otherLocalManagerId, null)));
        all.put("remove the GL", done(by -> managers.remove(by, in.otherLocalManagerId, null)));
        all.put("name a co-GL", done(by -> managers.designate(by, Post.coLocalManager(social), of(in.colleague))));
        all.put("block a co-GL", done(by -> managers.block(by, in.secondCoLocalManagerId, null)));
        all.put("unblock a co-GL", done(by -> managers.unblock(by, in.blockedCoLocalManagerId, null)));
        all.put("remove a co-GL", done(by -> managers.remove(by, in.secondCoLocalManagerId, null)));
        all.put(
                "name the technical user",
                done(by -> managers.designate(by, Post.technicalUser(social), of(in.colleague))));
        all.put("remove the technical user", done(by -> managers.remove(by, in.technicalUserId, null)));
        all.put(
                "change the e-mail of the quality",
                done(by -> qualities.changeEmail(by, social, "social@test.example")));
        all.put("make a subdivision", done(by -> qualities.createSubdivision(by, social, "Aide urgente")));
        all.put("rename a subdivision", done(by -> qualities.renameSubdivision(by, in.subdivision, "Aide urgente")));
        all.put(
                "name a subdivision manager",
                done(by -> managers.designate(by, Post.subdivisionManager(in.subdivision), of(in.colleague))));
        all.put("remove a subdivision manager", done(by -> managers.remove(by, in.subdivisionManagerId, null)));
        all.put("look up a person by NISS", done(by -> users.candidate(by, social, in.colleague.niss())));
        all.put(
                "add a user to the subdivision",
                done(by -> users.add(by, social, newUser(in.colleague, in.subdivision))));
        all.put(
                "add a user to another subdivision",
                done(by -> users.add(by, social, newUser(in.colleague, in.otherSubdivision))));
        all.put("add a user outside subdivisions", done(by -> users.add(by, social, newUser(in.colleague, null))));
        all.put("delete a user of the subdivision", on(in, new DeleteUsers(null), in.userOfSubdivision));
        all.put("delete a user of another one", on(in, new DeleteUsers(null), in.userOfOtherSubdivision));
        all.put("block a user", on(in, new BlockUsers(null), in.userOfSubdivision));
        all.put("unblock a user", on(in, new UnblockUsers(null), in.blockedUserOfSubdivision));
        all.put("add an application", on(in, adding("SOCIAL_WORKER"), in.userOfSubdivision));
        all.put(
                "remove an application",
                on(in, new RemoveApplications(Set.of("E_BOX_USER"), null), in.userOfSubdivision));
        all.put("grant in the entity to a user", granting(entity, "SOCIAL_WORKER", in.userOfSubdivision));
        all.put("grant in the entity to no user yet", granting(entity, "SOCIAL_WORKER", in.colleague));
        all.put("grant in the entity to a stranger", granting(entity, "SOCIAL_WORKER", in.stranger));
        all.put(
                "take back in the entity",
                actor -> refused(grants.revoke(
                        actor,
                        entity,
                        new RemoveApplications(Set.of("E_BOX_USER"), null),
                        List.of(in.userOfSubdivision.id()))));
        all.put("move a user", on(in, new MoveUsers(in.otherSubdivision, null), in.userOfSubdivision));
        return all;
    }

    private Map<String, Operation> operationsOfDomains(DomainWorld in) {
        EnterpriseNumber entity = in.cpas.cpas.enterpriseNumber();
        QualityId federal = in.federal.id();
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put(
                "name the GA of a domain",
                done(by -> managers.designate(by, Post.accessManager(entity, FINANCE), of(in.colleague))));
        all.put(
                "name the GA of no domain",
                done(by -> managers.designate(
                        by, Post.accessManager(entity, new DomainCode("WEATHER")), of(in.colleague))));
        all.put("block the GA", done(by -> managers.block(by, in.accessManagerId, null)));
        all.put("remove the GA", done(by -> managers.remove(by, in.accessManagerId, null)));
        all.put(
                "name a co-GA",
                done(by -> managers.designate(by, Post.coAccessManager(entity, FINANCE), of(in.colleague))));
        all.put("block a co-GA", done(by -> managers.block(by, in.coAccessManagerId, null)));
        all.put("unblock a co-GA", done(by -> managers.unblock(by, in.blockedCoAccessManagerId, null)));
        all.put("remove a co-GA", done(by -> managers.remove(by, in.blockedCoAccessManagerId, null)));
        all.put("look up a user of federal services", done(by -> users.candidate(by, federal, in.colleague.niss())));
        all.put(
                "add a user with a role of finances",
                done(by -> users.add(
                        by,
                        federal,
                        new NewUser(in.colleague.niss(), null, null, null, null, Set.of(CUSTOMS), Set.of(), false))));
        all.put("add a user without a role", done(by -> users.add(by, federal, newUser(in.colleague, null))));
        all.put("grant finances in the entity", granting(entity, CUSTOMS, in.colleague));
        all.put("grant a role of finances", on(in, adding(CUSTOMS), in.federalUser));
        all.put("grant a role of economy", on(in, adding(ONEGATE), in.federalUser));
        all.put("take back a role of finances", on(in, new RemoveApplications(Set.of(CUSTOMS), null), in.federalUser));
        all.put("take back a role of economy", on(in, new RemoveApplications(Set.of(ONEGATE), null), in.federalUser));
        all.put("block a user of federal services", on(in, new BlockUsers(null), in.federalUser));
        all.put("delete a user of federal services", on(in, new DeleteUsers(null), in.federalUser));
        all.put(
                "name the technical user of federal",
                done(by -> managers.designate(by, Post.technicalUser(federal), of(in.colleague))));
        return all;
    }

    private Operation on(DomainWorld in, UserAction action, Person person) {
        return actor -> users.carryOut(actor, in.federal.id(), action, List.of(person.id())).stream()
                .anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.REFUSED);
    }

    private Operation granting(EnterpriseNumber entity, String role, Person person) {
        LocalDate today = Days.of(Instant.now());
        var grant = new Grant(Set.of(role), Set.of(), false, null, today, today.plusMonths(1), null);
        return actor -> refused(grants.carryOut(actor, entity, grant, List.of(person.id())));
    }

    private static boolean refused(List<Verdict> verdicts) {
        return verdicts.stream().anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.REFUSED);
    }

    private static Operation done(Act act) {
        return actor -> {
            act.by(actor);
            return false;
        };
    }

    private Operation on(ManagedWorld in, UserAction action, Person person) {
        return actor -> users.carryOut(actor, in.cpas.socialAction.id(), action, List.of(person.id())).stream()
                .anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.REFUSED);
    }

    private static Designation of(Person person) {
        return new Designation(person.niss(), null, false, null, null);
    }

    private static UserAction adding(String role) {
        LocalDate today = Days.of(Instant.now());
        return new AddApplications(Set.of(role), Set.of(), false, today, today.plusMonths(1), null, false);
    }

    private static NewUser newUser(Person person, @Nullable SubdivisionId subdivision) {
        return new NewUser(person.niss(), null, subdivision, null, null, Set.of(), Set.of(), false);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }
}
