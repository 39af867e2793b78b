package be.designations.notification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailDispatchTest {

    private final MailDelivery delivery = mock();
    private final MailDispatch dispatch = new MailDispatch(delivery, mock(), Duration.ofSeconds(10));

    /** What is scheduled is not run again once it threw. */
    @Test
    void an_error_is_not_the_end_of_looking_for_mails() {
        when(delivery.deliverNext()).thenThrow(new NoClassDefFoundError());
        dispatch.start();
        try {
            verify(delivery, timeout(5000).atLeastOnce()).deliverNext();

            assertThatCode(dispatch::sendWhatIsDue).doesNotThrowAnyException();
        } finally {
            dispatch.stop();
        }
    }
}
