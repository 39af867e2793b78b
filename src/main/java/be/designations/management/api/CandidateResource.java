package be.designations.management.api;

import be.designations.api.CodedText;
import be.designations.api.Issue;
import be.designations.api.Issues;
import be.designations.api.Texts;
import be.designations.management.Candidate;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is to be known before somebody is designated or added; the number that was sent is not repeated. */
@Schema(name = "ManagementCandidate")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateResource(
        @Schema(description = "From the National Register") String name,

        @Schema(
                description =
                        "Whether it is known what ties the person to the entity; if not, relationship must say it")
        boolean related,

        @Schema(description = "What the person is in the quality already and would cease to be")
        List<CodedText> inTheWay,

        @Schema(description = "The codes of the roles that would end with it")
        List<String> rightsInTheWay,

        @Schema(description = "Whether confirmRemoval must be true")
        boolean needsRemoval,

        @Nullable @Schema(description = "Who has the post until then; absent when nobody has")
        String successorOf,

        @Nullable
        @Schema(
                description = "The responsibility of whoever has the post; send it with the designation, or null for "
                        + "nobody, and one designated meanwhile is not replaced unseen")
        UUID replaces,

        @Schema(description = "The rules that refuse this person whatever else is sent; empty when none does")
        List<Issue> refusals) {

    static CandidateResource of(Candidate candidate, Texts texts, Issues issues) {
        return new CandidateResource(
                candidate.name(),
                candidate.related(),
                candidate.inTheWay().stream()
                        .map(kind -> texts.coded("capacity", kind.name()))
                        .toList(),
                candidate.rights(),
                candidate.needsRemoval(),
                candidate.successorOf(),
                candidate.seen().responsibility(),
                issues.of(candidate.refusals(), LocaleContextHolder.getLocale()));
    }
}
