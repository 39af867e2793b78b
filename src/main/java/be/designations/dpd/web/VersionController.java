package be.designations.dpd.web;

import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseView;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdDossiers;
import be.designations.dpd.SentAnswers;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answers as they were sent once, for every reader of the dossier (D19). */
@Controller
class VersionController {

    private final CaseDossiers cases;
    private final DpdDossiers dossiers;
    private final DpdCase process;
    private final Revisions revisions;

    VersionController(CaseDossiers cases, DpdDossiers dossiers, DpdCase process, Revisions revisions) {
        this.cases = cases;
        this.dossiers = dossiers;
        this.process = process;
        this.revisions = revisions;
    }

    @GetMapping("/cases/{number}/answers/{version:[0-9]{1,3}}")
    String read(Actor actor, @PathVariable DossierNumber number, @PathVariable int version, Page page) {
        CaseView dossier = cases.view(actor, number);
        if (!process.key().equals(dossier.dossierProcess())) {
            throw new NotFoundException("answers");
        }
        DossierView view = dossiers.view(actor, dossier.content(process));
        SentAnswers sent = view.versions().stream()
                .filter(it -> it.number() == version)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("answers"));
        page.inSection("cases")
                .with("number", number.value())
                .with("entityName", dossier.organisation().name(page.language()))
                .with(
                        "revision",
                        revisions.of(dossier, view, page.locale()).stream()
                                .filter(it -> it.number() == version)
                                .findFirst()
                                .orElseThrow())
                .with("versions", view.versions().size())
                .with("answers", revisions.pages(view, sent.answers(), page.locale()));
        return "dpd/version";
    }
}
