package be.designations.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessOverview.UserFilter;
import be.designations.insight.AccessOverview.UserLine;
import be.designations.insight.AccessOverview.UserOrder;
import be.designations.insight.AccessOverview.UserPage;
import be.designations.insight.AccessOverview.UserState;
import be.designations.insight.AccessPages;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The users of a quality: found, sorted and paged by index, however many they are. */
class UserListIT extends WholeApplication {

    @Autowired
    AccessPages pages;

    CpasWorld world;

    @BeforeEach
    void aCpasWithItsPeople() {
        world = worlds.cpas();
    }

    @Test
    void five_thousand_users_take_as_many_statements_as_ten() {
        var reader = CpasWorld.as(world.principalManager);
        users(9, "few");
        UserFilter narrow =
                new UserFilter("marie", null, "SOCIAL_WORKER", UserState.ACTIVE, UserOrder.SINCE, true, 100, null);
        int withTen = StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), UserFilter.ALL));
        int narrowed = StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), narrow));
        users(4_990, "many");

        assertThat(StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), UserFilter.ALL)))
                .isEqualTo(withTen)
                .isPositive()
                .isLessThanOrEqualTo(18);
        assertThat(StatementCount.of(() -> pages.quality(reader, world.socialAction.id(), narrow)))
                .isEqualTo(narrowed);
        assertThat(page(UserFilter.ALL).total()).isEqualTo(5_000);
        assertThat(pages(UserFilter.ALL)).hasSize(5_000).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"NAME, false", "NAME, true", "SINCE, false", "SINCE, true"})
    void pages_lead_forth_and_back_over_equal_names_and_days(UserOrder order, boolean descending) {
        users(129, "same");
        UserFilter filter = new UserFilter("", null, null, UserState.ANY, order, descending, 25, null);

        List<UUID> forth = pages(filter);

        assertThat(forth).hasSize(130).doesNotHaveDuplicates();
        assertThat(pages(filter.by(order, !descending))).isEqualTo(reversed(forth));
        UserPage last = page(filter.from(new UserCursor(new PersonId(forth.get(124)), false)));
        assertThat(ids(last)).isEqualTo(forth.subList(125, 130));
        assertThat(last.next()).isNull();
        UserPage before = page(filter.from(last.previous()));
        assertThat(ids(before)).isEqualTo(forth.subList(100, 125));
        UserPage first = page(filter.from(new UserCursor(new PersonId(forth.get(25)), true)));
        assertThat(ids(first)).isEqualTo(forth.subList(0, 25));
        assertThat(first.previous()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yilmaz", "YILMAZ", "Yılmaz élif", "el yil", "  elif  "})
    void names_are_found_by_the_beginnings_of_their_words_without_accents(String typed) {
        Person wanted = user("Élif", "Yılmaz");
        user("Félicie", "Mayil");

        assertThat(ids(page(UserFilter.ALL.typing(typed))))
                .containsExactly(wanted.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "lmaz", "日本", "' or 1=1 --", "\\"})
    void nothing_that_is_typed_is_a_pattern(String typed) {
        user("Élif", "Yılmaz");

        assertThat(page(UserFilter.ALL.typing(typed)).users()).isEmpty();
        assertThat(page(UserFilter.ALL.typing(typed)).total()).isZero();
    }

    @Test
    void shorter_last_names_come_first_and_accents_do_not_count() {
        Person second = user("Zoé", "Émile Adam");
        Person first = user("Zoé", "Emile");
        Person third = user("Anne", "Emiles");

        assertThat(ids(page(UserFilter.ALL.typing("emil"))))
                .containsExactly(
                        first.id().value(), second.id().value(), third.id().value());
    }

    @Test
    void a_new_name_moves_the_user_at_once() {
        Person person = user("Anne", "Zwart");

        worlds.people().rename(person, "Appel");

        assertThat(ids(page(UserFilter.ALL.typing("appel"))))
                .containsExactly(person.id().value());
        assertThat(page(UserFilter.ALL.typing("zwart")).users()).isEmpty();
    }

    @Test
    void the_name_to_sort_by_cannot_be_written_by_hand() {
        Person person = user("Anne", "Zwart");

        jdbc.sql("update responsibility set sort_name = 'a' where person_id = :id")
                .param("id", person.id().value())
                .update();

        assertThat(ids(page(UserFilter.ALL.typing("zwart"))))
                .containsExactly(person.id().value());
    }

    @Test
    void users_are_told_apart_by_what_they_are_and_may() {
        Person blocked = user("Blaise", "Un");
        Person worker = user("Walter", "Deux");
        Person soon = user("Sonia", "Trois");
        Person ended = user("Émile", "Quatre");
        worlds.people().block(blocked);
        world.giveRight(worker, "SOCIAL_WORKER", world.socialAction.id());
        world.giveRight(soon, "UNIQUE_REPORT_STAFF", world.socialAction.id());
        endRight(soon, "now() + interval '29 days'");
        world.giveRight(ended, "SOCIAL_WORKER", world.socialAction.id());
        endRight(ended, "now()");

        assertThat(ids(page(state(UserState.BLOCKED))))
                .containsExactly(blocked.id().value());
        assertThat(ids(page(state(UserState.ACTIVE))))
                .contains(worker.id().value(), soon.id().value())
                .doesNotContain(blocked.id().value());
        assertThat(ids(page(state(UserState.ENDING)))).containsExactly(soon.id().value());
        assertThat(ids(page(new UserFilter("", null, "SOCIAL_WORKER", UserState.ANY, UserOrder.NAME, false, 50, null))))
                .containsExactly(worker.id().value());
    }

    @Test
    void a_line_says_what_operations_on_it_need() {
        UUID subdivision = UUID.randomUUID();
        jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, 'Antenne Nord')")
                .param("id", subdivision)
                .param("quality", world.socialAction.id().value())
                .update();
        Person user = user("Nora", "Nord");
        jdbc.sql("update responsibility set subdivision_id = :subdivision where person_id = :person")
                .param("subdivision", subdivision)
                .param("person", user.id().value())
                .update();
        world.giveRight(user, "SOCIAL_WORKER", world.socialAction.id());
        worlds.people().block(user);

        UserPage inside = page(new UserFilter("", subdivision, null, UserState.ANY, UserOrder.NAME, false, 50, null));

        assertThat(inside.total()).isOne();
        UserLine line = inside.users().get(0);
        assertThat(line.responsibility())
                .isEqualTo(access.responsibilitiesIn(world.socialAction.id(), user.id(), Instant.now())
                        .get(0)
                        .id());
        assertThat(line.subdivision().id()).isEqualTo(subdivision);
        assertThat(line.blocked()).isTrue();
        assertThat(line.blockedSince()).isBefore(Instant.now());
        assertThat(line.rights()).singleElement().satisfies(right -> {
            assertThat(right.roleCode()).isEqualTo("SOCIAL_WORKER");
            assertThat(right.assignment())
                    .isEqualTo(jdbc.sql("select id from role_assignment where person_id = :person")
                            .param("person", user.id().value())
                            .query(UUID.class)
                            .single());
        });
    }

    @Test
    void whoever_was_removed_in_the_meantime_still_marks_the_place() {
        users(60, "same");
        UserFilter filter = new UserFilter("", null, null, UserState.ANY, UserOrder.NAME, false, 25, null);
        List<UUID> all = pages(filter);
        UserCursor next = page(filter).next();
        jdbc.sql("update responsibility set valid_until = now() where person_id = :person and kind = 'USER'")
                .param("person", next.person().value())
                .update();

        assertThat(ids(page(filter.from(next)))).isEqualTo(all.subList(25, 50));
        UserFilter since = filter.by(UserOrder.SINCE, false);
        assertThat(ids(page(since.from(next)))).doesNotContain(next.person().value());
    }

    @Test
    void a_right_alone_makes_no_user() {
        Person stranger = world.person("Serge");
        world.giveRight(stranger, "SOCIAL_WORKER", world.socialAction.id());

        assertThat(pages(UserFilter.ALL)).doesNotContain(stranger.id().value());
    }

    @Test
    void the_page_filters_sorts_and_keeps_all_of_it_in_its_links() {
        users(70, "Peeters");
        Person blocked = user("Blaise", "Peeters");
        worlds.people().block(blocked);
        var browser = browsers.fresh();
        browser.signIn(world.localManager.id());
        browser.follow(browser.get("/"));
        String path = "/qualities/" + world.socialAction.id().value();

        var page = browser.get(path + "?q=peet&state=active&sort=since&order=desc&size=25")
                .page();

        assertThat(page.select("#total").text()).isEqualTo("70 utilisateurs");
        assertThat(page.select("#users tbody tr")).hasSize(25);
        assertThat(page.select("th[aria-sort=descending] a").attr("href"))
                .contains("q=peet", "state=active", "size=25", "sort=since")
                .doesNotContain("order=desc");
        String next = page.select("a[rel=next]").attr("href");
        assertThat(next).contains("q=peet", "state=active", "size=25", "sort=since", "order=desc", "after=");
        assertThat(browser.get(next.replaceFirst("#.*", "")).page().select("#users tbody tr"))
                .hasSize(25);
        assertThat(browser.get(path + "?q=peet&state=blocked").page().select("#users tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("Blaise", "Bloqué"));
        assertThat(browser.get(path + "?size=7&state=x&sort=y&subdivision=z&after=0&before=%20&role=NONE")
                        .text())
                .contains("Aucun utilisateur ne répond à ces critères");
    }

    private UserPage page(UserFilter filter) {
        UserPage page = pages.quality(CpasWorld.as(world.principalManager), world.socialAction.id(), filter)
                .users();
        assertThat(page).isNotNull();
        return page;
    }

    private List<UUID> pages(UserFilter filter) {
        List<UUID> seen = new ArrayList<>();
        UserPage page = page(filter);
        seen.addAll(ids(page));
        while (page.next() != null) {
            page = page(filter.from(page.next()));
            seen.addAll(ids(page));
        }
        return seen;
    }

    private static List<UUID> ids(UserPage page) {
        return page.users().stream().map(line -> line.person().id().value()).toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }

    private static UserFilter state(UserState state) {
        return new UserFilter("", null, null, state, UserOrder.NAME, false, 50, null);
    }

    private Person user(String firstName, String lastName) {
        Person person = worlds.people().rename(world.person(firstName), lastName);
        world.give(person, ResponsibilityKind.USER, world.socialAction.id());
        return person;
    }

    private void endRight(Person person, String at) {
        jdbc.sql("update role_assignment set valid_until = " + at + " where person_id = :person")
                .param("person", person.id().value())
                .update();
    }

    /** Users of one and the same name, known since one of three days, each with a right. */
    private void users(int number, String lastName) {
        jdbc.sql("""
                        with known as (
                            insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
                            select gen_random_uuid(), 'USER', :organisation, :quality, id,
                                   date_trunc('day', now()) - interval '1 day' * (1 + row_number() over () % 3),
                                   (select id from basis limit 1)
                              from unnest(:people) id
                            returning person_id, quality_id, valid_from, basis_id)
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                        select gen_random_uuid(), person_id, 'SOCIAL_WORKER', quality_id, valid_from, basis_id from known""")
                .param("people", worlds.people().crowd(number, lastName).toArray(UUID[]::new))
                .param("organisation", world.cpas.id().value())
                .param("quality", world.socialAction.id().value())
                .update();
    }
}
