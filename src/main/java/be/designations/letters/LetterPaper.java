package be.designations.letters;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.export.PdfRenderer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a letter on paper: what all letters have around their text, as a PDF that can be archived. */
@Component
class LetterPaper {

    private static final String TEMPLATE = "letter";

    /** As addresses have it, which know one language. */
    private static final String LOCALITY_OF_DESKS = "Bruxelles";

    private final TemplateEngine templates = engine();
    private final MessageSource messages;
    private final PdfRenderer renderer;
    private final LetterSettings settings;

    LetterPaper(MessageSource messages, PdfRenderer renderer, LetterSettings settings) {
        this.messages = messages;
        this.renderer = renderer;
        this.settings = settings;
    }

    /** @param code null for a sample, which says that it is one and cannot be checked */
    byte[] print(NewLetter letter, LetterText text, @Nullable CheckCode code, String reference, Instant at) {
        Language language = text.language();
        Locale locale = language.locale();
        BelgianDates dates = new BelgianDates();
        Map<LetterWord, String> words = new EnumMap<>(LetterWord.class);
        words.putAll(letter.words());
        words.put(LetterWord.ENTITY, letter.entity().name(language));
        words.put(LetterWord.DOSSIER, Objects.requireNonNullElse(letter.origin().dossier(), ""));
        words.put(LetterWord.DATE, dates.day(at));
        String from = letter.from().name(language);
        var context = new Context(locale);
        context.setVariable("language", language.code());
        context.setVariable(
                "title",
                LetterTexts.filled(text.title(), words).stream()
                        .map(LetterTexts.Paragraph::text)
                        .findFirst()
                        .orElse(reference));
        context.setVariable("paragraphs", LetterTexts.filled(text.body(), words));
        context.setVariable("from", from);
        context.setVariable("fromLines", address(letter.from(), locale));
        context.setVariable(
                "to",
                Stream.concat(
                                Stream.ofNullable(letter.to()),
                                Stream.of(letter.entity().name(language)))
                        .toList());
        context.setVariable("toLines", address(letter.entity(), locale));
        context.setVariable("placeAndDate", place(letter.from(), locale) + ", " + dates.day(at));
        context.setVariable("facts", facts(letter, reference, locale));
        context.setVariable("for", say("letters.paper.for", locale, from));
        context.setVariable("signer", letter.signedBy());
        context.setVariable(
                "inPlaceOf",
                letter.inPlaceOf() == null ? null : say("letters.paper.in-place-of", locale, letter.inPlaceOf()));
        context.setVariable("sample", code == null ? say("letters.paper.sample", locale) : null);
        context.setVariable("qr", QrCode.of(code == null ? settings.checkedAt() : settings.checkedAt(code)));
        context.setVariable("qrSays", say("letters.paper.qr", locale));
        context.setVariable("code", code == null ? say("letters.paper.sample", locale) : code.toString());
        context.setVariable("codeLabel", say("letters.paper.code", locale));
        context.setVariable("made", say("letters.paper.made", locale));
        context.setVariable("check", say("letters.paper.check", locale, settings.checkedAt()));
        context.setVariable("reference", reference);
        return renderer.archive(LetterSigns.written(templates.process(TEMPLATE, context)));
    }

    /** A line of the block above the text. */
    record Fact(String label, String value) {}

    private List<Fact> facts(NewLetter letter, String reference, Locale locale) {
        Stream<Fact> procedure = letter.kind().isOfProcedure()
                ? Stream.of(new Fact(say("letters.paper.procedure", locale), say("letters.procedure", locale)))
                : Stream.empty();
        return Stream.concat(
                        Stream.concat(
                                Stream.of(new Fact(say("letters.paper.reference", locale), reference)), procedure),
                        Stream.ofNullable(letter.legalBasis())
                                .map(basis -> new Fact(
                                        say("letters.paper.legal-basis", locale), say("legal-basis." + basis, locale))))
                .toList();
    }

    private List<String> address(Organisation organisation, Locale locale) {
        return Stream.of(organisation.street(), (organisation.postalCode() + " " + place(organisation, locale)).strip())
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Its locality as the language of the letter calls it; elsewhere than in Brussels, as the locality calls itself. */
    private String place(Organisation organisation, Locale locale) {
        String locality = organisation.locality();
        return LOCALITY_OF_DESKS.equals(locality) ? say("letters.paper.brussels", locale) : locality;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** An engine of its own: the one of the pages writes HTML. */
    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(LetterPaper.class.getClassLoader());
        resolver.setPrefix("templates/letters/");
        resolver.setSuffix(".xml");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
