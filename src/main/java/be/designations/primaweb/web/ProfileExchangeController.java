package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.Profiles;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Comparing two profiles; handing profiles to another CPAS as a file, and taking them over from one. */
@Controller
@RequestMapping("/primaweb/{number}")
class ProfileExchangeController {

    private final Profiles profiles;

    ProfileExchangeController(Profiles profiles) {
        this.profiles = profiles;
    }

    /** @param with the other profile; without it the page asks which */
    @GetMapping("/profiles/{id}/comparison")
    String compare(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            Page page) {
        Profiles.Compared compared = profiles.compare(
                actor, number, new ProfileId(id), with == null ? null : new ProfileId(with), page.language());
        PrimaWebPages.of(compared.all().cpas(), page).with("compared", compared);
        return "primaweb/comparison";
    }

    @GetMapping("/profiles.json")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable EnterpriseNumber number) {
        byte[] file = profiles.export(actor, number).write();
        return Download.of("profiles.json", MediaType.APPLICATION_JSON_VALUE, file);
    }

    @GetMapping("/import")
    String ask(Actor actor, @PathVariable EnterpriseNumber number, Page page) {
        return ask(actor, number, List.of(), page);
    }

    private String ask(Actor actor, EnterpriseNumber number, List<ShownError> wrong, Page page) {
        Profiles.Listed listed = profiles.list(actor, number, page.language());
        PrimaWebPages.refusing(wrong, PrimaWebPages.of(listed.cpas(), page), "file");
        return "primaweb/import";
    }

    @PostMapping("/import")
    String bringIn(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Page page)
            throws IOException {
        List<MultipartFile> chosen = Uploads.chosen(file);
        byte[] content = chosen.isEmpty() ? new byte[0] : chosen.get(0).getBytes();
        return page.attempt(() -> {
                    Profiles.Imported imported = profiles.bringIn(actor, number, content);
                    PrimaWebPages.of(imported.cpas(), page)
                            .with("imported", imported)
                            .with(
                                    "reasons",
                                    imported.outcomes().stream()
                                            .map(outcome -> outcome.refusals().stream()
                                                    .map(page::sentence)
                                                    .toList())
                                            .toList());
                    return "primaweb/imported";
                })
                .or(wrong -> ask(actor, number, wrong, page));
    }
}
