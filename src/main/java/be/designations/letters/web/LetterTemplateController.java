package be.designations.letters.web;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterTemplate;
import be.designations.letters.LetterTemplates;
import be.designations.letters.LetterText;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.preview.PagePicture;
import be.designations.preview.Previews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where support staff read and edit the texts of letters, see them on paper, and look up what they were (D97). */
@Controller
@RequestMapping(LetterTemplateController.PAGE)
class LetterTemplateController {

    static final String PAGE = "/operations/letters";

    private static final String FORM = "letter-template";
    private static final String PREVIEW = "preview-";
    private static final String FILE = "pdf-";

    /** Of a letter so many pages are shown; the file has all of them. */
    private static final int MOST_PAGES = 4;

    private final LetterTemplates templates;
    private final Previews previews;
    private final Directory directory;

    LetterTemplateController(LetterTemplates templates, Previews previews, Directory directory) {
        this.templates = templates;
        this.previews = previews;
        this.directory = directory;
    }

    @GetMapping
    String all(Actor actor, Page page) {
        Map<LetterKind, LetterTemplate> newest =
                templates.all(actor).stream().collect(Collectors.toMap(LetterTemplate::kind, Function.identity()));
        List<LetterTemplate> listed = Arrays.stream(LetterKind.values())
                .map(newest::get)
                .filter(Objects::nonNull)
                .toList();
        page.inSection("operations").with("templates", listed).with("names", names(listed));
        return "letters/templates";
    }

    @GetMapping("/{kind}")
    String edit(Actor actor, @PathVariable String kind, Page page) {
        LetterTemplate current = templates.versions(actor, LetterKind.of(kind)).get(0);
        return show(actor, current.kind(), current.version(), page.form(FORM, values(current)), page);
    }

    /** @param version the newest, or one before */
    @GetMapping("/{kind}/{version}")
    String version(Actor actor, @PathVariable String kind, @PathVariable int version, Page page) {
        page.inSection("operations").with("shown", templates.find(actor, LetterKind.of(kind), version));
        return "letters/template-version";
    }

    /**
     * @param seen   which version was there when the text was opened
     * @param action what is to be done: saved, looked at in a language on this page, or taken along as a file
     */
    @PostMapping("/{kind}")
    Object save(
            Actor actor,
            @PathVariable String kind,
            @RequestParam("_version") int seen,
            @RequestParam(name = "_action", defaultValue = "save") String action,
            Page page) {
        LetterKind edited = LetterKind.of(kind);
        Optional<Language> looked = languageOf(action, PREVIEW);
        Optional<Language> taken = languageOf(action, FILE);
        byte[][] sample = new byte[1][];
        String template = page.submit(
                FORM,
                typed -> {
                    if (looked.isPresent() || taken.isPresent()) {
                        sample[0] = templates.preview(
                                actor,
                                edited,
                                text(typed, looked.or(() -> taken).orElseThrow()));
                        return look(actor, edited, seen, typed, looked.orElse(null), sample[0], page);
                    }
                    List<LetterText> texts = Language.LETTERS.stream()
                            .map(language -> text(typed, language))
                            .toList();
                    int saved = templates.save(actor, edited, seen, texts);
                    return page.done(
                            PAGE, "operations.letters.saved", page.text("letters.kind." + edited.code()), saved);
                },
                form -> show(actor, edited, seen, form, page));
        return sample[0] == null || taken.isEmpty()
                ? template
                : Download.of(
                        edited.code() + "-" + taken.get().code() + ".pdf", MediaType.APPLICATION_PDF_VALUE, sample[0]);
    }

    private static Optional<Language> languageOf(String action, String what) {
        return Language.LETTERS.stream()
                .filter(language -> action.equals(what + language.code()))
                .findFirst();
    }

    /** The page with what was typed, and under its language what that looks like; to be taken along, it is not shown. */
    private String look(
            Actor actor,
            LetterKind kind,
            int seen,
            FormValues typed,
            @Nullable Language looked,
            byte[] sample,
            Page page) {
        if (looked == null) {
            return "";
        }
        page.with("looked", looked).with("pictures", pictures(sample, page));
        return show(actor, kind, seen, page.form(FORM, typed), page);
    }

    /** Its pages; none when they cannot be drawn now. */
    private List<String> pictures(byte[] sample, Page page) {
        List<String> pictures = new ArrayList<>();
        Optional<PagePicture> drawn = previews.page(sample, Previews.Kind.PDF, 1);
        drawn.ifPresent(first -> page.with("pages", first.pages()));
        while (drawn.isPresent()) {
            pictures.add("data:image/jpeg;base64,"
                    + Base64.getEncoder().encodeToString(drawn.get().jpeg()));
            int next = pictures.size() + 1;
            drawn = next > Math.min(drawn.get().pages(), MOST_PAGES)
                    ? Optional.empty()
                    : previews.page(sample, Previews.Kind.PDF, next);
        }
        return pictures;
    }

    private String show(Actor actor, LetterKind kind, int seen, FormView form, Page page) {
        List<LetterTemplate> versions = templates.versions(actor, kind);
        LetterTemplate current = versions.get(0);
        page.inSection("operations")
                .with("kind", kind.code())
                .with("form", form)
                .with("current", current)
                // Whoever saved meanwhile has written what is shown beside what was typed.
                .with("theirs", current.version() == seen ? null : current)
                .with("versions", versions)
                .with("names", names(versions))
                .with(
                        "words",
                        Language.LETTERS.stream()
                                .collect(Collectors.toMap(
                                        Language::code, language -> wordsIn(templates.words(kind, language), page))))
                .with("languages", Language.LETTERS);
        return "letters/template";
    }

    private static String wordsIn(LetterTemplates.Words words, Page page) {
        return page.text("operations.letters.words", String.join(" ", words.all()), String.join(" ", words.needed()));
    }

    private Map<PersonId, String> names(Collection<LetterTemplate> made) {
        return directory
                .people(made.stream()
                        .map(LetterTemplate::madeBy)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
    }

    private static LetterText text(FormValues typed, Language language) {
        return new LetterText(
                language,
                typed.text(LetterText.field("title", language)),
                typed.text(LetterText.field("body", language)));
    }

    private static FormValues values(LetterTemplate template) {
        FormValues values = FormValues.empty();
        for (LetterText text : template.texts()) {
            values = values.with(LetterText.field("title", text.language()), text.title())
                    .with(LetterText.field("body", text.language()), text.body());
        }
        return values;
    }
}
