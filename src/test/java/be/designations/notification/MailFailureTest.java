package be.designations.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer of a mail server, in one of a few words. */
class MailFailureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <nobody@example.be>: Recipient address rejected: User unknown | UNKNOWN_MAILBOX",
                "550 mailbox unavailable | UNKNOWN_MAILBOX",
                "550-5.1.1 The email account that you tried to reach does not exist | UNKNOWN_MAILBOX",
                "553 5.1.2 no such domain | UNKNOWN_MAILBOX",
                "550 No such user here | UNKNOWN_MAILBOX",
                "552 5.2.2 Mailbox full | MAILBOX_FULL",
                "452 4.2.2 The recipient is over quota | MAILBOX_FULL",
                "550 5.7.1 Message rejected due to policy | REFUSED",
                "554 5.7.1 Relay access denied | REFUSED",
                "552 5.3.4 Message too big | REFUSED",
                "550 rejected | REFUSED",
                "451 4.7.1 Greylisting in action, please come back later | BUSY",
                "421 Too many connections | BUSY",
                "Connection reset | NO_CONNECTION"
            })
    void an_answer_says_what_is_wrong(String answer, MailFailure failure) {
        assertThat(MailFailure.of(new SendFailedException("Invalid Addresses", new MessagingException(answer))))
                .isEqualTo(failure);
    }

    @Test
    void what_is_no_answer_is_told_by_what_it_is() {
        assertThat(MailFailure.of(new MailServerSilentException(new ConnectException("refused"))))
                .isEqualTo(MailFailure.NO_CONNECTION);
        assertThat(MailFailure.of(new MailServerSilentException(new AuthenticationFailedException("535"))))
                .isEqualTo(MailFailure.SIGN_IN_REFUSED);
        assertThat(MailFailure.of(new AddressException("Missing final '@domain'")))
                .isEqualTo(MailFailure.ADDRESS_UNREADABLE);
        assertThat(MailFailure.of(new IllegalArgumentException("no detail"))).isEqualTo(MailFailure.OTHER);
    }
}
