package be.designations.expiry;

import static be.designations.testing.ManagedWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.Rights;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.RemoveApplications;
import be.designations.management.RightExtensions;
import be.designations.management.Users;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.ManagedWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What ends soon is told once, and extended or let go by who manages it. */
class ExpiryIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);
    private final BelgianDates dates = new BelgianDates();

    @Autowired
    Expiry expiry;

    @Autowired
    ExpiryNotices notices;

    @Autowired
    RightExtensions extensions;

    @Autowired
    Rights rights;

    @Autowired
    Users users;

    private ManagedWorld world;
    private Person user;
    private UUID right;

    @BeforeEach
    void aRightThatEndsInTwentyDays() {
        world = worlds.managed();
        user = world.userOfSubdivision;
        right = jdbc.sql("select id from role_assignment where person_id = :person")
                .param("person", user.id().value())
                .query(UUID.class)
                .single();
        rightEnds(Days.endOf(today.plusDays(20)));
    }

    @Test
    void the_person_and_the_local_manager_are_told_once_for_each_of_the_two_times() {
        worlds.people().speaks(world.cpas.localManager, Language.NL);

        notices.run();
        notices.run();

        assertThat(told(user, "access-ending")).hasSize(1).allSatisfy(text -> assertThat(text)
                .contains("prennent bientôt fin", dates.day(today.plusDays(20))));
        assertThat(told(world.cpas.localManager, "access-ending-told"))
                .hasSize(1)
                .allSatisfy(text -> assertThat(text)
                        .contains("eindigen binnenkort", user.displayName(), dates.day(today.plusDays(20)), "/ending"));
        assertThat(told(world.cpas.principalManager, "access-ending-told")).isEmpty();

        rightEnds(Days.endOf(today.plusDays(6)));
        notices.run();
        notices.run();

        assertThat(told(user, "access-ending")).hasSize(2);
    }

    @Test
    void what_ends_later_was_ended_on_purpose_goes_on_or_is_let_go_is_not_told() {
        rightEnds(Days.endOf(today.plusDays(31)));
        notices.run();
        assertThat(told(user, "access-ending")).isEmpty();

        rightEnds(Days.endOf(today.plusDays(30)));
        expiry.letGo(as(world.cpas.localManager), number(), Set.of(right));
        notices.run();
        assertThat(told(user, "access-ending")).as("let go").isEmpty();

        rightEnds(Days.endOf(today.plusDays(29)));
        jdbc.sql("update role_assignment set ended_basis_id = basis_id where id = :id")
                .param("id", right)
                .update();
        notices.run();
        assertThat(told(user, "access-ending")).as("ended on purpose").isEmpty();
    }

    @Test
    void a_relationship_that_ends_is_told_to_who_manages_the_entity() {
        rightEnds(null);
        relationshipEnds(Days.endOf(today.plusDays(5)));

        notices.run();

        assertThat(told(user, "access-ending")).hasSize(1).allSatisfy(text -> assertThat(text)
                .contains("lien de travail comme fonctionnaire", dates.day(today.plusDays(5))));
        assertThat(told(world.cpas.principalManager, "access-ending-told")).hasSize(1);
    }

    @Test
    void a_right_is_extended_within_the_longest_period_and_the_ties_and_its_former_end_stays_readable() {
        LocalDate end = today.plusDays(300);
        relationshipEnds(Days.endOf(end));

        assertThat(extensions.proposals(as(world.cpas.localManager), List.of(right)))
                .containsEntry(right, new RightExtensions.Proposal(end, null));
        assertThatThrownBy(() -> extensions.extend(as(world.cpas.localManager), right, end.plusDays(1)))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .containsExactly(Rejection.ofField("management.extended-too-far", "lastDay", dates.day(end))));
        assertThat(expiry.extend(as(world.cpas.localManager), number(), Map.of(right, end)))
                .allMatch(result -> result.why() == null);

        assertThat(rights.find(List.of(right)).get(0).until()).isEqualTo(Days.endOf(end));
        assertThat(browsers.signedIn(world.cpas.localManager)
                        .get("/people/" + user.id())
                        .text())
                .contains("Prolongation de droits", "au lieu du " + dates.day(today.plusDays(20)));
        assertThat(told(user, "rights-extended")).hasSize(1).allSatisfy(text -> assertThat(text)
                .contains(dates.day(end)));
    }

    @Test
    void a_second_click_extends_nothing_more_and_says_that_it_is_done() {
        Actor manager = as(world.cpas.localManager);
        LocalDate longest =
                extensions.proposals(manager, List.of(right)).get(right).lastDay();
        for (LocalDate lastDay : List.of(today.plusDays(90), longest)) {
            for (int click = 1; click <= 2; click++) {
                assertThat(expiry.extend(manager, number(), Map.of(right, lastDay)))
                        .as("click %d, until %s", click, lastDay)
                        .allMatch(result -> result.why() == null);
            }
        }

        assertThat(rights.find(List.of(right)).get(0).until()).isEqualTo(Days.endOf(longest));
        assertThat(told(user, "rights-extended")).hasSize(2);
        assertThatThrownBy(() -> extensions.extend(manager, right, today.plusDays(90)))
                .as("that is earlier, and no second click")
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void who_is_a_user_for_less_long_is_one_for_as_long_then() {
        jdbc.sql("update responsibility set valid_until = :end where person_id = :person and kind = 'USER'")
                .param("end", Timestamp.from(Days.endOf(today.plusDays(20))))
                .param("person", user.id().value())
                .update();

        extensions.extend(as(world.cpas.localManager), right, today.plusDays(90));

        assertThat(access.lastingIn(world.cpas.cpas.id(), user.id(), Instant.now()))
                .allSatisfy(held -> assertThat(held.validUntil()).isEqualTo(Days.endOf(today.plusDays(90))));
    }

    @Test
    void a_right_whose_relationship_ends_with_it_waits_for_the_relationship() {
        relationshipEnds(Days.endOf(today.plusDays(20)));
        assertThat(extensions
                        .proposals(as(world.cpas.principalManager), List.of(right))
                        .get(right))
                .returns(null, RightExtensions.Proposal::lastDay)
                .returns(
                        Rejection.of("management.right-outlives-relationship", dates.day(today.plusDays(20))),
                        RightExtensions.Proposal::why);

        UUID relationship = tie().id();
        List<Expiry.Result> results = expiry.extend(
                as(world.cpas.principalManager),
                number(),
                Map.of(right, today.plusDays(40), relationship, today.plusDays(50)));

        assertThat(results)
                .as("relationships first")
                .allMatch(result -> result.why() == null)
                .hasSize(2);
        assertThat(tie().until()).isEqualTo(Days.endOf(today.plusDays(50)));
    }

    @Test
    void what_was_taken_back_before_it_began_never_begins() {
        Instant from = Days.startOf(today.plusDays(5));
        jdbc.sql("update role_assignment set valid_from = :from where id = :id")
                .param("from", Timestamp.from(from))
                .param("id", right)
                .update();
        users.carryOut(
                as(world.cpas.principalManager),
                world.cpas.socialAction.id(),
                new RemoveApplications(Set.of("E_BOX_USER"), "Autre fonction"),
                List.of(user.id()));
        Actor manager = as(world.cpas.localManager);

        assertThat(extensions.proposals(manager, List.of(right)))
                .containsEntry(right, new RightExtensions.Proposal(null, Rejection.of("management.nothing-to-extend")));
        assertThatThrownBy(() -> extensions.extend(manager, right, today.plusDays(20)))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .containsExactly(Rejection.of("management.nothing-to-extend")));
        assertThatThrownBy(() -> expiry.extend(manager, number(), Map.of(right, today.plusDays(20))))
                .isInstanceOf(NotFoundException.class);
        assertThat(api.as(world.cpas.localManager)
                        .post(
                                "/api/v1/entities/" + number().value() + "/ending/extension",
                                "{'ids': ['" + right + "'], 'lastDay': '" + today.plusDays(20) + "'}")
                        .status())
                .isEqualTo(404);

        assertThat(rights.find(List.of(right)).get(0).until()).isEqualTo(from);
        assertThat(told(user, "rights-extended")).isEmpty();
    }

    @Test
    void foreign_lines_are_not_found_and_whoever_manages_nothing_is_refused() {
        var foreign = worlds.managed();
        assertThatThrownBy(() -> expiry.extend(
                        as(foreign.cpas.localManager),
                        foreign.cpas.cpas.enterpriseNumber(),
                        Map.of(right, today.plusDays(40))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> expiry.page(as(foreign.cpas.localManager), number(), null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> expiry.page(as(world.userOfOtherSubdivision), number(), null))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> expiry.letGo(as(world.otherLocalManager), number(), Set.of(right)))
                .as("of another quality")
                .isInstanceOf(NotFoundException.class);
        UUID relationship = tie().id();
        relationshipEnds(Days.endOf(today.plusDays(5)));
        assertThatThrownBy(() -> expiry.letGo(as(world.otherLocalManager), number(), Set.of(relationship)))
                .as("of a user of another quality")
                .isInstanceOf(NotFoundException.class);
        assertThat(expiry.page(as(world.otherLocalManager), number(), null).lines())
                .isEmpty();
    }

    @Test
    void however_many_relationships_are_ticked_they_are_looked_up_at_once() {
        List<UUID> ties = Stream.of(user, world.userOfOtherSubdivision, world.blockedUserOfSubdivision)
                .map(one -> directory
                        .relationships(List.of(one.id()), world.cpas.cpas.id())
                        .get(0)
                        .id())
                .toList();
        ties.forEach(tie -> directory.changeEnd(tie, Days.endOf(today.plusDays(20))));
        Actor manager = as(world.cpas.localManager);

        int one = StatementCount.of(() -> expiry.letGo(manager, number(), Set.of(ties.get(0))));
        int several = StatementCount.of(() -> expiry.letGo(manager, number(), Set.of(ties.get(1), ties.get(2))));

        assertThat(several).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Ce qui prend bientôt fin, Fin proposée, Prolongé : 1, Cochez au moins une ligne",
        "nl, Wat binnenkort eindigt, Voorgesteld einde, Verlengd: 1, Vink minstens één regel aan"
    })
    void the_page_shows_both_ends_and_extends_by_one_click(
            String language, String title, String proposed, String notice, String nothing) {
        Browser browser = browsers.signedIn(world.cpas.localManager);
        String path = "/entities/" + number().value() + "/ending";
        Answer page = browser.get(path + "?lang=" + language);
        assertThat(page.text())
                .contains(title, proposed, user.displayName(), dates.day(today.plusDays(20)))
                .doesNotContain("??");
        String until =
                page.page().selectFirst("input[name=until-" + right + "]").val();

        assertThat(browser.post(path + "/extend", Map.of()).status()).isEqualTo(422);
        assertThat(browser.post(path + "/extend", Map.of()).text()).contains(nothing);
        Answer done = browser.post(path + "/extend", Map.of("one", right.toString(), "until-" + right, until));
        assertThat(browser.follow(done).text()).contains(notice, user.displayName());
        assertThat(rights.find(List.of(right)).get(0).until()).isEqualTo(Days.endOf(LocalDate.parse(until)));
    }

    @Test
    void what_is_let_go_ends_as_it_is_to_and_says_so() {
        Browser browser = browsers.signedIn(world.cpas.localManager);
        String path = "/entities/" + number().value() + "/ending";
        browser.get(path);

        Answer done = browser.post(path + "/let-go", Map.of("lines", right.toString()));

        assertThat(browser.follow(done).text()).contains("Vous laissez finir : 1", "Décidé : laisser finir");
        assertThat(rights.find(List.of(right)).get(0).until()).isEqualTo(Days.endOf(today.plusDays(20)));
    }

    private EnterpriseNumber number() {
        return world.cpas.cpas.enterpriseNumber();
    }

    private WorkingRelationship tie() {
        return directory.relationships(List.of(user.id()), world.cpas.cpas.id()).get(0);
    }

    private void rightEnds(@Nullable Instant end) {
        jdbc.sql("update role_assignment set valid_until = :end where id = :id")
                .param("end", end == null ? null : Timestamp.from(end))
                .param("id", right)
                .update();
    }

    private void relationshipEnds(Instant end) {
        directory.changeEnd(tie().id(), end);
    }

    /** The words of the mails of that kind to that person. */
    private List<String> told(Person person, String kind) {
        return mails.to(person.id()).stream()
                .filter(mail -> mail.kind().equals(kind))
                .map(mail -> mail.words())
                .toList();
    }
}
