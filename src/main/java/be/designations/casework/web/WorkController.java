package be.designations.casework.web;

import be.designations.casework.Desks;
import be.designations.casework.WorkList;
import be.designations.directory.Actor;
import be.designations.pages.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** “Mes tâches”: the open work of every desk that the reader belongs to, soonest due first. */
@Controller
class WorkController {

    /** The parts of the work that can be shown, as they stand in the address. */
    private static final String ALL = "all";

    private static final String MINE = "mine";
    private static final String FREE = "free";
    private static final Set<String> PARTS = Set.of(MINE, FREE);

    private final Desks desks;
    private final WorkList workList;

    WorkController(Desks desks, WorkList workList) {
        this.desks = desks;
        this.workList = workList;
    }

    @GetMapping("/work")
    String work(
            Actor actor,
            @RequestParam(name = "show", defaultValue = ALL) String asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Page page) {
        String show = PARTS.contains(asked) ? asked : ALL;
        WorkList.Query all = desks.workFor(actor);
        WorkList.Query query =
                switch (show) {
                    case MINE -> all.takenBy(actor.person());
                    case FREE -> all.free();
                    default -> all;
                };
        page.inSection("work")
                .with("show", show)
                .with("atDesk", !all.isEmpty())
                .with("reader", actor.person())
                .with("language", page.language())
                .with("count", workList.count(query))
                .with(
                        "page",
                        ListPage.read(
                                workList,
                                query,
                                after,
                                before,
                                UriComponentsBuilder.fromPath("/work").queryParam("show", show)));
        return "work/list";
    }
}
