package be.designations.primaweb.web;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileUser.Given;
import be.designations.primaweb.ProfileUsers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving profiles to a user, deactivating and reactivating them, printing what they have. */
@Controller
@RequestMapping("/primaweb/{number}/users/{person}")
class ProfileUserController {

    private final ProfileUsers users;
    private final ProfilePdf pdf;

    ProfileUserController(ProfileUsers users, ProfilePdf pdf) {
        this.users = users;
        this.pdf = pdf;
    }

    @GetMapping("/profiles")
    String profiles(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        ProfileUsers.Opened opened = open(actor, number, person, page);
        return show(opened, held(opened), List.of(), page);
    }

    /** @param version the one on which the page was made */
    @PostMapping("/profiles")
    String assign(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID person,
            @RequestParam int version,
            Page page) {
        Set<ProfileId> wanted = page.posted().getOrDefault("profiles", List.of()).stream()
                .map(Inputs::id)
                .flatMap(Optional::stream)
                .map(ProfileId::new)
                .collect(Collectors.toUnmodifiableSet());
        return page.attempt(() -> {
                    users.assign(actor, number, new PersonId(person), version, wanted);
                    return done("assigned", actor, number, person, page);
                })
                .or(wrong -> show(open(actor, number, person, page), wanted, wrong, page));
    }

    @GetMapping("/deactivation")
    String askDeactivation(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        ProfileUsers.Opened opened = open(actor, number, person, page);
        PrimaWebPages.of(opened.cpas(), page)
                .with("user", opened.user())
                .with("self", actor.person().equals(opened.user().person()));
        return "primaweb/user-deactivation";
    }

    @PostMapping("/deactivation")
    String deactivate(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        users.deactivate(actor, number, new PersonId(person));
        return done("deactivated", actor, number, person, page);
    }

    @PostMapping("/reactivation")
    String reactivate(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        users.reactivate(actor, number, new PersonId(person));
        return done("reactivated", actor, number, person, page);
    }

    @GetMapping("/print")
    String print(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        ProfileUsers.Printed printed = printed(actor, number, person, page);
        PrimaWebPages.show(printed.sheet(), page);
        page.with("own", false).with("pdf", page.address() + ".pdf").with("periods", printed.periods());
        return "primaweb/user";
    }

    @GetMapping("/print.pdf")
    ResponseEntity<byte[]> printPdf(
            Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person, Page page) {
        return Download.of(
                "primaweb.pdf",
                MediaType.APPLICATION_PDF_VALUE,
                pdf.ofUser(printed(actor, number, person, page).sheet(), page));
    }

    private ProfileUsers.Printed printed(Actor actor, EnterpriseNumber number, UUID person, Page page) {
        return users.print(actor, number, new PersonId(person), page.language());
    }

    private ProfileUsers.Opened open(Actor actor, EnterpriseNumber number, UUID person, Page page) {
        return users.open(actor, number, new PersonId(person), page.language());
    }

    private static Set<ProfileId> held(ProfileUsers.Opened opened) {
        return opened.user().profiles().stream().map(Given::id).collect(Collectors.toUnmodifiableSet());
    }

    private String done(String what, Actor actor, EnterpriseNumber number, UUID person, Page page) {
        ProfileUsers.Opened opened = open(actor, number, person, page);
        return page.done(
                opened.cpas().path() + "/access#users",
                "primaweb." + what,
                opened.user().name());
    }

    private static String show(ProfileUsers.Opened opened, Set<ProfileId> ticked, List<ShownError> wrong, Page page) {
        PrimaWebPages.refusing(wrong, PrimaWebPages.of(opened.cpas(), page), "profiles")
                .with("opened", opened)
                .with("user", opened.user())
                .with("held", held(opened))
                .with("ticked", ticked);
        return "primaweb/assign";
    }
}
