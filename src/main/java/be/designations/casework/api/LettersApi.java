package be.designations.casework.api;

import be.designations.api.PdfFile;
import be.designations.casework.CaseDesk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.letters.Letters;
import be.designations.pages.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Dossiers")
class LettersApi {

    private final CaseDesk desk;
    private final Letters letters;

    LettersApi(CaseDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @GetMapping(path = "/dossiers/{number}/letters/{letter}", produces = MediaType.ALL_VALUE)
    @Operation(summary = "Read a letter", description = "As it was made, in PDF/A, as a file to save.")
    @PdfFile
    ResponseEntity<byte[]> letter(Actor actor, @PathVariable DossierNumber number, @PathVariable int letter) {
        Letters.Opened opened =
                letters.open(actor, desk.require(actor, number).id().value(), letter);
        return Download.pdf(opened.letter().fileName(), opened.content());
    }
}
