package be.designations.casework.web;

import be.designations.casework.CaseDesk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.letters.Letters;
import be.designations.pages.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A letter of a dossier, for whoever may see the dossier. */
@Controller
class LetterController {

    private final CaseDesk desk;
    private final Letters letters;

    LetterController(CaseDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @GetMapping("/cases/{number}/letters/{letter}.pdf")
    ResponseEntity<byte[]> open(Actor actor, @PathVariable DossierNumber number, @PathVariable int letter) {
        Letters.Opened opened =
                letters.open(actor, desk.require(actor, number).id().value(), letter);
        return Download.pdf(opened.letter().fileName(), opened.content());
    }
}
