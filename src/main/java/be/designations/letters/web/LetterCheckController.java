package be.designations.letters.web;

import be.designations.directory.Directory;
import be.designations.letters.CheckCode;
import be.designations.letters.Checked;
import be.designations.letters.Letters;
import be.designations.pages.Page;
import be.designations.pages.Uploads;
import be.designations.rules.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where anybody reads whether a letter is genuine; of people it says nothing. */
@Controller
@RequestMapping("/verify")
class LetterCheckController {

    private static final String CODE = "code";
    private static final String FILE = "file";

    private final Letters letters;
    private final Directory directory;

    LetterCheckController(Letters letters, Directory directory) {
        this.letters = letters;
        this.directory = directory;
    }

    /** @param tooLarge that a file was sent which no letter is as large as */
    @GetMapping
    String check(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(name = "too-large", required = false) @Nullable String tooLarge,
            Page page) {
        if (tooLarge != null) {
            return wrong("", Rejection.ofField("letters.file-too-large", FILE), page);
        }
        if (code == null) {
            return show("", null, null, page);
        }
        Optional<Rejection> refused = refusal(code);
        if (refused.isPresent()) {
            return wrong(code, refused.get(), page);
        }
        Optional<Checked> found = letters.check(CheckCode.of(code));
        return show(code, found.isPresent() ? "genuine" : "unknown", found.orElse(null), page);
    }

    /** @param code of the letter that the file should be; empty when only the file is known */
    @PostMapping
    String compare(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = FILE, required = false) @Nullable List<MultipartFile> chosen,
            Page page)
            throws IOException {
        List<MultipartFile> files = Uploads.chosen(chosen);
        if (files.isEmpty()) {
            return wrong(code, Rejection.ofField("letters.file-missing", FILE), page);
        }
        byte[] content = files.get(0).getBytes();
        Checked of = CheckCode.isValid(code) ? letters.check(CheckCode.of(code)).orElse(null) : null;
        if (of != null) {
            return show(code, Letters.isFileOf(of.letter(), content) ? "file.same" : "file.other", of, page);
        }
        Optional<Checked> found = letters.check(content);
        return show(
                found.map(it -> it.letter().code().toString()).orElse(code),
                found.isPresent() ? "file.same" : "file.unknown",
                found.orElse(null),
                page);
    }

    private static Optional<Rejection> refusal(String code) {
        if (code.isBlank()) {
            return Optional.of(Rejection.ofField("letters.code-missing", CODE));
        }
        return CheckCode.isValid(code)
                ? Optional.empty()
                : Optional.of(Rejection.ofField("letters.code-malformed", CODE));
    }

    private String wrong(String code, Rejection refusal, Page page) {
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("problems", page.errors(List.of(refusal)));
        return show(code, null, null, page);
    }

    /** @param verdict message key {@code letters.check.<verdict>}, or null before anything was asked */
    private String show(String typed, @Nullable String verdict, @Nullable Checked found, Page page) {
        page.inSection("verify")
                .with(CODE, CheckCode.isValid(typed) ? CheckCode.of(typed).toString() : typed)
                .with("verdict", verdict)
                .with("good", "genuine".equals(verdict) || "file.same".equals(verdict))
                .with("found", found)
                .with(
                        "entity",
                        found == null
                                ? null
                                : directory
                                        .organisation(found.letter().entity())
                                        .name(page.language()));
        return "letters/check";
    }
}
