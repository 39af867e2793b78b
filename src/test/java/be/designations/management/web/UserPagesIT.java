package be.designations.management.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.access.Standing;
import be.designations.access.SubdivisionId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessOverview.UserOrder;
import be.designations.insight.AccessOverview.UserState;
import be.designations.insight.AccessPages;
import be.designations.management.AddApplications;
import be.designations.management.Users;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The users of a quality as their managers run them: whom they may touch, what they are shown before and after. */
class UserPagesIT extends WholeApplication {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Autowired
    Users users;

    @Autowired
    AccessPages pages;

    ManagedWorld world;
    Browser browser;
    String quality;

    @BeforeEach
    void aCpasWithItsManagers() {
        world = worlds.managed();
        browser = browsers.fresh();
        quality = "/qualities/" + world.cpas.socialAction.id().value();
    }

    @ParameterizedTest
    @CsvSource({
        "RAE, 'users/new, co-managers/new, local-manager/new, technical-user/new, /help/tasks/portal, email, subdivisions'",
        "GL, 'users/new, co-managers/new, technical-user/new, /help/tasks/portal, email, subdivisions'",
        "co-GL, 'users/new, technical-user/new, /help/tasks/portal, email, subdivisions'",
        "sub, users/new",
        "blocked, ''",
        "reviewer, ''",
        "user, ''"
    })
    void the_menu_offers_what_the_reader_may_do_and_nothing_else(String who, String offered) {
        Answer page = open(who(who), quality);

        assertThat(page.page().select(".app-manage__menu a").eachAttr("href"))
                .containsExactlyElementsOf(Stream.of(offered.split(", ", -1))
                        .filter(path -> !path.isEmpty())
                        .map(path -> path.startsWith("/") ? path : quality + "/" + path)
                        .toList());
        boolean manages = !offered.isEmpty();
        assertThat(page.page().select("input[name=person]").isEmpty()).isEqualTo(!manages);
        assertThat(page.page().select("option[value=move]").isEmpty()).isEqualTo(!offered.contains("subdivisions"));
    }

    @Test
    void who_is_no_user_yet_is_shown_as_such_and_can_be_deleted_only() {
        UUID coming = world.give(world.stranger, ResponsibilityKind.USER, world.cpas.socialAction.id(), null);
        jdbc.sql("update responsibility set valid_from = now() + interval '30 days' where id = :id")
                .param("id", coming)
                .update();

        Answer page = open(world.cpas.localManager, quality + "/users/" + world.stranger.id());

        assertThat(page.page().select(".app-title").text()).contains("À venir");
        assertThat(page.page().select("button[name=action]").eachAttr("value")).containsExactly("delete");
        confirm("delete", List.of(world.stranger));
        assertThat(browser.get(quality + "/users/" + world.stranger.id()).status())
                .isEqualTo(404);
    }

    @Test
    void managers_are_changed_only_by_who_stands_above_them() {
        assertThat(changes(world.cpas.principalManager))
                .contains(world.localManagerId + "/block", world.coLocalManagerId + "/remove")
                .contains(world.blockedCoLocalManagerId + "/unblock")
                .doesNotContain(world.blockedCoLocalManagerId + "/block", world.coLocalManagerId + "/unblock");
        assertThat(changes(world.cpas.localManager))
                .contains(world.coLocalManagerId + "/block", world.technicalUserId + "/remove")
                .noneMatch(change -> change.startsWith(world.localManagerId.toString()));
        assertThat(changes(world.coLocalManager))
                .contains(world.subdivisionManagerId + "/block")
                .noneMatch(change -> change.startsWith(world.localManagerId.toString())
                        || change.startsWith(world.secondCoLocalManagerId.toString()));
        assertThat(changes(world.subdivisionManager)).isEmpty();
    }

    @Test
    void nobody_is_offered_to_unblock_themselves() {
        UUID own = world.blocked(world.give(
                world.cpas.principalManager, ResponsibilityKind.CO_LOCAL_MANAGER, world.cpas.socialAction.id(), null));

        assertThat(changes(world.cpas.principalManager))
                .contains(own + "/remove")
                .doesNotContain(own + "/unblock");
        assertThat(changes(world.cpas.coPrincipalManager)).contains(own + "/unblock");
    }

    @Test
    void who_acts_for_another_entity_is_told_and_can_do_nothing() {
        Person manager = world.cpas.principalManager;
        var other = worlds.managed();
        UUID responsibility = UUID.randomUUID();
        jdbc.sql("""
                        insert into responsibility (id, kind, organisation_id, person_id, valid_from, basis_id)
                        select :id, 'CO_PRINCIPAL_ACCESS_MANAGER', :entity, :person, now(), basis_id
                          from responsibility limit 1""")
                .param("id", responsibility)
                .param("entity", other.cpas.cpas.id().value())
                .param("person", manager.id().value())
                .update();
        browser.signIn(manager.id());
        browser.get("/capacity");
        post(
                "/capacity",
                "organisation",
                other.cpas.cpas.id().value().toString(),
                "kind",
                "CO_PRINCIPAL_ACCESS_MANAGER");

        Answer page = browser.get(quality);

        assertThat(page.page().select("#not-now a").attr("href")).isEqualTo("/capacity");
        assertThat(page.page().select(".app-manage__menu")).isEmpty();
        assertThat(confirm("delete", List.of(world.userOfSubdivision)).status()).isEqualTo(403);
        assertThat(isUser(world.userOfSubdivision)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"foreign, 404", "blocked, 404", "user, 403", "reviewer, 403"})
    void nobody_else_reaches_a_page_or_an_operation(String who, int status) {
        open(who(who), "/me");
        String user = world.userOfSubdivision.id().toString();

        for (String path : List.of(quality + "/users/new", quality + "/users/" + user)) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(status);
        }
        browser.get("/me");
        for (String step : List.of("", "/details", "/preview", "/confirm")) {
            for (String action : List.of("delete", "block", "unblock", "move", "add-applications")) {
                assertThat(post(
                                        quality + "/users/actions" + step,
                                        "person",
                                        user,
                                        "action",
                                        action,
                                        "roles",
                                        "E_BOX_USER",
                                        "firstDay",
                                        today.toString(),
                                        "lastDay",
                                        today.toString(),
                                        "subdivision",
                                        "none")
                                .status())
                        .as(step + " " + action)
                        .isEqualTo(status);
            }
        }
        for (String step : List.of("", "/correct", "/confirm")) {
            assertThat(post(quality + "/users/new" + step, "niss", niss(world.colleague))
                            .status())
                    .as(step)
                    .isEqualTo(status);
        }
        assertThat(isUser(world.userOfSubdivision)).isTrue();
        assertThat(isUser(world.colleague)).isFalse();
        assertThat(roles(world.userOfSubdivision)).containsExactly("E_BOX_USER");
    }

    @Test
    void users_are_deleted_after_a_look_at_what_changes() {
        open(world.cpas.localManager, quality);

        Answer preview = start("delete", List.of(world.userOfSubdivision, world.cpas.user));

        assertThat(preview.status()).isEqualTo(200);
        assertThat(lines(preview)).hasSize(2).allMatch(line -> line.contains("Ne sera plus utilisateur"));
        assertThat(lines(preview).get(0)).contains(world.userOfSubdivision.displayName(), "e-Box");
        assertThat(isUser(world.userOfSubdivision)).isTrue();

        Answer result = browser.follow(send(preview, "/confirm", "reason", "Parti"));

        assertThat(lines(result)).hasSize(2).allMatch(line -> line.contains("N’est plus utilisateur"));
        assertThat(isUser(world.userOfSubdivision)).isFalse();
        assertThat(isUser(world.cpas.user)).isFalse();
        assertThat(roles(world.userOfSubdivision)).isEmpty();
        assertThat(reasonOfLastDecision()).isEqualTo("Parti");
        assertThat(browser.get(quality + "/users/result").text()).isEqualTo(result.text());
    }

    @Test
    void users_are_blocked_and_unblocked() {
        open(world.coLocalManager, quality);

        Answer blocked = browser.follow(send(start("block", List.of(world.userOfSubdivision)), "/confirm"));
        assertThat(lines(blocked).get(0)).contains("Est bloqué");
        assertThat(isBlocked(world.userOfSubdivision)).isTrue();

        Answer unblocked = browser.follow(
                send(start("unblock", List.of(world.userOfSubdivision, world.userOfOtherSubdivision)), "/confirm"));
        assertThat(lines(unblocked).get(0)).contains("Est débloqué");
        assertThat(lines(unblocked).get(1)).contains("Sans effet", "N’est pas bloqué");
        assertThat(isBlocked(world.userOfSubdivision)).isFalse();
    }

    @Test
    void applications_are_added_with_their_period_and_places() {
        String unit = unit();
        open(world.cpas.principalManager, quality);

        Answer details = start("add-applications", List.of(world.userOfSubdivision, world.userOfOtherSubdivision));
        assertThat(details.page().select("#roles-list").text())
                .contains("Match-It", "Consulte les places", "Au plus 48 mois", "Au plus 12 mois");
        assertThat(details.page().select("input[name=context]").eachAttr("value"))
                .containsExactly(unit, "all");
        Answer preview = send(
                details,
                "/preview",
                "roles",
                "MATCH_IT_READER",
                "context",
                unit,
                "firstDay-day",
                day(today),
                "firstDay-month",
                month(today),
                "firstDay-year",
                year(today),
                "lastDay-day",
                day(today.plusDays(300)),
                "lastDay-month",
                month(today.plusDays(300)),
                "lastDay-year",
                year(today.plusDays(300)));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.text()).contains("Ce qui va changer", "Antenne Nord");
        assertThat(lines(preview)).allMatch(line -> line.contains("Recevra") && line.contains("Match-It"));
        Answer again = send(preview, "/details");
        assertThat(again.page().select("input[name=roles][checked]").eachAttr("value"))
                .containsExactly("MATCH_IT_READER");
        assertThat(again.page().select("#lastDay-year").val()).isEqualTo(year(today.plusDays(300)));
        Answer result = browser.follow(send(preview, "/confirm"));

        assertThat(lines(result)).hasSize(2).allMatch(line -> line.contains("A reçu"));
        assertThat(roles(world.userOfSubdivision)).containsExactlyInAnyOrder("E_BOX_USER", "MATCH_IT_READER");
        assertThat(jdbc.sql("""
                                select array_to_string(establishment_units, ',') from role_assignment
                                 where person_id = :person and role_code = 'MATCH_IT_READER'""")
                        .param("person", world.userOfSubdivision.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(unit);
    }

    /** D21, as on the pages of an entity. */
    @Test
    void that_a_right_holds_for_the_whole_entity_is_said() {
        unit();
        open(world.cpas.principalManager, quality);
        Answer details = start("add-applications", List.of(world.userOfSubdivision));
        String[] typed = Stream.of(
                        Stream.of("roles", "MATCH_IT_READER"),
                        date("firstDay", today),
                        date("lastDay", today.plusDays(30)))
                .flatMap(fields -> fields)
                .toArray(String[]::new);

        Answer refused = send(details, "/preview", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#context-error").text()).contains("toute l’entité");
        assertThat(refused.page().select("input[name=roles][checked]").eachAttr("value"))
                .containsExactly("MATCH_IT_READER");
        Answer preview = send(
                refused,
                "/preview",
                Stream.concat(Arrays.stream(typed), Stream.of("context", "all")).toArray(String[]::new));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.text()).contains("Toute l’entité");
        assertThat(lines(browser.follow(send(preview, "/confirm"))))
                .singleElement()
                .asString()
                .contains("A reçu");
    }

    /** D28 */
    @Test
    void who_is_blocked_gets_applications_only_by_a_tick_of_its_own() {
        open(world.cpas.localManager, quality);
        List<Person> both = List.of(world.userOfOtherSubdivision, world.blockedUserOfSubdivision);
        assertThat(start("add-applications", List.of(world.userOfOtherSubdivision))
                        .page()
                        .select("input[name=althoughBlocked]"))
                .isEmpty();

        Answer details = start("add-applications", both);
        assertThat(details.page().select("#althoughBlocked-hint").text())
                .contains(world.blockedUserOfSubdivision.displayName())
                .doesNotContain(world.userOfOtherSubdivision.displayName());
        LocalDate lastDay = today.plusDays(30);
        List<String> answers = List.of(
                "roles",
                "E_BOX_USER",
                "firstDay-day",
                day(today),
                "firstDay-month",
                month(today),
                "firstDay-year",
                year(today),
                "lastDay-day",
                day(lastDay),
                "lastDay-month",
                month(lastDay),
                "lastDay-year",
                year(lastDay));
        Answer refused = send(details, "/preview", answers.toArray(String[]::new));
        assertThat(lines(refused).get(0)).contains("Recevra");
        assertThat(lines(refused).get(1)).contains("Impossible", "Est bloqué");

        List<String> onPurpose = new ArrayList<>(answers);
        onPurpose.addAll(List.of("althoughBlocked", "true"));
        Answer preview = send(details, "/preview", onPurpose.toArray(String[]::new));
        assertThat(preview.text()).contains("Accorder quand même aux personnes bloquées");
        assertThat(send(preview, "/details")
                        .page()
                        .select("input[name=althoughBlocked]")
                        .hasAttr("checked"))
                .isTrue();
        browser.follow(send(preview, "/confirm"));
        assertThat(roles(world.blockedUserOfSubdivision)).containsExactly("E_BOX_USER");
        assertThat(isBlocked(world.blockedUserOfSubdivision)).isTrue();
    }

    @Test
    void applications_are_removed_out_of_those_that_the_people_have() {
        open(world.cpas.localManager, quality);

        Answer details = start("remove-applications", List.of(world.userOfSubdivision, world.cpas.user));
        assertThat(details.page().select("input[name=roles]").eachAttr("value")).containsExactly("E_BOX_USER");
        assertThat(details.page().select("#roles-list").text()).contains("1 sur 2");
        Answer result = browser.follow(send(send(details, "/preview", "roles", "E_BOX_USER"), "/confirm"));

        assertThat(lines(result).get(0)).contains("A perdu", "e-Box");
        assertThat(lines(result).get(1)).contains("N’a aucune de ces applications");
        assertThat(roles(world.userOfSubdivision)).isEmpty();
    }

    @Test
    void users_move_between_subdivisions() {
        open(world.cpas.localManager, quality);

        Answer details = start("move", List.of(world.userOfSubdivision));
        assertThat(send(details, "/preview").status()).isEqualTo(422);
        Answer result = browser.follow(send(
                send(
                        details,
                        "/preview",
                        "subdivision",
                        world.otherSubdivision.value().toString()),
                "/confirm"));

        assertThat(lines(result).get(0)).contains("Insertion");
        assertThat(subdivision(world.userOfSubdivision)).isEqualTo(world.otherSubdivision.value());
    }

    @Test
    void one_whom_a_rule_keeps_back_keeps_nobody_else_back() {
        open(world.cpas.localManager, quality);

        Answer preview =
                start("block", List.of(world.userOfSubdivision, world.blockedUserOfSubdivision, world.stranger));

        assertThat(lines(preview).get(1)).contains("Rien à faire", "Est déjà bloqué");
        assertThat(lines(preview).get(2)).contains("Impossible", "N’est pas, ou plus, utilisateur");
        assertThat(preview.text()).doesNotContain(world.stranger.displayName());
        Answer result = browser.follow(send(preview, "/confirm"));
        assertThat(lines(result).get(0)).contains("Fait");
        assertThat(lines(result).get(2)).contains("Refusé");
        assertThat(isBlocked(world.userOfSubdivision)).isTrue();
    }

    @Test
    void nobody_grants_themselves_anything() {
        world.give(world.cpas.principalManager, ResponsibilityKind.USER, world.cpas.socialAction.id(), null);
        open(world.cpas.principalManager, quality);

        Answer preview = send(
                start("add-applications", List.of(world.cpas.principalManager)),
                "/preview",
                "roles",
                "CTMS_CONSULTATION",
                "firstDay",
                today.toString(),
                "lastDay",
                today.plusDays(9).toString());

        assertThat(lines(preview).get(0)).contains("Vous ne pouvez pas vous donner cela vous-même");
        assertThat(preview.page().select("button:contains(Confirmer)")).isEmpty();
    }

    @Test
    void the_same_form_twice_does_it_once_and_is_told_the_same() {
        open(world.cpas.localManager, quality);
        Answer preview = start("delete", List.of(world.userOfSubdivision));

        Answer first = browser.follow(send(preview, "/confirm"));
        Answer second = browser.follow(send(preview, "/confirm"));

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.text()).contains("N’est plus utilisateur");
        assertThat(jdbc.sql("select count(*) from basis where operation = 'user-deleted' and decided_by = :by")
                        .param("by", world.cpas.localManager.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_outcome_is_shown_to_nobody_else() {
        open(world.cpas.localManager, quality);
        browser.follow(send(start("block", List.of(world.userOfSubdivision)), "/confirm"));

        browser.signIn(world.coLocalManager.id());

        assertThat(browser.get(quality + "/users/result").location()).contains(quality);
    }

    @Test
    void what_lacks_is_said_at_its_field_and_what_was_ticked_stays() {
        open(world.cpas.localManager, quality);

        Answer nobody = start("delete", List.of());
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.page().select("#people-error").text()).contains("Cochez au moins une personne");
        assertThat(nobody.page().select("option[selected][value=delete]")).hasSize(1);
        assertThat(nobody.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#people");
        assertThat(nobody.page().select("#people")).hasSize(1);

        Answer nothing = post(
                quality + "/users/actions",
                "person",
                world.cpas.user.id().toString(),
                "action",
                "",
                "list",
                "q=ursule&size=25");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.page().select("#action-error").text()).contains("Choisissez une action");
        assertThat(nothing.page().select("input[name=person][checked]").eachAttr("value"))
                .containsExactly(world.cpas.user.id().toString());
        assertThat(nothing.page().select("input[name=person]")).hasSize(1);
        assertThat(nothing.page().select("#q").val()).isEqualTo("ursule");
        assertThat(nothing.page().title()).startsWith("Erreur");

        List<String> crowd = new ArrayList<>(List.of("action", "block"));
        IntStream.range(0, 101)
                .forEach(number ->
                        crowd.addAll(List.of("person", UUID.randomUUID().toString())));
        Answer many = post(quality + "/users/actions", crowd.toArray(String[]::new));
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.page().select("#people-error").text()).contains("100");
        assertThat(post(quality + "/users/actions/confirm", crowd.toArray(String[]::new))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2027, 1, 1, 2028, firstDay",
        "'', 2, 2027, 1, 1, 2028, firstDay",
        "1, 1, 2020, 1, 1, 2028, firstDay",
        "1, 2, 2027, 1, 1, 2027, lastDay",
        "1, 2, 2027, 1, 1, 2099, lastDay",
        "1, 2, 2027, '', '', '', lastDay"
    })
    void a_period_that_cannot_be_comes_back_as_it_was_typed(
            String day, String month, String year, String lastDay, String lastMonth, String lastYear, String field) {
        open(world.cpas.localManager, quality);

        Answer again = send(
                start("add-applications", List.of(world.userOfSubdivision)),
                "/preview",
                "roles",
                "CTMS_CONSULTATION",
                "firstDay-day",
                day,
                "firstDay-month",
                month,
                "firstDay-year",
                year,
                "lastDay-day",
                lastDay,
                "lastDay-month",
                lastMonth,
                "lastDay-year",
                lastYear,
                "reason",
                "Nouvelle équipe");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#" + field + "-error")).hasSize(1);
        assertThat(again.page().select("#firstDay-year").val()).isEqualTo(year);
        assertThat(again.page().select("input[name=roles][checked]").eachAttr("value"))
                .containsExactly("CTMS_CONSULTATION");
        assertThat(again.page().select("textarea").text()).isEqualTo("Nouvelle équipe");
        assertThat(again.page().select("input[type=hidden][name=person]")).hasSize(1);
    }

    @Test
    void a_place_that_is_no_number_widens_no_right() {
        open(world.cpas.localManager, quality);

        Answer again = post(
                quality + "/users/actions/confirm",
                "action",
                "add-applications",
                "person",
                world.userOfSubdivision.id().toString(),
                "roles",
                "MATCH_IT_READER",
                "context",
                "nowhere",
                "firstDay",
                today.toString(),
                "lastDay",
                today.toString());

        assertThat(again.status()).isEqualTo(422);
        assertThat(roles(world.userOfSubdivision)).containsExactly("E_BOX_USER");
    }

    @Test
    void a_subdivision_manager_reaches_only_their_own_users() {
        open(world.subdivisionManager, quality);
        assertThat(browser.get(quality).page().select("input[name=person]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        world.userOfSubdivision.id().toString(),
                        world.blockedUserOfSubdivision.id().toString());

        Answer preview = start("delete", List.of(world.userOfOtherSubdivision, world.cpas.user));
        assertThat(lines(preview)).hasSize(2).allMatch(line -> line.contains("Impossible"));
        assertThat(preview.text())
                .doesNotContain(world.userOfOtherSubdivision.displayName(), world.cpas.user.displayName());
        confirm("delete", List.of(world.userOfOtherSubdivision, world.cpas.user));
        assertThat(isUser(world.userOfOtherSubdivision)).isTrue();
        assertThat(isUser(world.cpas.user)).isTrue();
        assertThat(browser.get(quality + "/users/" + world.userOfOtherSubdivision.id())
                        .status())
                .isEqualTo(404);
        browser.get(quality);
        assertThat(start("move", List.of(world.userOfSubdivision)).status()).isEqualTo(403);
    }

    @Test
    void a_subdivision_manager_adds_to_their_own_subdivision_only() {
        open(world.subdivisionManager, quality + "/users/new");

        Answer details = post(quality + "/users/new", "niss", niss(world.colleague));
        assertThat(details.page().select("#subdivision option[value~=.]").eachText())
                .containsExactly("Aide sociale");
        for (String other : List.of("", world.otherSubdivision.value().toString(), "nonsense")) {
            Answer refused = post(quality + "/users/new/confirm", "niss", niss(world.colleague), "subdivision", other);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#subdivision-error")).hasSize(1);
        }
        assertThat(isUser(world.colleague)).isFalse();
        post(
                quality + "/users/new/confirm",
                "niss",
                niss(world.colleague),
                "subdivision",
                world.subdivision.value().toString());
        assertThat(subdivision(world.colleague)).isEqualTo(world.subdivision.value());
    }

    @Test
    void a_stranger_is_added_with_the_tie_to_the_entity_and_can_get_applications_at_once() {
        open(world.cpas.localManager, quality + "/users/new");

        Answer details =
                post(quality + "/users/new", "niss", world.stranger.niss().formatted());
        assertThat(details.text()).contains(world.stranger.displayName(), "Lien de travail");
        Answer wrong = post(
                quality + "/users/new/confirm", "niss", niss(world.stranger), "email", "nobody", "reason", "Renfort");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".govuk-error-summary a").eachAttr("href"))
                .contains("#category", "#email", "#phone");
        assertThat(wrong.page().select("#email").val()).isEqualTo("nobody");
        assertThat(wrong.page().select("#reason").text()).isEqualTo("Renfort");
        Answer added = post(
                quality + "/users/new/confirm",
                "niss",
                niss(world.stranger),
                "category",
                "OCCASIONAL",
                "email",
                "etienne@test.example",
                "phone",
                "081 12 34 56",
                "lastDay-day",
                "31",
                "lastDay-month",
                "12",
                "lastDay-year",
                "2098");

        assertThat(added.location()).contains(quality + "/users/" + world.stranger.id());
        Answer person = browser.follow(added);
        assertThat(person.text()).contains(world.stranger.displayName() + " est maintenant utilisateur");
        assertThat(person.page().select("button[value=add-applications]")).hasSize(1);
        assertThat(isUser(world.stranger)).isTrue();
        assertThat(start("add-applications", List.of(world.stranger)).page().select("#roles"))
                .hasSize(1);
        Answer twice = post(quality + "/users/new/confirm", "niss", niss(world.stranger));
        assertThat(browser.follow(twice).text()).contains("est déjà utilisateur");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "85.07.30-033.29", "12.34.56-123.45", "85.07.30-033.28"})
    void a_number_that_is_nobodys_is_refused_at_its_field(String typed) {
        open(world.cpas.localManager, quality + "/users/new");

        Answer again = post(quality + "/users/new", "niss", typed);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#niss-error")).hasSize(1);
        assertThat(again.page().select("#niss").val()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"true, a été remplacé", "false, a été annulé"})
    void a_withdrawn_number_is_refused_in_its_own_words(boolean replaced, String words) {
        jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:niss, :by, current_date)")
                .param("niss", niss(world.stranger))
                .param("by", replaced ? niss(world.colleague) : null)
                .update();
        open(world.cpas.localManager, quality + "/users/new");

        Answer again = post(quality + "/users/new", "niss", niss(world.stranger));
        Answer late = post(quality + "/users/new/confirm", "niss", niss(world.stranger));

        assertThat(again.page().select("#niss-error").text()).contains(words);
        assertThat(again.text()).doesNotContain(world.stranger.displayName());
        assertThat(late.page().select("#niss-error").text()).contains(words);
        assertThat(isUser(world.stranger)).isFalse();
    }

    @Test
    void who_manages_the_quality_is_not_added_as_its_user() {
        open(world.cpas.principalManager, quality + "/users/new");

        assertThat(post(quality + "/users/new", "niss", niss(world.coLocalManager))
                        .page()
                        .select("#niss-error")
                        .text())
                .contains("déjà Co-Gestionnaire Local");
        assertThat(post(quality + "/users/new", "niss", niss(world.cpas.principalManager))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_way_back_leads_to_the_list_as_it_stood() {
        open(world.cpas.localManager, quality);

        Answer preview = post(
                quality + "/users/actions",
                "person",
                world.cpas.user.id().toString(),
                "action",
                "block",
                "list",
                "q=ursule&size=25");
        Answer result = browser.follow(send(preview, "/confirm"));

        assertThat(result.page().select("a:contains(Retour à la liste)").attr("href"))
                .isEqualTo(quality + "?q=ursule&size=25#users");
        Answer hostile = post(
                quality + "/users/actions",
                "person",
                world.cpas.user.id().toString(),
                "action",
                "unblock",
                "list",
                "//elsewhere.example/\"><script>");
        assertThat(hostile.body()).doesNotContain("elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void every_page_is_whole_in_every_language(String language) {
        open(world.cpas.localManager, quality + "?lang=" + language);

        for (String action : List.of("delete", "block", "unblock", "add-applications", "remove-applications", "move")) {
            assertWhole(start(action, List.of(world.userOfSubdivision, world.blockedUserOfSubdivision)));
        }
        for (String path : List.of("", "/users/new", "/users/" + world.userOfSubdivision.id())) {
            assertWhole(browser.get(quality + path));
        }
        assertWhole(post(quality + "/users/new", "niss", niss(world.stranger)));
        assertWhole(browser.follow(
                send(start("block", List.of(world.userOfSubdivision, world.blockedUserOfSubdivision)), "/confirm")));
    }

    @Test
    void a_hundred_people_take_as_many_statements_as_ten() {
        var actor = CpasWorld.as(world.cpas.localManager);
        var id = world.cpas.socialAction.id();
        List<PersonId> crowd = IntStream.range(0, 100)
                .mapToObj(number -> {
                    Person person = world.cpas.person("Foule");
                    world.give(person, ResponsibilityKind.USER, id, null);
                    world.cpas.giveRight(person, "E_BOX_USER", id);
                    return person.id();
                })
                .toList();
        List<PersonId> few = crowd.subList(0, 10);

        assertThat(StatementCount.of(() -> pages.quality(actor, id, showing(100))))
                .isEqualTo(StatementCount.of(() -> pages.quality(actor, id, showing(10))))
                .isPositive();
        assertThat(StatementCount.of(() -> users.standings(actor, id, crowd)))
                .isEqualTo(StatementCount.of(() -> users.standings(actor, id, few)))
                .isPositive();
        var add = new AddApplications(
                Set.of("CTMS_CONSULTATION", "E_BOX_USER"), Set.of(), false, today, today.plusDays(30), null, false);
        assertThat(StatementCount.of(() -> users.preview(actor, id, add, crowd)))
                .isEqualTo(StatementCount.of(() -> users.preview(actor, id, add, few)))
                .isPositive();
    }

    private static Stream<String> date(String field, LocalDate day) {
        return Stream.of(field + "-day", day(day), field + "-month", month(day), field + "-year", year(day));
    }

    private static void assertWhole(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("??");
    }

    private static UserFilter showing(int size) {
        return new UserFilter("", null, null, UserState.ANY, UserOrder.NAME, false, size, null);
    }

    private Person who(String who) {
        return switch (who) {
            case "RAE" -> world.cpas.principalManager;
            case "GL" -> world.cpas.localManager;
            case "co-GL" -> world.coLocalManager;
            case "sub" -> world.subdivisionManager;
            case "reviewer" -> world.cpas.reviewer;
            case "user" -> world.userOfSubdivision;
            case "blocked" -> {
                // Blocked in the quality, and still known in the entity.
                world.give(world.blockedCoLocalManager, ResponsibilityKind.USER, world.employer.id(), null);
                yield world.blockedCoLocalManager;
            }
            case "foreign" -> worlds.managed().cpas.principalManager;
            default -> throw new IllegalArgumentException(who);
        };
    }

    private Answer open(Person reader, String path) {
        browser.signIn(reader.id());
        return browser.get(path);
    }

    /** The changes of managers that the page offers, as id and verb. */
    private List<String> changes(Person reader) {
        return open(reader, quality).page().select("a[href^=/responsibilities/]").eachAttr("href").stream()
                .map(href -> href.substring("/responsibilities/".length()))
                .toList();
    }

    private Answer start(String action, List<Person> ticked) {
        return step("", action, ticked);
    }

    private Answer confirm(String action, List<Person> ticked) {
        return step("/confirm", action, ticked);
    }

    private Answer step(String step, String action, List<Person> ticked) {
        List<String> fields = new ArrayList<>(List.of("action", action));
        ticked.forEach(person -> fields.addAll(List.of("person", person.id().toString())));
        return post(quality + "/users/actions" + step, fields.toArray(String[]::new));
    }

    /** Sends what the form of that page holds unseen, and more. */
    private Answer send(Answer page, String step, String... more) {
        List<String> fields = new ArrayList<>();
        Element form = page.page().selectFirst("form[action^=" + quality + "/users/actions]");
        assertThat(form).as(page.text()).isNotNull();
        form.select("input[type=hidden]:not([name=_csrf])").forEach(input -> {
            fields.add(input.attr("name"));
            fields.add(input.val());
        });
        fields.addAll(Arrays.asList(more));
        return post(quality + "/users/actions" + step, fields.toArray(String[]::new));
    }

    /** @param fields names and values in turn; a name may come again */
    private Answer post(String path, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(browser.token()));
        for (int index = 0; index < fields.length; index += 2) {
            body.append('&').append(encoded(fields[index])).append('=').append(encoded(fields[index + 1]));
        }
        return browser.send(browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> lines(Answer page) {
        return page.page().select(".app-verdicts tbody tr").eachText();
    }

    private String unit() {
        var number = EstablishmentUnitNumber.withCheckDigits(20_000_000 + (int) (System.nanoTime() % 9_000_000))
                .value();
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values (:number, :entity, 'Antenne Nord', 'Rue 1', '5000', 'Namur', now() - interval '1 year')""")
                .param("number", number)
                .param("entity", world.cpas.cpas.id().value())
                .update();
        return number;
    }

    private boolean isUser(Person person) {
        return !standing(person).isEmpty();
    }

    private boolean isBlocked(Person person) {
        return standing(person).stream().anyMatch(standing -> standing.isBlocked());
    }

    private UUID subdivision(Person person) {
        SubdivisionId its = standing(person).get(0).responsibility().subdivision();
        return Objects.requireNonNull(its).value();
    }

    private List<Standing> standing(Person person) {
        return access.standings(world.cpas.socialAction.id(), List.of(person.id()), Instant.now()).stream()
                .filter(held -> held.responsibility().kind() == ResponsibilityKind.USER)
                .toList();
    }

    private List<String> roles(Person person) {
        return access.rights(world.cpas.socialAction.id(), person.id(), Instant.now());
    }

    private String reasonOfLastDecision() {
        return jdbc.sql("select reason from basis where decided_by = :by order by decided_at desc limit 1")
                .param("by", world.cpas.localManager.id().value())
                .query(String.class)
                .single();
    }

    private static String niss(Person person) {
        return person.niss().value();
    }

    private static String day(LocalDate date) {
        return String.valueOf(date.getDayOfMonth());
    }

    private static String month(LocalDate date) {
        return String.valueOf(date.getMonthValue());
    }

    private static String year(LocalDate date) {
        return String.valueOf(date.getYear());
    }
}
