package be.designations.notification;

import be.designations.directory.DeskNames;
import be.designations.directory.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes subject, text and HTML of a mail in the language of its recipient. */
@Component
public class MailRenderer {
    private final MailSettings settings;
    private final DeskNames names;
    private final Clock clock;
    private final TemplateEngine html = engine(TemplateMode.HTML);
    private final TemplateEngine text = engine(TemplateMode.TEXT);

    MailRenderer(MailSettings settings, DeskNames names, Clock clock) {
        this.settings = settings;
        this.names = names;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a detail is missing that the kind requires, here or in the text */
    String subject(Message message) {
        return subject(message, clock.instant());
    }

    private String subject(Message message, Instant at) {
        NotificationKind kind = message.kind();
        if (!message.details().keySet().containsAll(kind.required())) {
            throw new IllegalArgumentException(kind.code() + " needs " + kind.required() + ", got "
                    + message.details().keySet());
        }
        MailTexts texts = texts(message, at);
        return OneLine.of(texts.get("mail." + kind.code() + ".subject", message.details()));
    }

    private MailTexts texts(Message message, Instant at) {
        Locale language = message.recipient().language();
        return MailTexts.in(language, text -> names.in(text, Language.of(language.getLanguage()), at));
    }

    /**
     * The whole mail, as it would be sent if it were written now.
     *
     * @throws IllegalArgumentException when a detail is missing that the kind requires
     */
    public RenderedMail render(Message message) {
        return render(message, clock.instant());
    }

    /** @param at when it was written: who had the desks then is who it tells of (D18) */
    RenderedMail render(Message message, Instant at) {
        NotificationKind kind = message.kind();
        Locale language = message.recipient().language();
        MailTexts texts = texts(message, at);
        String subject = subject(message, at);

        Context context = new Context(language);
        context.setVariable("language", language.getLanguage());
        context.setVariable("subject", subject);
        context.setVariable("greeting", texts.get("mail.greeting"));
        String body = "mail." + kind.code() + ".body";
        List<String> written = paragraphs(texts.get(body));
        context.setVariable("paragraphs", paragraphs(texts.get(body, message.details())));
        context.setVariable("facts", facts(message.details(), written, texts));
        context.setVariable("separator", texts.get("mail.separator"));
        context.setVariable("link", message.path() == null ? null : settings.link(message.path()));
        context.setVariable("next", next(message, texts));
        context.setVariable("closing", texts.get("mail.closing"));
        context.setVariable("signature", texts.get("mail.signature"));
        context.setVariable("automatic", texts.get("mail.automatic"));
        context.setVariable("help", texts.get("mail.help"));
        context.setVariable("helpLink", settings.link("/help"));
        context.setVariable("demonstration", settings.demonstration() ? texts.get("mail.demonstration") : null);
        return new RenderedMail(
                subject,
                text.process("message.txt", context)
                                .replaceAll("\n{3,}", "\n\n")
                                .strip() + "\n",
                html.process("message.html", context));
    }

    /** What to do at the address under it; a kind without words of its own is looked at. */
    private static String next(Message message, MailTexts texts) {
        String own = "mail." + message.kind().code() + ".next";
        return texts.get(texts.has(own) ? own : message.caseId() == null ? "mail.link-page" : "mail.link");
    }

    private static List<String> paragraphs(String body) {
        return List.of(body.split("\n\n"));
    }

    /** @param written what is a paragraph of the text by itself, the reason of a refusal, is not said twice */
    private static List<Fact> facts(Map<Detail, String> details, List<String> written, MailTexts texts) {
        List<Fact> facts = new ArrayList<>();
        details.forEach((detail, value) -> {
            if (!written.contains("{" + detail.code() + "}")) {
                facts.add(new Fact(texts.get("mail.detail." + detail.code()), value));
            }
        });
        return facts;
    }

    /** An engine of its own: the one of the pages is set up for pages. */
    private static TemplateEngine engine(TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailRenderer.class.getClassLoader());
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** A line of the list under the text. */
    record Fact(String label, String value) {}
}
