package be.designations.principalmanager;

import be.designations.casework.Attachment;
import be.designations.casework.Attachments;
import be.designations.casework.TimelineEntry;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.notification.SentMail;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads of dossiers what each reader may see. */
@Service
@Transactional(readOnly = true)
public class DesignationDossiers {

    private final PrincipalManagerAccess access;
    private final Nominees nominees;
    private final Incumbents incumbents;
    private final Attachments attachments;
    private final Directory directory;

    DesignationDossiers(
            PrincipalManagerAccess access,
            Nominees nominees,
            Incumbents incumbents,
            Attachments attachments,
            Directory directory) {
        this.access = access;
        this.nominees = nominees;
        this.incumbents = incumbents;
        this.attachments = attachments;
        this.directory = directory;
    }

    public DesignationDossier view(Actor reader, PrincipalManagerRequest request) {
        PersonId former = request.formerManager();
        Person manager = directory.person(request.manager());
        return new DesignationDossier(
                request,
                manager,
                access.seesFullName(reader, request) ? manager.displayName() : named(request, manager),
                access.isSupport(reader) && request.status().isOpen()
                        ? nominees.mismatch(request).orElse(null)
                        : null,
                directory.person(request.requestedBy()),
                former == null ? null : directory.person(former),
                seesIncumbent(reader, request)
                        ? incumbents.principalManager(request.organisation()).orElse(null)
                        : null,
                access.seesPapers(reader, request));
    }

    private static String named(PrincipalManagerRequest request, Person manager) {
        String typed = request.named();
        return typed == null ? manager.displayName() : typed;
    }

    /** Whoever was overtaken is told by whom (they were recognised before); the others see it where they are something. */
    private boolean seesIncumbent(Actor reader, PrincipalManagerRequest request) {
        return access.isSupport(reader)
                || (request.status() == RequestStatus.OVERTAKEN && request.registerAnswer() == Recognition.RECOGNISED);
    }

    /** To whoever asked only what was written to them: the other mails name who manages the entity. */
    List<SentMail> mails(Actor reader, PrincipalManagerRequest request, List<SentMail> all) {
        if (!access.seesPapers(reader, request)) {
            return List.of();
        }
        String requester = directory.person(request.requestedBy()).email();
        return access.isSupport(reader)
                ? all
                : all.stream()
                        .filter(mail -> mail.address().equals(requester)
                                || mail.address().equals(request.contact().email()))
                        .toList();
    }

    /** Reasons are for those who see the papers. */
    List<TimelineEntry> timeline(Actor reader, PrincipalManagerRequest request, List<TimelineEntry> all) {
        return access.seesPapers(reader, request)
                ? all
                : all.stream()
                        .map(entry -> new TimelineEntry(
                                entry.at(),
                                entry.event(),
                                entry.actor(),
                                entry.organisation(),
                                null,
                                entry.inPlaceOf()))
                        .toList();
    }

    List<Attachment> documents(Actor reader, PrincipalManagerRequest request) {
        return access.seesPapers(reader, request) ? attachments.of(request.id().value()) : List.of();
    }
}
