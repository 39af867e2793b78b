package be.designations.casework.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.casework.Attachment;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseStatus;
import be.designations.casework.CaseView;
import be.designations.casework.Comment;
import be.designations.casework.DossierNumber;
import be.designations.casework.Offer;
import be.designations.casework.VersionedDocument;
import be.designations.casework.WorkItem;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.letters.Letter;
import be.designations.letters.Letters;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows dossiers of every kind as callers of the API get them. */
@Component
public class DossierResources {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final CaseDossiers dossiers;
    private final List<CaseDetails<?>> details;
    private final Letters letters;
    private final ObjectMapper json;
    private final Texts texts;

    DossierResources(
            CaseDossiers dossiers, List<CaseDetails<?>> details, Letters letters, ObjectMapper json, Texts texts) {
        this.dossiers = dossiers;
        this.details = List.copyOf(details);
        this.letters = letters;
        this.json = json;
        this.texts = texts;
    }

    /**
     * The fields that every dossier has, then those of its kind; read in one transaction, so that no two of them disagree.
     *
     * @throws be.designations.rules.NotFoundException when there is no such dossier, or not for this reader
     */
    @Transactional(readOnly = true)
    public Map<String, Object> read(Actor reader, DossierNumber number) {
        CaseView view = dossiers.view(reader, number);
        Map<String, Object> fields = json.convertValue(common(view), OBJECT);
        details.stream()
                .filter(own -> own.describes(view))
                .forEach(own -> fields.putAll(json.convertValue(own.of(view, reader), OBJECT)));
        return fields;
    }

    private DossierResource common(CaseView view) {
        DossierNumber number = view.dossier().number();
        WorkItem open = view.openWork();
        return new DossierResource(
                number.value(),
                texts.coded("case-kind", view.dossier().kind().code()),
                view.dossier().version(),
                status(view.status()),
                OrganisationReference.of(view.organisation()),
                view.dossier().openedAt(),
                view.dossier().closedAt(),
                open == null
                        ? null
                        : new DossierResource.OpenWork(
                                texts.coded("work", open.kind().code()),
                                name(view, open.assignee()),
                                name(view, open.inPlaceOf()),
                                open.dueAt()),
                view.possible().stream().map(Offer::code).toList(),
                view.offers().stream().map(offer -> action(number, offer)).toList(),
                view.waits().stream()
                        .map(wait -> new DossierResource.Waiting(
                                view.nameOf(wait.openedBy()),
                                name(view, wait.inPlaceOf()),
                                wait.openedAt(),
                                wait.why(),
                                wait.resolvedAt(),
                                wait.answer()))
                        .toList(),
                view.timeline().stream()
                        .map(entry -> new DossierResource.TimelineLine(
                                entry.at(),
                                texts.coded(entry.at(), entry.event(), view.wordsOf(entry)),
                                name(view, entry.actor()),
                                name(view, entry.inPlaceOf()),
                                entry.reason()))
                        .toList(),
                VersionedDocument.of(view.documents()).stream()
                        .flatMap(document -> versions(view, document))
                        .toList(),
                letters.ofCase(view.dossier().id().value()).stream()
                        .map(letter -> letter(number, letter))
                        .toList(),
                view.comments().stream().map(comment -> comment(view, comment)).toList(),
                view.mails().stream()
                        .map(mail -> new DossierResource.Mail(
                                mail.subject(), mail.recipientName(), mail.created(), mail.sent()))
                        .toList(),
                DossierResource.Links.of(number.value()));
    }

    /** A status as programs and people know it. */
    CodedText status(CaseStatus status) {
        return texts.coded(status.name(), "status." + status.code(), List.of());
    }

    private DossierResource.Action action(DossierNumber number, Offer offer) {
        Rejection refusal = offer.refusal();
        return new DossierResource.Action(
                texts.coded(offer.code(), offer.label(), List.of()),
                offer.isPossible(),
                refusal == null
                        ? null
                        : texts.coded(refusal.code(), refusal.messageKey(), List.copyOf(refusal.arguments())),
                "/api/v1/dossiers/" + number + "/" + (offer.process() == null ? "assignment" : offer.key()));
    }

    private static Stream<DossierResource.DocumentResource> versions(CaseView view, VersionedDocument document) {
        List<Attachment> earlier = document.earlier();
        return Stream.concat(
                Stream.of(document(view, document.current(), document.version(), true)),
                earlier.stream()
                        .map(file -> document(view, file, document.version() - 1 - earlier.indexOf(file), false)));
    }

    private DossierResource.LetterResource letter(DossierNumber number, Letter letter) {
        return new DossierResource.LetterResource(
                letter.reference(),
                texts.coded("letters.kind", letter.kind().code()),
                letter.language().code(),
                letter.code().toString(),
                letter.digest(),
                letter.madeAt(),
                "/api/v1/dossiers/" + number + "/letters/" + letter.number());
    }

    private static DossierResource.CommentResource comment(CaseView view, Comment comment) {
        return new DossierResource.CommentResource(
                comment.id().value(),
                view.nameOf(comment.author()),
                name(view, comment.inPlaceOf()),
                comment.side(),
                comment.internal(),
                comment.words(),
                comment.mentioned().stream().map(view::nameOf).sorted().toList(),
                comment.writtenAt(),
                comment.withdrawnAt());
    }

    private static DossierResource.DocumentResource document(
            CaseView view, Attachment file, int version, boolean latest) {
        return new DossierResource.DocumentResource(
                file.id().value(),
                file.fileName(),
                file.kind().name(),
                file.size(),
                view.nameOf(file.addedBy()),
                file.addedAt(),
                version,
                latest,
                !view.unsent().contains(file.id()),
                file.removedAt(),
                file.removedAt() == null ? "/api/v1/documents/" + file.id() : null);
    }

    private static @Nullable String name(CaseView view, @Nullable PersonId person) {
        return person == null ? null : Objects.requireNonNull(view.nameOf(person));
    }
}
