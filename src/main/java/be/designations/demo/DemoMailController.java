package be.designations.demo;

import be.designations.demo.DemoMailbox.MailPage;
import be.designations.pages.Page;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mails that the demonstration “sent”, to anyone: there is no mailbox to look into otherwise. */
@Controller
@Profile("demo & !prod")
@RequestMapping("/demo/mails")
class DemoMailController {

    private static final int PAGE_SIZE = 50;
    /** A mail may style itself; it may not run, load, submit or open anything. */
    static final String SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; frame-ancestors 'self'";

    private final DemoMailbox mailbox;
    private final DemoMailServer server;

    DemoMailController(DemoMailbox mailbox, DemoMailServer server) {
        this.mailbox = mailbox;
        this.server = server;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        MailPage mails = mailbox.page(page, PAGE_SIZE);
        model.addAttribute("page", mails);
        model.addAttribute("serverOn", server.isOn());
        return "demo/mails";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("mail", find(id));
        return "demo/mail";
    }

    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        String html = find(id).html();
        if (html == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", SANDBOX)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(html);
    }

    @PostMapping("/server")
    String switchServer(@RequestParam boolean on, Page page) {
        if (on) {
            server.switchOn();
            return page.done("/demo/mails", "demo.mails.server.switched-on");
        }
        server.switchOff();
        return page.inform("/demo/mails", "demo.mails.server.switched-off");
    }

    private DemoMail find(String id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
