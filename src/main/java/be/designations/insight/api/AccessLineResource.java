package be.designations.insight.api;

import be.designations.access.Translated;
import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.Grounds;
import be.designations.insight.api.HoldingResource.BasisResource;
import be.designations.insight.api.HoldingResource.PersonResource;
import be.designations.insight.history.Change;
import be.designations.insight.history.HistoryLine;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody is or has something at an instant, with why. */
@Schema(name = "AccessLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccessLineResource(
        @Nullable
        @Schema(
                description = "How it differs between the two days; absent when one day is asked about",
                allowableValues = {"ADDED", "ENDED", "BLOCKED", "UNBLOCKED"})
        String change,

        UUID personId,
        PersonResource person,

        @Schema(allowableValues = {"LEGAL_FUNCTION", "MANDATE", "RESPONSIBILITY", "RIGHT"})
        String type,

        @Schema(description = "The function, the responsibility or, of a right, the role")
        CodedText kind,

        @Nullable @Schema(description = "Of a right") LocalizedString application,
        OrganisationReference organisation,

        @Nullable @Schema(description = "Absent for what is for the whole entity")
        UUID qualityId,

        @Nullable CodedText quality,
        @Nullable String subdivision,

        @Nullable @Schema(description = "The domain of an access manager; absent for others")
        CodedText domain,

        Instant since,

        @Nullable @Schema(description = "The first instant at which it no longer holds; absent when no end is known")
        Instant until,

        @Schema(description = "Whether it gave nothing on that day")
        boolean blocked,

        @Nullable @Schema(description = "The decision that gave it; absent for what the register of enterprises says")
        BasisResource basis,

        @Schema(description = "Later decisions that say the same again")
        List<BasisResource> confirmations,

        @Nullable @Schema(description = "The decision that blocked it or, when that is the change, unblocked it")
        BasisResource block,

        @Nullable @Schema(description = "The decision that ended it, on whichever day")
        BasisResource ended) {

    static AccessLineResource of(HistoryLine line, Texts texts) {
        Fact fact = line.fact();
        Change change = line.change();
        Translated application = fact.application();
        var quality = fact.quality();
        var qualityKind = fact.qualityKind();
        return new AccessLineResource(
                change == null ? null : change.name(),
                line.person().id().value(),
                PersonResource.of(line.person()),
                fact.type().name(),
                kind(fact, texts),
                application == null ? null : LocalizedString.of(application),
                new OrganisationReference(fact.enterpriseNumber(), LocalizedString.of(fact.organisationName())),
                quality == null ? null : quality.value(),
                qualityKind == null ? null : texts.coded("quality", qualityKind.name()),
                fact.subdivision(),
                texts.coded(fact.domain()),
                fact.from(),
                fact.until(),
                fact.blocked(),
                basis(fact.grounds(), texts),
                BasisResource.of(fact.confirmations(), texts),
                basis(line.block(), texts),
                basis(fact.ended(), texts));
    }

    private static CodedText kind(Fact fact, Texts texts) {
        Translated role = fact.role();
        if (role != null) {
            return new CodedText(fact.code(), role.in(texts.language()));
        }
        return fact.type() == FactType.MANDATE
                ? new CodedText(fact.code(), texts.get("access.page.person.mandate"))
                : texts.coded("capacity", fact.code());
    }

    private static @Nullable BasisResource basis(@Nullable Grounds grounds, Texts texts) {
        return grounds == null ? null : BasisResource.of(grounds, texts);
    }
}
