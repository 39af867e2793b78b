package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.ResponsibilityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes the mandates that have reached their end. Where nobody follows, SPP IS, BCSS and the principal access manager
 * are told that the quality is without a data protection officer; nothing is switched off (D8).
 */
@Service
public class MandateExpiry {

    private final DpdRegister register;
    private final DpdMails mails;
    private final AccessModel access;
    private final AuditLog audit;
    private final Clock clock;

    MandateExpiry(DpdRegister register, DpdMails mails, AccessModel access, AuditLog audit, Clock clock) {
        this.register = register;
        this.mails = mails;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static RecurringJob mandateExpiryJob(MandateExpiry expiry) {
        return new RecurringJob("mandate-expiry", Duration.ofMinutes(15), expiry::noteExpired);
    }

    /** Each mandate is noted once. */
    @Transactional
    public void noteExpired() {
        Instant now = clock.instant();
        for (Mandate expired : register.noteExpired(now)) {
            audit.record(AuditEvent.of("dpd.mandate-expired", "dpd-mandate", expired.id()));
            if (register.runningMandate(expired.organisation(), now).isEmpty()) {
                mails.withoutSuccessor(
                        expired, access.holders(expired.organisation(), ResponsibilityKind.ENTITY_MANAGERS, now));
            }
        }
    }
}
