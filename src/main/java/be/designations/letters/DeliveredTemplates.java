package be.designations.letters;

import be.designations.directory.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Writes down the texts that come with the program: of kinds that have none yet, and anew where nobody has edited the former ones. */
@Component
class DeliveredTemplates implements SmartInitializingSingleton {

    private final LetterTemplateStore templates;
    private final Clock clock;

    DeliveredTemplates(LetterTemplateStore templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (LetterKind kind : LetterKind.values()) {
            List<LetterText> delivered = Language.LETTERS.stream()
                    .map(language -> text(kind, language))
                    .toList();
            LetterTemplate last = templates.versions(kind).stream().findFirst().orElse(null);
            if (last == null || (last.madeBy() == null && !last.texts().equals(delivered))) {
                int version = last == null ? 1 : last.version() + 1;
                templates.add(new LetterTemplate(kind, version, delivered, clock.instant(), null));
            }
        }
    }

    /** The first line of its file is the title. */
    static LetterText text(LetterKind kind, Language language) {
        String file = "/letters/" + kind.code() + "_" + language.code() + ".txt";
        try (InputStream stream =
                Objects.requireNonNull(DeliveredTemplates.class.getResourceAsStream(file), "no " + file)) {
            String[] parts = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new LetterText(language, parts[0].strip(), parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
