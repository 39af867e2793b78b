package be.designations.notification;

import static be.designations.notification.Detail.APPLICATIONS;
import static be.designations.notification.Detail.CAMPAIGN;
import static be.designations.notification.Detail.CANDIDATE;
import static be.designations.notification.Detail.CHANGE;
import static be.designations.notification.Detail.CPAS;
import static be.designations.notification.Detail.DEADLINE;
import static be.designations.notification.Detail.DEPUTY;
import static be.designations.notification.Detail.DESK;
import static be.designations.notification.Detail.DOSSIER;
import static be.designations.notification.Detail.EFFECTIVE_DATE;
import static be.designations.notification.Detail.ENDING;
import static be.designations.notification.Detail.ENTITY;
import static be.designations.notification.Detail.FORMER_DPD;
import static be.designations.notification.Detail.LAST_DAY;
import static be.designations.notification.Detail.LOCAL_MANAGER;
import static be.designations.notification.Detail.MANAGER;
import static be.designations.notification.Detail.OFFICER;
import static be.designations.notification.Detail.OPINION;
import static be.designations.notification.Detail.PEOPLE;
import static be.designations.notification.Detail.PRINCIPAL;
import static be.designations.notification.Detail.PRINCIPAL_MANAGER;
import static be.designations.notification.Detail.QUALITY;
import static be.designations.notification.Detail.QUESTIONS;
import static be.designations.notification.Detail.REASON;
import static be.designations.notification.Detail.REQUESTER;
import static be.designations.notification.Detail.RESPONSIBILITY;
import static be.designations.notification.Detail.SUBDIVISION;
import static be.designations.notification.Detail.TASK;
import static be.designations.notification.Detail.TIE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Why a mail is sent. Each kind names the details without which it cannot be written. */
public enum NotificationKind {
    /** To the CPAS: its application has arrived. */
    DPD_APPLICATION_RECEIVED(CPAS, CANDIDATE),
    /** To BCSS: a new dossier waits for its opinion. */
    DPD_OPINION_ASKED(CPAS, CANDIDATE, DEADLINE),
    /** To the CPAS: BCSS has questions. */
    DPD_COMPLETION_ASKED(CPAS, CANDIDATE, QUESTIONS, DEADLINE),
    /** To BCSS: the CPAS has answered. */
    DPD_FILE_COMPLETED(CPAS, CANDIDATE, DEADLINE),
    /** To the CPAS and SPP IS: the opinion is given and the register adapted (S002, step 4). */
    DPD_OPINION_GIVEN(CPAS, CANDIDATE, OPINION, REASON),
    /** To the CPAS: SPP IS refuses, with its reason (S002, step 5). */
    DPD_REFUSED(CPAS, CANDIDATE, REASON),
    /** To the CPAS: SPP IS approves. */
    DPD_APPROVED(CPAS, CANDIDATE, QUALITY, EFFECTIVE_DATE),
    /** To the CPAS and BCSS: the file was not completed in time (D14). */
    DPD_LAPSED(CPAS, CANDIDATE, DEADLINE),
    /** To BCSS and SPP IS: the CPAS takes its application back. */
    DPD_WITHDRAWN(CPAS, CANDIDATE),
    /** To the principal access manager: the local manager is not to be changed any more, a newer mandate has taken the place of that one. */
    DPD_CHANGE_SUPERSEDED(CPAS, QUALITY, CANDIDATE, OFFICER),
    /** To the principal access manager: the local manager may now be changed (S002, step 6). */
    LOCAL_MANAGER_CHANGE_ASKED(ENTITY, QUALITY, LOCAL_MANAGER, DEADLINE),
    /** To the former local manager. */
    LOCAL_MANAGER_ENDED(ENTITY, QUALITY, EFFECTIVE_DATE),
    /** To the new local manager. */
    LOCAL_MANAGER_DESIGNATED(ENTITY, QUALITY, EFFECTIVE_DATE),
    /** To the mailbox of the quality. */
    LOCAL_MANAGER_CHANGED(ENTITY, QUALITY, LOCAL_MANAGER, EFFECTIVE_DATE),
    /** To the principal access manager and the person: nothing had to change (D17). */
    LOCAL_MANAGER_CONFIRMED(ENTITY, QUALITY, LOCAL_MANAGER),
    /** To whoever is mentioned: somebody wrote a comment on a dossier; not what it says (D89). */
    COMMENT_MENTION(),
    /** Half of the time for a task is over (D14). */
    WORK_ITEM_REMINDER(TASK, DEADLINE),
    /** The time for a task is over (D14). */
    WORK_ITEM_OVERDUE(TASK, DEADLINE),
    /** To a colleague: work is handed to them (D74). */
    WORK_HANDED_OVER(false, MANAGER, TASK),
    /** To the head of a desk: the time for a task of it is over (D78). */
    WORK_ITEM_LATE_AT_DESK(TASK, DEADLINE),
    /** To SPP IS, BCSS and the principal access manager: the quality is without DPD (D8). */
    MANDATE_WITHOUT_SUCCESSOR(CPAS, QUALITY, FORMER_DPD, LAST_DAY),
    /** To the CPAS, those who manage it, the officer and the desks: a mandate ends, or has ended. */
    MANDATE_END_TOLD(CPAS, OFFICER, CHANGE, LAST_DAY),
    /** To the same: SPP IS ends it, with its reason (D93). */
    MANDATE_APPROVAL_WITHDRAWN(CPAS, OFFICER, LAST_DAY, REASON),
    /** To the principal access manager: the local manager is not to be changed any more. */
    MANDATE_CHANGE_STOPPED(CPAS, QUALITY, OFFICER, CHANGE),
    /** To the CPAS, the officer and SPP IS: a mandate will end by its date (D94). */
    MANDATE_ENDING(false, ENTITY, OFFICER, LAST_DAY),
    /** To SPP IS: a CPAS asks that a mandate go on (D95). */
    MANDATE_EXTENSION_ASKED(CPAS, OFFICER, LAST_DAY, REASON, DEADLINE),
    /** To the CPAS and the officer: the mandate goes on. */
    MANDATE_EXTENDED(CPAS, OFFICER, LAST_DAY),
    /** To the CPAS and the officer: it does not, with the reason and the last day that stays. */
    MANDATE_EXTENSION_REFUSED(CPAS, OFFICER, LAST_DAY, REASON),
    /** To the CPAS, those who manage it, the person, the officer and the desks: somebody assists the officer, or stands in for them (D100). */
    ASSISTANCE_NAMED(CPAS, PEOPLE, RESPONSIBILITY, EFFECTIVE_DATE),
    /** To the same: that ends, or has ended. */
    ASSISTANCE_ENDED(CPAS, PEOPLE, RESPONSIBILITY, CHANGE),
    /** To the CPAS, those who manage it, the person and SPP IS: an interim will end by its date. */
    ASSISTANCE_ENDING(CPAS, PEOPLE, RESPONSIBILITY, LAST_DAY),
    /** To all of them: an interim has ended and the CPAS has no officer. */
    ASSISTANCE_WITHOUT_OFFICER(CPAS, PEOPLE, RESPONSIBILITY, LAST_DAY),
    /** To the legal representatives: the principal access manager is to be replaced (D14). */
    PRINCIPAL_MANAGER_REPLACEMENT_ASKED(ENTITY, RESPONSIBILITY, PEOPLE, TIE, LAST_DAY, DEADLINE),
    /** To the legal representatives: a manager is to be replaced, and nobody manages the entity (D14). */
    REPLACEMENT_UNMANAGED(ENTITY, RESPONSIBILITY, PEOPLE, TIE, LAST_DAY, DEADLINE),
    /** To support and the mailbox of the entity: a manager is to be replaced, and nobody represents the entity. */
    REPLACEMENT_UNREPRESENTED(ENTITY, RESPONSIBILITY, PEOPLE, TIE, LAST_DAY),
    /** To support, for information: the entity has not replaced a manager in time (D14). */
    REPLACEMENT_OVERDUE(ENTITY, RESPONSIBILITY, PEOPLE, TASK, DEADLINE),
    /** To those who manage the entity: a manager is to be replaced (D14). */
    MANAGER_REPLACEMENT_ASKED(ENTITY, RESPONSIBILITY, PEOPLE, TIE, LAST_DAY, DEADLINE),
    /** To the new principal access manager: what they are now and what to do (S003). */
    PRINCIPAL_MANAGER_DESIGNATED(ENTITY, MANAGER, EFFECTIVE_DATE),
    /** To whoever asked: the manager is designated. */
    PRINCIPAL_MANAGER_REQUEST_DONE(ENTITY, PRINCIPAL_MANAGER, EFFECTIVE_DATE),
    /** To the mailbox of the entity: it has a principal access manager, or another one. */
    PRINCIPAL_MANAGER_CHANGED(ENTITY, PRINCIPAL_MANAGER, MANAGER, EFFECTIVE_DATE),
    /** To whoever asked: the register of enterprises does not answer, the request waits for it. */
    PRINCIPAL_MANAGER_WAITING(ENTITY, PRINCIPAL_MANAGER),
    /** To whoever asked: the register of enterprises answered, and does not recognise them. */
    PRINCIPAL_MANAGER_NOT_RECOGNISED(ENTITY, PRINCIPAL_MANAGER, REASON),
    /** To whoever asked: somebody else was designated meanwhile. */
    PRINCIPAL_MANAGER_OVERTAKEN(ENTITY, PRINCIPAL_MANAGER, MANAGER, EFFECTIVE_DATE),
    /** To whoever asked: what was declared of the person holds no longer, nobody is designated. */
    PRINCIPAL_MANAGER_LAPSED(ENTITY, PRINCIPAL_MANAGER),
    /** To whoever asked: support verifies the mandate. */
    MANDATE_REQUEST_RECEIVED(ENTITY, PRINCIPAL_MANAGER),
    /** To support: a mandate is to be verified. */
    MANDATE_VERIFICATION_ASKED(ENTITY, REQUESTER, DEADLINE),
    /** To the entity and its principal access manager: somebody claims to represent it. */
    MANDATE_CLAIMED(ENTITY, REQUESTER),
    /** To whoever asked: support refuses, with its reason. */
    MANDATE_REFUSED(ENTITY, PRINCIPAL_MANAGER, REASON),
    /** To support: whoever asked takes it back. */
    MANDATE_REQUEST_WITHDRAWN(ENTITY, REQUESTER),
    /** To the person: a working relationship ends, or has ended. */
    RELATIONSHIP_ENDED(false, ENTITY, TIE, LAST_DAY),
    /** To those who manage what rests on it: a working relationship ends, or has ended. */
    RELATIONSHIP_ENDED_TOLD(ENTITY, PEOPLE, TIE, LAST_DAY),
    /** To the person: a manager noted that they work for the entity. */
    RELATIONSHIP_ADDED(false, ENTITY, TIE, MANAGER, EFFECTIVE_DATE),
    /** To the person: a working relationship goes on for longer. */
    RELATIONSHIP_EXTENDED(false, ENTITY, TIE, LAST_DAY, MANAGER),
    /** To SPP IS, BCSS and those who manage the CPAS: its data protection officer is not tied to it any more (D8). */
    OFFICER_WITHOUT_TIE(false, ENTITY, QUALITY, FORMER_DPD, LAST_DAY),
    /** To those who manage the quality: somebody asks for a right. */
    RIGHT_REQUESTED(ENTITY, QUALITY, APPLICATIONS, REQUESTER, REASON, DEADLINE),
    /** To whoever asked: the right is granted. */
    RIGHT_REQUEST_GRANTED(ENTITY, QUALITY, APPLICATIONS, MANAGER),
    /** To whoever asked: it is refused, with the reason. */
    RIGHT_REQUEST_REFUSED(ENTITY, QUALITY, APPLICATIONS, MANAGER, REASON),
    /** To whoever asked: they had the right already. */
    RIGHT_REQUEST_NEEDLESS(ENTITY, QUALITY, APPLICATIONS, MANAGER),
    /** To those who manage a quality: its rights are to be confirmed or taken back. */
    REVIEW_ASKED(ENTITY, QUALITY, CAMPAIGN, DEADLINE, LAST_DAY, CHANGE, REASON),
    /** To the person: a manager took rights back in a review. */
    REVIEW_TAKEN_BACK(false, ENTITY, QUALITY, APPLICATIONS, CAMPAIGN, MANAGER, EFFECTIVE_DATE, REASON),
    /** To the person: rights ended because nobody had confirmed them. */
    REVIEW_NOT_CONFIRMED(false, ENTITY, QUALITY, APPLICATIONS, CAMPAIGN, EFFECTIVE_DATE),
    /** To whoever started a campaign: what came of it. */
    REVIEW_CLOSED(false, CAMPAIGN, CHANGE),
    /** To the person: a manager made them something. */
    RESPONSIBILITY_GIVEN(false, ENTITY, RESPONSIBILITY, MANAGER, EFFECTIVE_DATE),
    /** To the person: they are it no longer. */
    RESPONSIBILITY_ENDED(false, ENTITY, RESPONSIBILITY, MANAGER, EFFECTIVE_DATE),
    /** To the person: it gives nothing until further notice (D6). */
    RESPONSIBILITY_BLOCKED(false, ENTITY, RESPONSIBILITY, MANAGER, EFFECTIVE_DATE),
    /** To the person: it gives again what it gave. */
    RESPONSIBILITY_UNBLOCKED(false, ENTITY, RESPONSIBILITY, MANAGER, EFFECTIVE_DATE),
    /** To the user: applications were added. */
    RIGHTS_GIVEN(false, ENTITY, QUALITY, APPLICATIONS, MANAGER, EFFECTIVE_DATE),
    /** To the user: a right goes on for longer. */
    RIGHTS_EXTENDED(false, ENTITY, QUALITY, APPLICATIONS, MANAGER, EFFECTIVE_DATE, LAST_DAY),
    /** To the person: rights or relationships end soon (D41). */
    ACCESS_ENDING(false, ENTITY, ENDING),
    /** To those who manage them: rights or relationships end soon (D41). */
    ACCESS_ENDING_TOLD(false, ENTITY, ENDING),
    /** To the user: applications were removed. */
    RIGHTS_ENDED(false, ENTITY, QUALITY, APPLICATIONS, MANAGER, EFFECTIVE_DATE),
    /** To the user: they are in another subdivision, or in none. */
    SUBDIVISION_CHANGED(false, ENTITY, QUALITY, SUBDIVISION, MANAGER, EFFECTIVE_DATE),
    /** To another manager or a mailbox: something was changed in what they manage. */
    ACCESS_CHANGED(false, ENTITY, CHANGE, MANAGER, EFFECTIVE_DATE),
    /** To both: one works in the place of the other (D81). */
    DEPUTY_NAMED(false, ENTITY, RESPONSIBILITY, PRINCIPAL, DEPUTY, EFFECTIVE_DATE, LAST_DAY),
    /** To both: no longer, before its time. */
    DEPUTATION_ENDED(false, ENTITY, RESPONSIBILITY, PRINCIPAL, DEPUTY, EFFECTIVE_DATE, MANAGER),
    /** To both: its last day is past. */
    DEPUTATION_OVER(false, ENTITY, RESPONSIBILITY, PRINCIPAL, DEPUTY, LAST_DAY),
    /** To both organisations, their people at the desk, the other desk and support: the desk goes to another organisation (D18). */
    DESK_TAKEOVER_ANNOUNCED(false, DESK, ENTITY, EFFECTIVE_DATE),
    /** To the same: it does not. */
    DESK_TAKEOVER_WITHDRAWN(false, DESK, ENTITY, EFFECTIVE_DATE),
    /** To the same: it has, with the dossiers under way. */
    DESK_TAKEN_OVER(false, DESK, ENTITY, EFFECTIVE_DATE),
    /** To the address that a person had: their contact data were changed. */
    CONTACT_CHANGED(false);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, which the checker cannot see
    private final Set<Detail> required;

    NotificationKind(Detail... required) {
        this(true, required);
    }

    /** @param inDossier whether the mail tells of a dossier: then its number is among the details, subjects start with it */
    NotificationKind(boolean inDossier, Detail... required) {
        EnumSet<Detail> all = inDossier ? EnumSet.of(DOSSIER) : EnumSet.noneOf(Detail.class);
        all.addAll(List.of(required));
        this.required = Collections.unmodifiableSet(all);
    }

    /** @throws IllegalArgumentException when there is none of that code */
    static NotificationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As in message keys and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The details without which the mail cannot be written. */
    public Set<Detail> required() {
        return required;
    }
}
