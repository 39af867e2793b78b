package be.designations.letters.api;

import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.letters.CheckCode;
import be.designations.letters.Checked;
import be.designations.letters.Letter;
import be.designations.letters.Letters;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a letter is genuine, for anybody, as the page says it; of people it says nothing (D96). */
@RestController
@RequestMapping("/api/v1/letter-checks")
@Tag(name = "Letters")
class LetterChecksController {

    private final Letters letters;
    private final Directory directory;
    private final Texts texts;

    LetterChecksController(Letters letters, Directory directory, Texts texts) {
        this.letters = letters;
        this.directory = directory;
        this.texts = texts;
    }

    /** A genuine letter. */
    @Schema(name = "LetterCheck")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckResource(
            CodedText kind,

            @Schema(example = "DPD-2026-00001/3") String reference,

            LocalDate madeOn,

            @Schema(description = "Whose dossier it is") OrganisationReference entity,

            @Schema(
                    description = "Whether what it tells still holds",
                    allowableValues = {"HOLDS", "REPLACED", "ENDED"})
            String standing,

            @Nullable @Schema(description = "Since when a later letter holds in its place")
            Instant replacedAt,

            @Schema(description = "SHA-256 of its file, in hexadecimal")
            String sha256) {}

    @GetMapping("/{code}")
    @SecurityRequirements
    @Operation(
            summary = "Check a letter",
            description =
                    "For anybody; whoever asks too often from one address waits. A code that no letter has is not found.")
    CheckResource check(
            @PathVariable
                    @Parameter(
                            description = "Twenty letters and digits, with or without hyphens",
                            example = "7K3F-9QXM-2B4T-HV8N-C5RW")
                    String code) {
        if (!CheckCode.isValid(code)) {
            throw new RejectedException(Rejection.ofField("letters.code-malformed", "code"));
        }
        Checked checked = letters.check(CheckCode.of(code)).orElseThrow(() -> new NotFoundException("letter"));
        Letter letter = checked.letter();
        return new CheckResource(
                texts.coded("letters.kind", letter.kind().code()),
                letter.reference(),
                Days.of(letter.madeAt()),
                OrganisationReference.of(directory.organisation(letter.entity())),
                checked.status().toUpperCase(Locale.ROOT),
                checked.replacedAt(),
                letter.digest());
    }
}
