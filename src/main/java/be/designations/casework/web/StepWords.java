package be.designations.casework.web;

import be.designations.casework.CaseTypes;
import be.designations.casework.CaseView;
import be.designations.casework.Side;
import be.designations.casework.StepTime;
import be.designations.casework.WorkKind;
import be.designations.pages.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who does the steps of a dossier, how often they were done and how long that took, in the words of the reader. */
public record StepWords(CaseView dossier, CaseTypes types, Map<String, Map<String, StepTime>> times, Page page) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is said of a step in the list of steps; empty for one that no person does. */
    String of(String process, String step) {
        return types.process(process).work().stream()
                .filter(kind -> kind.task().equals(step))
                .findFirst()
                .map(kind -> Stream.of(who(kind), time(process, step), usual(process, step))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    private String who(WorkKind kind) {
        Side side = Side.of(kind.desk());
        return dossier.sides().contains(side) ? page.text("case.step.yours") : nameOf(side, dossier, page);
    }

    private String time(String process, String step) {
        StepTime time = times.getOrDefault(process, Map.of()).get(step);
        return time == null ? "" : page.text("case.step.time", time.times(), page.text("case.step.days", time.days()));
    }

    private String usual(String process, String step) {
        StepTime time = times.getOrDefault(process, Map.of()).get(step);
        return time == null || time.usual() == null
                ? ""
                : page.text("case.step.usual", page.text("case.step.days", time.usual()));
    }

    /** What the drawing of each process says at its elements: a JSON object by their ids. */
    Map<String, String> onDrawings() {
        Map<String, String> runs = new HashMap<>();
        times.forEach((process, there) -> {
            Map<String, String> said = new TreeMap<>();
            there.keySet().forEach(step -> said.put(step, time(process, step)));
            runs.put(process, written(said));
        });
        return runs;
    }

    private static String written(Map<String, String> said) {
        try {
            return JSON.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A side in words. */
    static String nameOf(Side side, CaseView dossier, Page page) {
        return side == Side.ENTITY ? dossier.organisation().name(page.language()) : page.text("case.side." + side);
    }
}
