package be.designations.casework.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.casework.Side;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier as one of its readers sees it; each kind has fields of its own beside these. */
@Schema(name = "Dossier")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierResource(
        @Schema(example = "DPD-2026-00001") String number,
        CodedText kind,

        @Schema(
                description = "Counts the changes; send it with a step to be told when somebody was faster",
                example = "2")
        int version,

        CodedText status,
        OrganisationReference organisation,
        Instant openedAt,
        @Nullable Instant closedAt,

        @Nullable @Schema(description = "The work at which it waits; absent when it waits for nobody")
        OpenWork openWork,

        @Schema(description = "The codes of the steps that you may take now")
        List<String> allowedActions,

        @Schema(description = "Everything that can be done with it, and why you may not")
        List<Action> actions,

        @Schema(description = "When it waited for the other side")
        List<Waiting> completionRequests,

        List<TimelineLine> timeline,
        List<DocumentResource> documents,

        @Schema(description = "What was told on paper, the first first")
        List<LetterResource> letters,

        @Schema(description = "What was said about it: to everybody who sees it, and what your side keeps to itself")
        List<CommentResource> comments,

        List<Mail> mails,
        Links links) {

    @Schema(name = "DossierOpenWork")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenWork(
            CodedText kind,

            @Nullable @Schema(description = "Who has taken it; absent when nobody has")
            String assignee,

            @Nullable @Schema(description = "As whose deputy; absent when it was taken in one's own name")
            String inPlaceOf,

            @Schema(description = "End of the last working day for it")
            Instant dueAt) {}

    @Schema(name = "DossierAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            @Schema(description = "The step, with the words of its button")
            CodedText step,

            @Schema(description = "Whether you may take it now")
            boolean possible,

            @Nullable @Schema(description = "Why you may not; absent when nobody can now")
            CodedText reason,

            @Schema(description = "Where it is done", format = "uri-reference")
            String href) {}

    @Schema(name = "DossierCompletionRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            String askedBy,

            @Nullable @Schema(description = "Whose deputy that was; absent when it was done in one's own name")
            String inPlaceOf,

            Instant askedAt,
            String questions,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    @Schema(name = "DossierTimelineEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelineLine(
            Instant at,
            CodedText event,

            @Nullable @Schema(description = "Who did it; absent for a deadline and for the process itself")
            String by,

            @Nullable @Schema(description = "Whose deputy that was; absent when it was done in one's own name")
            String inPlaceOf,

            @Nullable String reason) {}

    @Schema(name = "Document")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentResource(
            UUID id,
            @Schema(example = "diplome.pdf") String fileName,
            String kind,
            @Schema(description = "Bytes") int size,
            String addedBy,
            Instant addedAt,

            @Schema(description = "Which version of the document of that name it is", example = "1")
            int version,

            @Schema(description = "Whether it is the version that counts")
            boolean latest,

            @Schema(description = "False while only those who file see it: it goes with what they send next")
            boolean sent,

            @Nullable @Schema(description = "Since when its content is gone, its retention period being over")
            Instant removedAt,

            @Nullable
            @Schema(description = "Where its content is read; absent once it is gone", format = "uri-reference")
            String href) {}

    @Schema(name = "DossierLetter")
    record LetterResource(
            @Schema(description = "Numbers of the dossier and of the letter", example = "DPD-2026-00001/2")
            String reference,

            CodedText kind,
            @Schema(example = "fr") String language,

            @Schema(description = "By which anybody checks it", example = "7K3F-9QXM-2B4T-HV8N-C5RW")
            String checkCode,

            @Schema(description = "SHA-256 of its file, in hexadecimal")
            String sha256,

            Instant madeAt,

            @Schema(description = "Where its PDF is read", format = "uri-reference")
            String href) {}

    @Schema(name = "DossierComment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommentResource(
            UUID id,
            String by,

            @Nullable @Schema(description = "Whose deputy that was; absent when it was said in one's own name")
            String inPlaceOf,

            @Schema(description = "Where its author works", example = "BCSS")
            Side side,

            @Schema(description = "Whether only that side reads it")
            boolean internal,

            @Nullable @Schema(description = "Absent once it was withdrawn")
            String words,

            @Schema(description = "Who was told of it by mail")
            List<String> mentioned,

            Instant writtenAt,
            @Nullable Instant withdrawnAt) {}

    @Schema(name = "DossierMail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mail(
            String subject,
            String recipient,
            Instant createdAt,

            @Nullable @Schema(description = "When the mail server took it; absent as long as it did not")
            Instant sentAt) {}

    /**
     * Where it is read.
     *
     * @param self by programs
     * @param page by people
     */
    @Schema(name = "DossierLinks")
    record Links(
            @Schema(format = "uri-reference") String self,
            @Schema(format = "uri-reference") String page) {

        static Links of(String number) {
            return new Links("/api/v1/dossiers/" + number, "/cases/" + number);
        }
    }
}
