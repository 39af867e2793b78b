package be.designations.management.web.rights;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.InEachLanguage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.management.News;
import be.designations.management.NewsItem;
import be.designations.management.NewsStore.Entry;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where support staff write what those read who manage rights. */
@Controller
@RequestMapping("/operations/news")
class NewsController {

    private static final String FORM = "news";

    private final News news;
    private final Clock clock;

    NewsController(News news, Clock clock) {
        this.news = news;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Page page) {
        page.inSection("operations")
                .with("items", news.all(actor))
                .with("today", Days.of(clock.instant()))
                .with("language", page.language());
        return "rights/news";
    }

    @GetMapping("/new")
    String begin(Actor actor, Page page) {
        news.all(actor);
        return show(null, 0, page.form(FORM, FormValues.empty()), page);
    }

    @PostMapping("/new")
    String write(Actor actor, Page page) {
        news.all(actor);
        return submit(
                typed -> {
                    news.write(actor, key(page), item(typed));
                    return page.done("/operations/news", "rights.news.written");
                },
                null,
                0,
                page);
    }

    @GetMapping("/{id}")
    String open(Actor actor, @PathVariable UUID id, Page page) {
        Entry entry = news.find(actor, id);
        return show(id, entry.version(), page.form(FORM, values(entry.item())), page);
    }

    @PostMapping("/{id}")
    String change(Actor actor, @PathVariable UUID id, Page page) {
        news.find(actor, id);
        int version = version(page);
        return submit(
                typed -> {
                    news.change(actor, id, version, item(typed));
                    return page.done("/operations/news", "rights.news.changed");
                },
                id,
                version,
                page);
    }

    private static String submit(Function<FormValues, String> operation, @Nullable UUID id, int version, Page page) {
        FormSubmission sent = page.read(FORM, page.pageOf(FORM).key());
        List<ShownError> wrong = page.errors(FORM, sent);
        if (wrong.isEmpty()) {
            Page.Outcome outcome = page.attempt(() -> operation.apply(sent.values()));
            if (outcome.template() != null) {
                return outcome.template();
            }
            wrong = outcome.wrong();
        }
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        return show(id, version, page.form(FORM, sent.values()).withErrors(wrong), page);
    }

    @PostMapping("/{id}/remove")
    String remove(Actor actor, @PathVariable UUID id, Page page) {
        int version = version(page);
        Entry entry = news.find(actor, id);
        return page.attempt(() -> {
                    news.remove(actor, id, version);
                    return page.done("/operations/news", "rights.news.removed");
                })
                .or(wrong -> show(
                        id,
                        entry.version(),
                        page.form(FORM, values(entry.item())).withErrors(wrong),
                        page));
    }

    private static int version(Page page) {
        return StaffList.number(page.parameter("version").orElse(null));
    }

    /** By which a second click of the same form is known. */
    private static UUID key(Page page) {
        return page.parameter("key").flatMap(Inputs::id).orElseGet(UUID::randomUUID);
    }

    private static String show(@Nullable UUID id, int version, FormView form, Page page) {
        page.inSection("operations")
                .with("id", id)
                .with("version", version)
                .with("key", key(page))
                .with("form", form);
        return "rights/news-item";
    }

    private static NewsItem item(FormValues typed) {
        return new NewsItem(
                words(typed, "title"),
                words(typed, "text"),
                typed.date("firstDay").orElseThrow(),
                typed.date("lastDay").orElse(null));
    }

    private static InEachLanguage words(FormValues typed, String what) {
        return new InEachLanguage(
                typed.text(what + "Fr"), typed.text(what + "Nl"), typed.text(what + "De"), typed.text(what + "En"));
    }

    private static FormValues values(NewsItem item) {
        return with(
                with(FormValues.empty(), "title", item.title())
                        .with("firstDay", item.firstDay().toString())
                        .with(
                                "lastDay",
                                item.lastDay() == null ? "" : item.lastDay().toString()),
                "text",
                item.text());
    }

    private static FormValues with(FormValues values, String what, InEachLanguage words) {
        return values.with(what + "Fr", words.fr())
                .with(what + "Nl", words.nl())
                .with(what + "De", words.de())
                .with(what + "En", words.en());
    }
}
