package be.designations.insight.api;

import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.identifier.Niss;
import be.designations.insight.Grounds;
import be.designations.insight.Holding;
import be.designations.insight.NamedPerson;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person is or was something, with why. */
@Schema(name = "Holding")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldingResource(
        @Schema(description = "Names the responsibility for those who may change it")
        UUID id,

        CodedText kind,
        PersonResource person,

        @Nullable @Schema(description = "The name of the subdivision that it is limited to; absent when it is not")
        String subdivision,

        @Nullable @Schema(description = "The domain of an access manager; absent for others")
        CodedText domain,

        Instant since,

        @Nullable @Schema(description = "The first instant at which it no longer holds; absent when no end is known")
        Instant until,

        @Schema(description = "Whether it gives nothing at present")
        boolean blocked,

        @Schema(description = "The decision that gave it") BasisResource basis,

        @Schema(description = "Later decisions that say the same again")
        List<BasisResource> confirmations,

        @Nullable @Schema(description = "The decision that ended it")
        BasisResource ended) {

    @Schema(name = "AccessPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonResource(
            UUID id,
            String name,

            @Nullable @Schema(description = "Only for readers whom it concerns", example = "85073003328")
            String niss) {

        static PersonResource of(NamedPerson person) {
            Niss niss = person.niss();
            return new PersonResource(person.id().value(), person.name(), niss == null ? null : niss.value());
        }
    }

    @Schema(name = "Basis")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BasisResource(
            @Schema(description = "Of the decision, to read what else it did")
            UUID id,

            CodedText operation,
            Instant decidedAt,

            @Nullable @Schema(description = "Absent for what was taken over when the register began")
            String decidedBy,

            @Nullable @Schema(description = "Whose deputy decided; absent when it was decided in one's own name")
            String inPlaceOf,

            @Nullable CodedText legalBasis,
            @Nullable String reason,

            @Nullable @Schema(description = "The dossier in which it was decided", example = "DPD-2026-00001")
            String dossier) {

        static List<BasisResource> of(List<Grounds> grounds, Texts texts) {
            return grounds.stream().map(one -> of(one, texts)).toList();
        }

        static BasisResource of(Grounds grounds, Texts texts) {
            NamedPerson by = grounds.decidedBy();
            String law = grounds.legalBasis();
            return new BasisResource(
                    grounds.id().value(),
                    texts.coded("basis", grounds.operation()),
                    grounds.decidedAt(),
                    by == null ? null : by.name(),
                    grounds.inPlaceOf(),
                    law == null ? null : texts.coded("legal-basis", law),
                    grounds.reason(),
                    grounds.dossier());
        }
    }

    static HoldingResource of(Holding holding, Texts texts) {
        Grounds ended = holding.ended();
        return new HoldingResource(
                holding.id(),
                texts.coded("capacity", holding.kind().name()),
                PersonResource.of(holding.person()),
                holding.subdivision(),
                texts.coded(holding.domain()),
                holding.from(),
                holding.until(),
                holding.blocked(),
                BasisResource.of(holding.grounds(), texts),
                BasisResource.of(holding.confirmations(), texts),
                ended == null ? null : BasisResource.of(ended, texts));
    }
}
