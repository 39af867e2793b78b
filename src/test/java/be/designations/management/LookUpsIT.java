package be.designations.management;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.identifier.Niss;
import be.designations.rules.RejectedException;
import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks people up by their number leaves a trace each time, and has few misses. <i>Source: D32.</i> */
class LookUpsIT extends WholeApplication {

    @Autowired
    private Users users;

    @Autowired
    private Managers managers;

    private ManagedWorld world;
    private QualityId social;
    private Actor manager;

    @BeforeEach
    void aManager() {
        world = worlds.managed();
        social = world.cpas.socialAction.id();
        manager = as(world.cpas.localManager);
    }

    @Test
    void after_ten_misses_no_number_is_looked_up_for_an_hour() {
        for (int i = 0; i < LookUps.MOST_MISSES; i++) {
            Niss nobodys = nobodys(i);
            assertThat(code(() -> users.candidate(manager, social, nobodys))).isEqualTo("management.niss-unknown");
        }

        assertThat(code(() -> users.candidate(manager, social, world.colleague.niss())))
                .as("the right number, too")
                .isEqualTo("management.too-many-look-ups");
        assertThat(code(() -> managers.candidate(manager, Post.coLocalManager(social), world.colleague.niss())))
                .as("for another purpose, too")
                .isEqualTo("management.too-many-look-ups");
        assertThat(code(() -> users.add(manager, social, newUser(world.colleague.niss()))))
                .as("and without the look before")
                .isEqualTo("management.too-many-look-ups");
        assertThat(users.candidate(as(world.coLocalManager), social, world.colleague.niss())
                        .name())
                .as("somebody else")
                .isEqualTo(world.colleague.displayName());

        var refused = api.as(world.cpas.localManager)
                .post(
                        "/api/v1/qualities/" + social.value() + "/co-managers/candidates",
                        "{'niss': '" + world.colleague.niss().value() + "'}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/code")).isEqualTo("management.too-many-look-ups");
        assertThat(refused.header("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Integer.parseInt(wait)).isBetween(3500, 3600));

        jdbc.sql("update look_up set at = at - interval '1 hour' where by_person = :by")
                .param("by", manager.person().value())
                .update();
        assertThat(users.candidate(manager, social, world.colleague.niss()).name())
                .isEqualTo(world.colleague.displayName());
    }

    @Test
    void adding_and_designating_count_what_misses() {
        for (int i = 0; i < LookUps.MOST_MISSES; i += 2) {
            Niss nobodys = nobodys(i);
            assertThat(code(() -> users.add(manager, social, newUser(nobodys)))).isEqualTo("management.niss-unknown");
            assertThat(code(() -> managers.designate(
                            manager, Post.coLocalManager(social), new Designation(nobodys, null, false, null, null))))
                    .isEqualTo("management.niss-unknown");
        }

        assertThat(code(() -> users.candidate(manager, social, world.colleague.niss())))
                .isEqualTo("management.too-many-look-ups");
    }

    @Test
    void each_miss_is_in_the_log_without_the_number_and_counts_though_the_operation_failed() {
        Niss nobodys = nobodys(0);
        assertThat(code(() -> users.candidate(manager, social, nobodys))).isEqualTo("management.niss-unknown");

        assertThat(jdbc.sql("""
                        select operation || ' ' || subject_id || coalesce(after::text, '') from audit_event
                         where actor_person = :by""")
                        .param("by", manager.person().value())
                        .query(String.class)
                        .list())
                .containsExactly("management.look-up-missed " + manager.person());
        assertThat(jdbc.sql("select count(*) from look_up where by_person = :by and not found")
                        .param("by", manager.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_may_add_nobody_there_looks_nobody_up() {
        Actor foreign = as(worlds.managed().cpas.localManager);

        assertThatThrownBy(() -> users.candidate(foreign, social, nobodys(0))).isNotInstanceOf(RejectedException.class);
        assertThat(jdbc.sql("select count(*) from look_up where by_person = :by")
                        .param("by", foreign.person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static NewUser newUser(Niss niss) {
        return new NewUser(niss, null, null, null, null, Set.of(), Set.of(), false);
    }

    private static Niss nobodys(int number) {
        return Niss.withCheckDigits(LocalDate.of(1985, 7, 30).plusDays(number), 904);
    }

    private static String code(ThrowingCallable operation) {
        var rejected = org.assertj.core.api.Assertions.catchThrowableOfType(RejectedException.class, operation);
        return rejected.rejections().get(0).code();
    }
}
