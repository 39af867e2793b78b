package be.designations.principalmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Contact;
import be.designations.casework.CaseId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may become principal access manager, who may verify a mandate, and when two names are one. */
class PrincipalManagerPoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonId REQUESTER = PersonId.random();
    private static final PersonId PROPOSED = PersonId.random();

    @Test
    void somebody_else_of_support_verifies() {
        assertThat(FourEyesPolicy.check(request(), PersonId.random(), false, false))
                .isEmpty();
    }

    @Test
    void whoever_asks_is_proposed_or_holds_something_there_does_not_verify() {
        assertThat(FourEyesPolicy.check(request(), REQUESTER, false, false))
                .map(Rejection::code)
                .contains("principalmanager.verifier-is-requester");
        assertThat(FourEyesPolicy.check(request(), PROPOSED, false, false))
                .map(Rejection::code)
                .contains("principalmanager.verifier-is-proposed");
        assertThat(FourEyesPolicy.check(request(), PersonId.random(), true, false))
                .map(Rejection::code)
                .contains("principalmanager.verifier-is-tied");
        assertThat(FourEyesPolicy.check(request(), PersonId.random(), false, true))
                .map(Rejection::code)
                .contains("principalmanager.verifier-asks-too");
    }

    @Test
    void whoever_is_it_already_or_is_switched_off_does_not_become_it() {
        assertThat(PrincipalManagerPolicy.check(false, false)).isEmpty();
        assertThat(PrincipalManagerPolicy.check(false, true))
                .extracting(Rejection::code)
                .containsExactly("principalmanager.is-already");
        assertThat(PrincipalManagerPolicy.check(true, true))
                .extracting(Rejection::code)
                .containsExactly("principalmanager.person-disabled");
    }

    @ParameterizedTest
    @EnumSource(RelationshipCategory.class)
    void only_staff_manages_an_entity(RelationshipCategory category) {
        boolean staff = category == RelationshipCategory.OFFICIAL || category == RelationshipCategory.PERMANENT;

        assertThat(PrincipalManagerPolicy.check(new Tie(category, null), TODAY).isEmpty())
                .isEqualTo(staff);
    }

    @Test
    void a_tie_may_end_today_but_not_before() {
        assertThat(PrincipalManagerPolicy.check(new Tie(RelationshipCategory.OFFICIAL, TODAY), TODAY))
                .isEmpty();
        assertThat(PrincipalManagerPolicy.check(new Tie(RelationshipCategory.OFFICIAL, TODAY.minusDays(1)), TODAY))
                .extracting(Rejection::code)
                .containsExactly("principalmanager.tie-ends-in-the-past");
    }

    @ParameterizedTest
    @EnumSource(Recognition.class)
    void only_silence_of_the_register_makes_the_process_wait(Recognition recognition) {
        var expected =
                switch (recognition) {
                    case RECOGNISED -> PrincipalManagerProcess.RegisterAnswer.RECOGNISED;
                    case REGISTER_SILENT -> PrincipalManagerProcess.RegisterAnswer.SILENT;
                    default -> PrincipalManagerProcess.RegisterAnswer.NOT_RECOGNISED;
                };

        assertThat(PrincipalManagerProcess.RegisterAnswer.of(recognition)).isEqualTo(expected);
    }

    private static PrincipalManagerRequest request() {
        return new PrincipalManagerRequest(
                new RequestId(UUID.randomUUID()),
                new CaseId(UUID.randomUUID()),
                OrganisationId.random(),
                REQUESTER,
                Instant.EPOCH,
                new Claim(Ground.NO_EID, "Acte du 1er octobre"),
                PROPOSED,
                null,
                new Contact("direction@alpha.example", "02 123 45 67"),
                null,
                null,
                RequestStatus.AWAITING_VERIFICATION,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }
}
