package be.designations.letters;

import be.designations.directory.Language;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads texts that support staff write: plain text with words in braces, nothing that is carried out. The words are stored by
 * their code, and shown and typed in the language of the text (D97).
 */
@Component
class LetterTexts {

    private static final Pattern WORD = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern PARTED = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private final MessageSource messages;
    private final LetterSigns signs;

    LetterTexts(MessageSource messages, LetterSigns signs) {
        this.messages = messages;
        this.signs = signs;
    }

    /** What a word is called in texts of that language. */
    String name(LetterWord word, Language language) {
        return messages.getMessage("letters.word." + word.code(), null, language.locale());
    }

    /** A stored text as support staff read it. */
    LetterText shown(LetterText stored) {
        Language language = stored.language();
        return new LetterText(language, shown(stored.title(), language), shown(stored.body(), language));
    }

    private String shown(String text, Language language) {
        return WORD.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement("{" + name(coded(match).orElseThrow(), language) + "}"));
    }

    /** A typed text as it is stored; what is no word of that language stays as it is, see {@link #problems}. */
    LetterText stored(LetterText typed) {
        Language language = typed.language();
        return new LetterText(language, stored(typed.title().strip(), language), stored(plain(typed.body()), language));
    }

    private String stored(String text, Language language) {
        return WORD.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(typed(match, language)
                        .map(word -> "{" + word.code() + "}")
                        .orElse(match.group())));
    }

    private static String plain(String body) {
        return body.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** What is wrong with a typed text, each at its field and with its line. */
    List<Rejection> problems(LetterKind kind, LetterText typed) {
        List<Rejection> problems = new ArrayList<>();
        Set<LetterWord> stated = EnumSet.noneOf(LetterWord.class);
        problems.addAll(problems(
                kind, typed.title().strip(), LetterText.field("title", typed.language()), typed.language(), stated));
        problems.addAll(problems(
                kind, plain(typed.body()), LetterText.field("body", typed.language()), typed.language(), stated));
        kind.needed().stream()
                .filter(word -> !stated.contains(word))
                .map(word -> "{" + name(word, typed.language()) + "}")
                .sorted()
                .map(word ->
                        Rejection.ofField("letters.word-missing", LetterText.field("body", typed.language()), word))
                .forEach(problems::add);
        return problems;
    }

    private List<Rejection> problems(
            LetterKind kind, String text, String field, Language language, Set<LetterWord> stated) {
        List<Rejection> problems = new ArrayList<>(signs.problems(text, field));
        if (text.isEmpty()) {
            problems.add(Rejection.ofField("letters.text-missing", field));
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            String said = lines.get(i);
            Set<String> unknown = new TreeSet<>();
            WORD.matcher(said).results().forEach(match -> typed(match, language)
                    .filter(kind.words()::contains)
                    .ifPresentOrElse(stated::add, () -> unknown.add(match.group())));
            unknown.forEach(word -> problems.add(Rejection.ofField("letters.word-unknown", field, line, word)));
            String rest = WORD.matcher(said).replaceAll("");
            if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
                problems.add(Rejection.ofField("letters.brace-alone", field, line));
            }
        }
        return problems;
    }

    private Optional<LetterWord> typed(MatchResult match, Language language) {
        String name = match.group(1).strip();
        return Arrays.stream(LetterWord.values())
                .filter(word -> name(word, language).equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<LetterWord> coded(MatchResult match) {
        return Arrays.stream(LetterWord.values())
                .filter(word -> word.code().equals(match.group(1)))
                .findFirst();
    }

    /**
     * A paragraph of a letter.
     *
     * @param quoted whether it is what somebody said, and nothing else
     */
    record Paragraph(String text, boolean quoted) {}

    /** A stored text with what it states; paragraphs with a word that has nothing to say are left out. */
    static List<Paragraph> filled(String stored, Map<LetterWord, String> words) {
        return PARTED.splitAsStream(stored)
                .filter(paragraph -> words(paragraph)
                        .noneMatch(word -> words.getOrDefault(word, "").isEmpty()))
                .map(paragraph -> new Paragraph(
                        // In one go: what is stated may hold braces itself.
                        WORD.matcher(paragraph)
                                .replaceAll(match -> Matcher.quoteReplacement(
                                        words.get(coded(match).orElseThrow()))),
                        WORD.matcher(paragraph.strip()).matches()))
                .toList();
    }

    private static Stream<LetterWord> words(String paragraph) {
        return WORD.matcher(paragraph).results().map(match -> coded(match).orElseThrow());
    }
}
