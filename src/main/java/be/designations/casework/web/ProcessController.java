package be.designations.casework.web;

import be.designations.directory.Language;
import be.designations.rules.NotFoundException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a live diagram is drawn from: the model, and its texts in the language of the page. */
@Controller
class ProcessController {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private final ProcessDrawings drawings;
    private final MessageSource messages;

    ProcessController(ProcessDrawings drawings, MessageSource messages) {
        this.drawings = drawings;
        this.messages = messages;
    }

    @GetMapping("/processes/{key}.bpmn")
    ResponseEntity<Resource> model(@PathVariable String key) {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.APPLICATION_XML)
                .body(drawing(key).file());
    }

    /**
     * @param language two letters, in the address so that a browser keeps each language apart; an element without a text
     *                 keeps that of the model
     */
    @GetMapping("/processes/{key}/labels")
    ResponseEntity<Map<String, String>> labels(@PathVariable String key, @RequestParam String language) {
        Locale locale = spoken(language).locale();
        Map<String, String> labels = new TreeMap<>();
        for (String element : drawing(key).named()) {
            String text = messages.getMessage("process." + key + "." + element, null, "", locale);
            if (text != null && !text.isEmpty()) {
                labels.put(element, text);
            }
        }
        return ResponseEntity.ok().cacheControl(AN_HOUR).body(labels);
    }

    /** One of ours only: bundles are kept for every language that was asked for. */
    private static Language spoken(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("language"));
    }

    private ProcessDrawings.Drawing drawing(String key) {
        return drawings.find(key).orElseThrow(() -> new NotFoundException("process"));
    }
}
