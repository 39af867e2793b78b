package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DpdApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final PersonId SOMEBODY = PersonId.random();

    @Test
    void a_draft_is_filled_in_sent_advised_on_approved_and_finished() {
        DpdApplication finished = aDraft().fillIn(FormValues.empty().with("degree", "Master"), null, SOMEBODY, NOW)
                .submit(submission())
                .receiveOpinion(SOMEBODY, NOW)
                .approve(SOMEBODY, NOW)
                .finish(NOW);

        assertThat(finished.status()).isEqualTo(ApplicationStatus.COMPLETED);
        assertThat(finished.version()).isEqualTo(5);
        assertThat(finished.answers().text("degree")).isEqualTo("Master");
    }

    @Test
    void what_was_sent_is_not_filled_in_again() {
        DpdApplication sent = aDraft().submit(submission());

        assertThatThrownBy(() -> sent.fillIn(FormValues.empty(), null, SOMEBODY, NOW))
                .isInstanceOf(StatusChangeRefusedException.class);
    }

    @Test
    void nothing_is_decided_before_the_opinion() {
        DpdApplication sent = aDraft().submit(submission());

        assertThatThrownBy(() -> sent.approve(SOMEBODY, NOW)).isInstanceOf(StatusChangeRefusedException.class);
        assertThatThrownBy(() -> sent.refuse(SOMEBODY, NOW)).isInstanceOf(StatusChangeRefusedException.class);
    }

    @Test
    void nothing_is_withdrawn_after_the_decision() {
        DpdApplication approved =
                aDraft().submit(submission()).receiveOpinion(SOMEBODY, NOW).approve(SOMEBODY, NOW);

        assertThatThrownBy(() -> approved.withdraw(SOMEBODY, NOW)).isInstanceOf(StatusChangeRefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApplicationStatus.class,
            names = {"AWAITING_OPINION", "AWAITING_COMPLETION", "AWAITING_DECISION"})
    void the_cpas_may_withdraw_until_the_decision(ApplicationStatus open) {
        assertThat(open.mayBecome(ApplicationStatus.WITHDRAWN)).isTrue();
        assertThat(ApplicationStatus.OPEN).contains(open);
    }

    @Property
    void nothing_follows_a_last_status(@ForAll ApplicationStatus from, @ForAll ApplicationStatus to) {
        if (from.isLast()) {
            assertThat(from.mayBecome(to)).isFalse();
        }
    }

    @Property
    void every_status_that_is_not_last_leads_somewhere(@ForAll ApplicationStatus from) {
        assertThat(EnumSet.allOf(ApplicationStatus.class).stream().anyMatch(from::mayBecome))
                .isEqualTo(!from.isLast());
    }

    private static DpdApplication aDraft() {
        return DpdApplication.draft(OrganisationId.random(), FormValues.empty(), SOMEBODY, NOW, null, true);
    }

    private static DpdApplication.Submission submission() {
        return new DpdApplication.Submission(
                new CaseId(UUID.randomUUID()), PersonId.random(), SOMEBODY, NOW, BigDecimal.TEN, null, null);
    }
}
