package be.designations.insight.web;

import be.designations.access.BasisId;
import be.designations.directory.Actor;
import be.designations.insight.history.AccessHistory;
import be.designations.insight.history.Decision;
import be.designations.insight.history.Effect;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryStore;
import be.designations.insight.history.HistoryStore.EffectLine;
import be.designations.letters.Letters;
import be.designations.pages.Download;
import be.designations.pages.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A decision: who took it, when, on what ground, and what it began, ended, blocked or unblocked; its letter, if it made one. */
@Controller
class DecisionController {

    private final AccessHistory history;

    DecisionController(AccessHistory history) {
        this.history = history;
    }

    @GetMapping("/decisions/{id}")
    String decision(Actor actor, @PathVariable UUID id, Page page) {
        Decision decision = history.decision(actor, new BasisId(id));
        Map<Effect, List<HistoryLine>> effects = decision.lines().stream()
                .collect(Collectors.groupingBy(
                        EffectLine::effect, TreeMap::new, Collectors.mapping(EffectLine::line, Collectors.toList())));
        page.inSection("entities")
                .with("decision", decision)
                .with("grounds", decision.grounds())
                .with("effects", effects)
                .with("sight", decision.sight())
                .with("shown", decision.lines().size())
                .with("uncounted", decision.total() > HistoryStore.COUNTED);
        return "access/decision";
    }

    @GetMapping("/decisions/{id}/letter.pdf")
    ResponseEntity<byte[]> letter(Actor actor, @PathVariable UUID id) {
        Letters.Opened opened = history.letter(actor, new BasisId(id));
        return Download.pdf(opened.letter().fileName(), opened.content());
    }
}
