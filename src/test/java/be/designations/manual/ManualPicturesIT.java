package be.designations.manual;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import be.designations.manual.ManualScenes.Scene;
import be.designations.testing.Browser;
import be.designations.testing.BrowserJourney;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Makes the pictures of the manual, when asked: {@value ManualIT#REMAKE}. With the codes of tasks in the place of “make”, as in
 * {@code users,calendar}, it makes theirs alone.
 */
@EnabledIfSystemProperty(named = ManualPicturesIT.ASKED, matches = "[a-z,-]+")
class ManualPicturesIT extends BrowserJourney {

    static final String ASKED = "manual.pictures";

    private static final Path FOLDER = Path.of("src/main/resources/static/assets/manual");

    /** Pixels: what fits the column of a page, and a screen. */
    private static final int WIDTH = 960;

    private static final int TALLEST = 720;
    private static final int MARGIN = 16;

    /** What stays in sight while one scrolls would lie over what it belongs to. */
    private static final String AT_REST = ".app-bulk__bar { position: static !important; }";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void pictures() throws IOException {
        Map<ManualTask, Scene> scenes = beans.createBean(ManualScenes.class).make();
        assertThat(scenes).containsOnlyKeys(ManualTask.values());
        Files.createDirectories(FOLDER);
        Files.createDirectories(Path.of(PictureWords.FOLDER));
        List<String> asked = List.of(System.getProperty(ASKED).split(",", -1));
        boolean all = asked.contains("make");
        if (!all) {
            scenes.keySet().removeIf(task -> !asked.contains(task.code()));
        }
        openWindow(WIDTH);
        Map<Language, Map<String, List<String>>> words = new EnumMap<>(Language.class);
        List<String> failing = new ArrayList<>();
        for (Map.Entry<ManualTask, Scene> entry : scenes.entrySet()) {
            String code = entry.getKey().code();
            Scene scene = entry.getValue();
            Browser browser = browsers.signedIn(scene.reader());
            window.signIn(scene.reader(), Language.FR.code());
            for (Language language : Language.values()) {
                String address = ManualIT.in(language, scene.address());
                var answer = browser.get(address);
                if (answer.status() != 200) {
                    failing.add(answer.status() + " " + address);
                    continue;
                }
                words.computeIfAbsent(language, one -> all ? new LinkedHashMap<>() : PictureWords.kept(one.code()))
                        .put(code, PictureWords.of(answer.page(), language.locale(), scene.steady()));
                page.navigate(window.address(address));
                Files.write(FOLDER.resolve(code + '_' + language.code() + ".png"), picture(scene));
            }
        }
        assertThat(failing).isEmpty();
        for (Map.Entry<Language, Map<String, List<String>>> read : words.entrySet()) {
            Files.writeString(PictureWords.file(read.getKey().code()), PictureWords.written(read.getValue()));
        }
    }

    private byte[] picture(Scene scene) {
        BoundingBox main = page.locator("main").boundingBox();
        double top =
                scene.from() == null ? main.y : page.locator("#" + scene.from()).boundingBox().y;
        double height = main.y + main.height - top;
        byte[] drawn = page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE)
                .setStyle(AT_REST)
                .setClip(0, top - MARGIN, WIDTH, Math.min(TALLEST, height + 2 * MARGIN)));
        return SmallPicture.of(drawn);
    }
}
