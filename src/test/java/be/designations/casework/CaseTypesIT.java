package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.IntegrationTest;
import be.designations.testing.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is declared of dossiers, what the models say, and the words for it: none without the others. */
@IntegrationTest
class CaseTypesIT {

    private static final Pattern CHANGE = Pattern.compile("return Change\\.(?:to|of)\\([^;]*;");
    private static final Pattern EVENT = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");

    @Autowired
    CaseTypes types;

    @Autowired
    ResourcePatternResolver resources;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_user_task_is_work_that_is_declared_and_done_with_its_form() {
        assertThat(userTasks()).hasSizeGreaterThan(7).allSatisfy(task -> {
            WorkKind kind = work(task);
            assertThat(types.process(kind.process()).steps().stream()
                            .filter(step -> step.does(kind))
                            .map(CaseStep::form))
                    .contains(task.getCamundaFormRef());
        });
    }

    @Test
    void all_work_that_is_declared_is_a_user_task() {
        assertThat(userTasks().stream().map(this::work))
                .containsExactlyInAnyOrderElementsOf(types.processes().stream()
                        .flatMap(process -> process.work().stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void all_that_is_declared_has_its_words(String language) {
        Set<String> declared = new TreeSet<>();
        types.types().forEach(type -> {
            declared.add("case-kind." + type.kind());
            Stream.concat(CaseColumn.COMMON.stream(), type.columns().columns().stream())
                    .forEach(column -> {
                        declared.add("column." + column.key());
                        column.codes().forEach(code -> declared.add("column." + column.key() + "." + code));
                    });
            type.statuses().forEach(status -> declared.add("status." + status.code()));
        });
        types.processes().forEach(process -> {
            process.work().forEach(kind -> declared.add("work." + kind));
            process.steps().forEach(step -> {
                String text = "step." + process.key() + "." + step.key() + ".";
                Stream.of("do", "title", "form", "after", "send")
                        .map(text::concat)
                        .forEach(declared::add);
                if (step.isIrrevocable()) {
                    declared.add(text + "warning");
                }
            });
        });
        assertThat(keys(language)).containsAll(declared);
    }

    @Test
    void the_database_has_each_column_that_a_kind_declares() {
        List<OwnColumns> declared = types.types().stream()
                .map(CaseType::columns)
                .filter(own -> !own.equals(OwnColumns.NONE))
                .toList();
        assertThat(declared).isNotEmpty().allSatisfy(own -> assertThat(
                        jdbc.sql("select column_name from information_schema.columns where table_name = :view")
                                .param("view", own.view())
                                .query(String.class)
                                .list())
                .contains("case_id")
                .containsAll(own.columns().stream().map(CaseColumn::name).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void the_history_says_that_somebody_was_told_of_work(String language) {
        Set<String> keys = keys(language);
        assertThat(userTasks().stream().map(this::work)).isNotEmpty().allSatisfy(kind -> assertThat(toldOf(kind))
                .allSatisfy(event -> assertThat(keys)
                        .containsAnyOf("timeline." + kind.process() + "." + event, "timeline." + event)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void whoever_takes_a_step_is_told_what_became_of_it_and_the_history_is_too(String language) {
        List<String> words = events().stream()
                .flatMap(event -> Stream.of("notice." + event, "timeline." + event))
                .toList();
        assertThat(words).hasSizeGreaterThan(20);
        assertThat(keys(language)).containsAll(words);
    }

    private List<UserTask> userTasks() {
        List<UserTask> tasks = new ArrayList<>();
        try {
            for (Resource model : resources.getResources("classpath*:bpmn/*.bpmn")) {
                try (InputStream xml = model.getInputStream()) {
                    tasks.addAll(Bpmn.readModelFromStream(xml).getModelElementsByType(UserTask.class));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tasks;
    }

    private WorkKind work(UserTask task) {
        return types.work(((Process) task.getParentElement()).getId(), task.getId());
    }

    private static List<String> toldOf(WorkKind kind) {
        return kind.lapses()
                ? List.of("reminded." + kind.task())
                : List.of("reminded." + kind.task(), "overdue." + kind.task());
    }

    /** What operations of steps answer, where they say it in a word. */
    private static Set<String> events() {
        return SourceFiles.matches(CHANGE, "src")
                .flatMap(change -> EVENT.matcher(change.group()).results().map(event -> event.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What that language has itself, where another would stand in. */
    private Set<String> keys(String language) {
        Set<String> keys = new TreeSet<>();
        for (String bundle : ((AbstractResourceBasedMessageSource) messages).getBasenameSet()) {
            Properties texts = new Properties();
            try {
                PropertiesLoaderUtils.fillProperties(
                        texts,
                        new EncodedResource(
                                new DefaultResourceLoader().getResource(bundle + language + ".properties"),
                                StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        return keys;
    }
}
