package be.designations.manual;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.CaseTypes;
import be.designations.casework.DossierNumber;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.manual.ManualScenes.Scene;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The manual as it is read, and whether its pictures still show the pages. */
class ManualIT extends WholeApplication {

    static final String REMAKE =
            "mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ManualPicturesIT"
                    + " -Dmanual.pictures=make";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private CaseTypes caseTypes;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybody_reads_every_task_in_their_language_without_signing_in(Language language) {
        Browser visitor = browsers.fresh();
        var index = visitor.get(in(language, "/help")).page();
        for (ManualTask task : ManualTask.values()) {
            String address = "/help/tasks/" + task.code();
            assertThat(index.select("a[href=" + address + "]")).as(address).hasSize(1);
            var answer = visitor.get(in(language, address));
            assertThat(answer.status()).as(address).isEqualTo(200);
            assertThat(answer.page().select("main ol > li")).as(address).hasSizeBetween(2, 5);
            assertThat(answer.page().select("main")).as(address).allSatisfy(main -> assertThat(main.text())
                    .doesNotContain("??", "[", "]", "{"));
            var picture = requireNonNull(answer.page().selectFirst("main img"), address);
            assertThat(visitor.get(picture.attr("src")).header("Content-Type"))
                    .as(address)
                    .isEqualTo("image/png");
        }
        assertThat(visitor.get("/help/tasks/dance").status()).isEqualTo(404);
        assertThat(visitor.get("/help/tasks/ACCESS").status()).isEqualTo(404);
    }

    @Test
    void a_task_is_found_by_its_words_without_accents_and_by_words_of_its_buttons() {
        Browser visitor = browsers.fresh();

        assertThat(found(visitor, "/help?lang=fr&q=accorder+DROIT")).contains("/help/tasks/grant");
        assertThat(found(visitor, "/help?lang=fr&q=delegue")).contains("/help/tasks/propose");
        assertThat(found(visitor, "/help?lang=nl&q=binnengaan")).contains("/help/tasks/enter");
        assertThat(found(visitor, "/help?lang=de&q=xyzzy")).isEmpty();
        assertThat(visitor.get("/help?lang=de&q=" + "x".repeat(3000)).status()).isEqualTo(200);
    }

    private static List<String> found(Browser visitor, String address) {
        return visitor.get(address)
                .page()
                .select("#found a[href^=/help/tasks/]")
                .eachAttr("href");
    }

    /** A picture that no longer shows its page is worse than none. */
    @Test
    void pictures_show_the_pages_as_they_are_and_these_lead_to_the_manual() {
        Map<ManualTask, Scene> scenes = beans.createBean(ManualScenes.class).make();
        Map<Scene, Browser> readers = new HashMap<>();
        SoftAssertions.assertSoftly(softly -> {
            for (Language language : Language.values()) {
                Map<String, List<String>> kept = PictureWords.kept(language.code());
                Map<String, List<String>> now = new LinkedHashMap<>();
                scenes.forEach((task, scene) -> {
                    var page = readers.computeIfAbsent(scene, one -> browsers.signedIn(one.reader()))
                            .get(in(language, scene.address()))
                            .page();
                    softly.assertThat(page.select(".app-manual a[href=/help/tasks/" + task.code() + "]"))
                            .as("the way from " + scene.address() + " to the manual")
                            .hasSize(1);
                    List<String> words = PictureWords.of(page, language.locale(), scene.steady());
                    List<String> before = kept.getOrDefault(task.code(), List.of());
                    now.put(task.code(), words);
                    if (scene.everybodys()) {
                        softly.assertThat(words.containsAll(before) || before.containsAll(words))
                                .as(stale(task, language) + '\n' + before + '\n' + words)
                                .isTrue();
                    } else {
                        softly.assertThat(words).as(stale(task, language)).isEqualTo(before);
                    }
                });
                softly.assertThat(kept.keySet()).as(stale(null, language)).isEqualTo(now.keySet());
            }
        });
    }

    private static String stale(ManualTask task, Language language) {
        return "The picture of " + task + " in " + language
                + " no longer shows its page. Make the pictures anew and look at them: " + REMAKE;
    }

    /** The task of one side is no help to the other. */
    @Test
    void the_page_of_a_dossier_leads_to_what_its_reader_does_there() {
        CpasWorld world = worlds.cpas();
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        assertThat(ways(number, world.reviewer, world.approver, world.head))
                .containsExactly("opinion", "follow", "follow");

        acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");
        assertThat(ways(number, world.reviewer, world.approver, world.head, world.candidate))
                .containsExactly("follow", "follow", "complete", "follow");

        acts.complete(world.forCpas(world.head), number, null, "Un master.");
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        assertThat(ways(number, world.reviewer, world.approver, world.head))
                .containsExactly("follow", "decision", "follow");

        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
        assertThat(ways(number, world.approver, world.principalManager)).containsExactly("follow", "change");
    }

    @Test
    void a_refused_dossier_leads_the_cpas_alone_to_what_comes_after_a_refusal() {
        CpasWorld world = worlds.cpas();
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu de temps");

        assertThat(ways(number, world.head, world.approver, world.reviewer))
                .containsExactly("refused", "follow", "follow");
    }

    private List<String> ways(DossierNumber number, Person... readers) {
        return Stream.of(readers)
                .map(reader -> browsers.signedIn(reader)
                        .get("/cases/" + number)
                        .page()
                        .select(".app-manual a")
                        .attr("href"))
                .map(address -> address.replace("/help/tasks/", ""))
                .toList();
    }

    /** From every page there is a way to how its task is done; these need none, or have it under the address of their kind of dossier. */
    @Test
    void every_page_leads_to_its_task_or_is_known_to_have_none() {
        Set<String> addresses = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.hasMethodAnnotation(GetMapping.class)
                    && method.getBeanType().isAnnotationPresent(Controller.class)
                    && method.getReturnType().getParameterType() == String.class) {
                addresses.addAll(mapping.getPatternValues());
            }
        });
        caseTypes.types().stream()
                .filter(type -> !type.getClass().getPackageName().contains("example"))
                .forEach(type -> type.steps()
                        .forEach(
                                step -> addresses.add("/cases/" + type.kind().prefix() + "-2026-00001/" + step.key())));

        assertThat(addresses.stream()
                        .filter(address -> !address.startsWith("/help"))
                        .filter(address ->
                                ManualTask.doneAt(sample(address), null).isEmpty()))
                .containsExactlyInAnyOrder(
                        "/",
                        "/accessibility",
                        "/api",
                        "/cases/{number}/answer",
                        "/cases/{number}/present",
                        "/cases/{number}/{step:[a-z][a-z-]*}",
                        "/dpd-contacts",
                        "/dpd-contacts/about",
                        "/operations",
                        "/operations/links",
                        "/sign-in");
    }

    /** With the first of several words, and something where anything may stand. */
    private static String sample(String pattern) {
        return pattern.replaceAll("\\{\\w+:([a-z-]+)\\|[^/]*}", "$1").replaceAll("\\{[^/]*}", "x7");
    }

    static String in(Language language, String address) {
        return address + (address.contains("?") ? '&' : '?') + "lang=" + language.code();
    }
}
