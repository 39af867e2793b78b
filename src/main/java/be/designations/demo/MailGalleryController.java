package be.designations.demo;

import be.designations.directory.Language;
import be.designations.notification.Detail;
import be.designations.notification.MailRenderer;
import be.designations.notification.Message;
import be.designations.notification.NotificationKind;
import be.designations.notification.Recipient;
import be.designations.notification.RenderedMail;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows every kind of mail as it would be sent, with invented facts, so that its words can be read without playing a dossier. */
@Controller
@Profile("demo & !prod")
@RequestMapping("/demo/mails/gallery")
class MailGalleryController {

    private static final List<NotificationKind> KINDS = List.of(NotificationKind.values());
    private static final String DOSSIER = "DPD-2026-00001";

    private final MailRenderer renderer;
    private final MessageSource messages;

    MailGalleryController(MailRenderer renderer, MessageSource messages) {
        this.renderer = renderer;
        this.messages = messages;
    }

    /** @param subject of such a mail */
    record Entry(String code, String subject) {}

    @GetMapping
    String list(Locale reader, Model model) {
        Language language = Language.of(reader.getLanguage());
        model.addAttribute(
                "entries",
                KINDS.stream()
                        .map(kind -> new Entry(kind.code(), mail(kind, language).subject()))
                        .toList());
        return "demo/gallery";
    }

    /** @param in the language of the mail; without it, that of the reader */
    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String in,
            Locale reader,
            Model model) {
        NotificationKind kind = kind(code);
        Language language = language(in == null ? reader.getLanguage() : in);
        RenderedMail mail = mail(kind, language);
        model.addAttribute("code", code);
        model.addAttribute("in", language.locale().getLanguage());
        model.addAttribute("languages", List.of("fr", "nl", "de", "en"));
        model.addAttribute("subject", mail.subject());
        model.addAttribute("text", DemoMail.pieces(mail.text()));
        int place = KINDS.indexOf(kind);
        model.addAttribute("previous", address(place - 1, language));
        model.addAttribute("next", address(place + 1, language));
        return "demo/gallery-mail";
    }

    @GetMapping("/{code}/html")
    ResponseEntity<String> html(@PathVariable String code, @RequestParam String in) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", DemoMailController.SANDBOX)
                .body(mail(kind(code), language(in)).html());
    }

    private RenderedMail mail(NotificationKind kind, Language language) {
        Locale locale = language.locale();
        Message mail = Message.of(kind, Recipient.mailbox(sample(Detail.ENTITY, locale), "namur@cpas.example", locale));
        for (Detail detail : kind.required()) {
            mail = detail == Detail.OPINION ? mail.withOpinion(true) : mail.with(detail, sample(kind, detail, locale));
        }
        return renderer.render(
                kind.required().contains(Detail.DOSSIER)
                        ? mail.inCase(UUID.randomUUID(), DOSSIER)
                        : mail.linkingTo("/me"));
    }

    /** Where what every mail says would read oddly, the mail has a sample of its own. */
    private String sample(NotificationKind kind, Detail detail, Locale language) {
        String own =
                messages.getMessage("demo.gallery.sample." + kind.code() + "." + detail.code(), null, null, language);
        return own == null ? sample(detail, language) : own;
    }

    private String sample(Detail detail, Locale language) {
        return messages.getMessage("demo.gallery.sample." + detail.code(), null, language);
    }

    private static @Nullable String address(int place, Language language) {
        return place < 0 || place >= KINDS.size()
                ? null
                : "/demo/mails/gallery/" + KINDS.get(place).code() + "?in="
                        + language.locale().getLanguage();
    }

    private static NotificationKind kind(String code) {
        return KINDS.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Language language(String code) {
        if (!Recipient.LANGUAGES.contains(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Language.of(code);
    }
}
