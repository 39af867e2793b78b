package be.designations;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import be.designations.casework.WorkKind;
import be.designations.directory.DeskWords;
import be.designations.dpd.DpdCase;
import be.designations.localmanager.LocalManagerProcess;
import be.designations.mandate.ExtensionCase;
import be.designations.principalmanager.PrincipalManagerCase;
import be.designations.replacement.ReplacementCase;
import be.designations.requests.RightRequestCase;
import be.designations.reviews.AccessReviewCase;
import be.designations.testing.Bundles;
import be.designations.testing.SourceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.StringUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What every process model keeps to, read from the XML alone: no engine, so that it is told in a second. */
class ProcessModelsTest {

    /** By process and task: two models may call a task the same. */
    private static final List<WorkKind> WORK = List.of(
            DpdCase.GIVE_OPINION,
            DpdCase.COMPLETE_FILE,
            DpdCase.DECIDE,
            LocalManagerProcess.CHANGE_LOCAL_MANAGER,
            PrincipalManagerCase.VERIFY_MANDATE,
            ReplacementCase.REPLACE_PRINCIPAL_MANAGER,
            ReplacementCase.REPLACE_MANAGER,
            RightRequestCase.DECIDE,
            AccessReviewCase.REVIEW_RIGHTS,
            ExtensionCase.DECIDE);

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Map<String, String> ID_PREFIXES = Map.ofEntries(
            Map.entry("participant", "pool_"),
            Map.entry("lane", "lane_"),
            Map.entry("startEvent", "event_"),
            Map.entry("endEvent", "event_"),
            Map.entry("intermediateCatchEvent", "event_"),
            Map.entry("boundaryEvent", "event_"),
            Map.entry("userTask", "task_"),
            Map.entry("serviceTask", "task_"),
            Map.entry("sendTask", "task_"),
            Map.entry("callActivity", "call_"),
            Map.entry("subProcess", "subprocess_"),
            Map.entry("exclusiveGateway", "gateway_"),
            Map.entry("eventBasedGateway", "gateway_"),
            Map.entry("sequenceFlow", "flow_"));

    /** What stands in a process without being drawn: the parts of a drawn element. */
    private static final Set<String> NOT_DRAWN = Set.of(
            "documentation",
            "laneSet",
            "flowNodeRef",
            "extensionElements",
            "incoming",
            "outgoing",
            "conditionExpression",
            "timerEventDefinition",
            "timeDate",
            "messageEventDefinition");

    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern RULE = Pattern.compile("\\b([ABD]\\d{1,3}|S00\\d)\\b");
    private static final Pattern DELEGATE =
            Pattern.compile("\\bJavaDelegate (\\w+)\\(|\\bclass (\\w+) implements JavaDelegate\\b");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(\\w+)( == '[A-Z_]+')?}");

    static Stream<Document> models() {
        return files().stream().map(ProcessModelsTest::parse);
    }

    private static List<Path> files() {
        return SourceFiles.below("bpmn", ".*\\.bpmn");
    }

    @Test
    void a_file_holds_one_executable_process_and_bears_its_name() {
        assertThat(files()).isNotEmpty().allSatisfy(file -> {
            Document model = parse(file);
            assertThat(file).hasFileName(processId(model) + ".bpmn");
            assertThat(process(model).getAttribute("isExecutable")).isEqualTo("true");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void history_has_an_end(Document model) {
        assertThat(camunda(process(model), "historyTimeToLive")).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("models")
    void ids_say_what_kind_of_element_bears_them(Document model) {
        assertThat(drawn(model)).isNotEmpty().allSatisfy(element -> {
            String prefix = ID_PREFIXES.get(element.getLocalName());
            assertThat(prefix).as("kind %s", element.getLocalName()).isNotNull();
            assertThat(element.getAttribute("id")).startsWith(prefix);
            String slug = element.getAttribute("id").substring(prefix.length());
            assertThat(slug).matches(SLUG);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_element_is_drawn_once_and_nothing_else_is(Document model) {
        List<String> shapes = drawingsOf(model, "BPMNShape");
        List<String> edges = drawingsOf(model, "BPMNEdge");
        Map<Boolean, List<String>> ids = drawn(model).stream()
                .collect(partitioningBy(
                        element -> element.getLocalName().equals("sequenceFlow"),
                        mapping(element -> element.getAttribute("id"), toList())));
        assertThat(shapes).containsExactlyInAnyOrderElementsOf(ids.get(false));
        assertThat(edges).containsExactlyInAnyOrderElementsOf(ids.get(true));
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_node_of_the_process_stands_in_one_lane(Document model) {
        if (elements(model, BPMN, "lane").isEmpty()) {
            return;
        }
        List<String> inLanes = elements(model, BPMN, "flowNodeRef").stream()
                .map(reference -> reference.getTextContent().strip())
                .toList();
        List<String> nodes = drawn(model).stream()
                .filter(element -> element.getParentNode().equals(process(model)))
                .filter(element -> !element.getLocalName().equals("sequenceFlow"))
                .map(element -> element.getAttribute("id"))
                .toList();
        assertThat(inLanes).containsExactlyInAnyOrderElementsOf(nodes);
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_is_scripted_and_no_class_is_named(Document model) {
        assertThat(elements(model, BPMN, "scriptTask")).isEmpty();
        assertThat(elements(model, CAMUNDA, "script")).isEmpty();
        assertThat(elements(model, BPMN, "*")).noneMatch(element -> element.hasAttributeNS(CAMUNDA, "class"));
        assertThat(elements(model, BPMN, "*")).noneMatch(element -> element.hasAttributeNS(CAMUNDA, "expression"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_automatic_task_calls_a_known_delegate(Document model) {
        assertThat(elements(model, BPMN, "serviceTask", "sendTask")).allSatisfy(task -> {
            Matcher bean = BEAN.matcher(camunda(task, "delegateExpression"));
            assertThat(bean.matches()).as(task.getAttribute("id")).isTrue();
            assertThat(bean.group(1)).isIn(delegates());
        });
    }

    @Test
    void every_delegate_is_called_by_a_model() {
        Set<String> called = models().flatMap(model -> elements(model, BPMN, "serviceTask", "sendTask").stream())
                .map(task -> camunda(task, "delegateExpression").replaceAll("\\W", ""))
                .collect(toCollection(TreeSet::new));
        assertThat(called).isEqualTo(delegates());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_names_its_form(Document model) {
        assertThat(elements(model, BPMN, "userTask")).allSatisfy(task -> {
            assertThat(Path.of("forms", camunda(task, "formRef") + ".form")).isRegularFile();
            assertThat(camunda(task, "formRefBinding")).isEqualTo("latest");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_is_work_that_the_program_knows(Document model) {
        assertThat(elements(model, BPMN, "userTask"))
                .allMatch(task -> work(task).isPresent());
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_documented_is_the_rule_behind_it(Document model) {
        assertThat(elements(model, BPMN, "documentation")).isNotEmpty().allSatisfy(documentation -> assertThat(
                        documentation.getTextContent())
                .containsPattern(RULE));
        assertThat(elements(model, BPMN, "userTask")).as("has a deadline").allSatisfy(task -> assertThat(
                        task.getElementsByTagNameNS(BPMN, "documentation")
                                .item(0)
                                .getTextContent())
                .contains("D14"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_listed_in_words_says_when_and_has_a_name(Document model) {
        Set<String> named = drawn(model).stream()
                .filter(element -> element.hasAttribute("name"))
                .map(element -> element.getAttribute("id"))
                .collect(toSet());
        assertThat(drawn(model).stream().filter(element -> properties(element).containsKey("listed")))
                .allSatisfy(element -> {
                    Map<String, String> properties = properties(element);
                    assertThat(properties.get("listed")).isIn("usual", "other", "waiting");
                    assertThat(properties.getOrDefault("listed-as", element.getAttribute("id")))
                            .isIn(named);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_user_task_stands_in_the_list_in_words(Document model) {
        assertThat(elements(model, BPMN, "userTask"))
                .allMatch(task -> properties(task).containsKey("listed"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_leaves_its_time_to_the_table_of_work_and_lapses_only_where_its_work_says_so(Document model) {
        assertThat(elements(model, BPMN, "userTask")).allSatisfy(task -> {
            assertThat(camunda(task, "dueDate")).isEmpty();
            assertThat(list(task.getElementsByTagNameNS(CAMUNDA, "taskListener")))
                    .isEmpty();
            assertThat(elements(model, BPMN, "boundaryEvent").stream()
                            .filter(event -> event.getElementsByTagNameNS(BPMN, "timerEventDefinition")
                                            .getLength()
                                    > 0)
                            .anyMatch(
                                    event -> event.getAttribute("attachedToRef").equals(task.getAttribute("id"))))
                    .isEqualTo(work(task).orElseThrow().lapses());
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_time_is_asked_of_the_deadlines_or_of_the_pace_of_retries_or_read_from_one_variable(Document model) {
        assertThat(elements(model, BPMN, "timeDate")).allSatisfy(date -> assertThat(date.getTextContent())
                .matches("\\$\\{(\\w+|registerRetry\\.next\\(\\)|deadlines\\.lapseAt\\('[A-Z_]+'\\))}"));
        assertThat(elements(model, BPMN, "timeDuration", "timeCycle")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_that_forks_has_a_default_and_a_condition_on_every_other_flow(Document model) {
        assertThat(elements(model, BPMN, "exclusiveGateway")).allSatisfy(gateway -> {
            List<Element> outgoing = elements(model, BPMN, "sequenceFlow").stream()
                    .filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                    .toList();
            if (outgoing.size() > 1) {
                List<Element> conditional = outgoing.stream()
                        .filter(flow -> !flow.getAttribute("id").equals(gateway.getAttribute("default")))
                        .toList();
                assertThat(conditional).hasSize(outgoing.size() - 1).allSatisfy(flow -> assertThat(
                                flow.getTextContent().strip())
                        .matches(CONDITION));
                assertThat(outgoing).noneMatch(flow -> flow.getAttribute("name").isBlank());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_called_process_exists_and_gets_the_dossier_number_and_named_variables_only(Document model) {
        Set<String> processes = models().map(ProcessModelsTest::processId).collect(toCollection(TreeSet::new));
        assertThat(elements(model, BPMN, "callActivity")).allSatisfy(call -> {
            assertThat(call.getAttribute("calledElement")).isIn(processes);
            assertThat(list(call.getElementsByTagNameNS(CAMUNDA, "in")))
                    .anyMatch(in -> in.getAttribute("businessKey").equals("#{execution.processBusinessKey}"))
                    .noneMatch(in -> in.hasAttribute("variables"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_de", "_en"})
    void every_named_element_has_a_label_and_every_label_an_element(String language) {
        Map<String, String> labels = Bundles.texts(language, "process.");
        assertThat(labels.keySet()).isEqualTo(names().keySet());
        assertThat(labels.values())
                .allSatisfy(label -> assertThat(label).isNotBlank().isEqualTo(label.strip()))
                .as("a straight apostrophe does not outlive MessageFormat")
                .noneMatch(label -> label.contains("'"));
    }

    @Test
    void the_french_label_is_the_name_in_the_model() {
        Map<String, String> texts = Bundles.texts("", "process.");
        texts.replaceAll((key, text) -> DeskWords.asWritten(text));
        assertThat(texts).containsAllEntriesOf(names());
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_pool_bears_the_name_of_the_process(Document model) {
        assertThat(elements(model, BPMN, "participant")).allMatch(pool -> pool.getAttribute("name")
                .equals(process(model).getAttribute("name")));
    }

    /** Label key to French name, of every element that a reader sees a name of. */
    private static Map<String, String> names() {
        return new TreeMap<>(models().flatMap(model -> Stream.concat(Stream.of(process(model)), drawn(model).stream())
                        .filter(element -> element.hasAttribute("name"))
                        .map(element -> Map.entry(
                                "process." + processId(model) + "." + element.getAttribute("id"),
                                element.getAttribute("name"))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<WorkKind> work(Element task) {
        String process = ((Element) task.getParentNode()).getAttribute("id");
        return WORK.stream()
                .filter(kind -> kind.process().equals(process) && kind.task().equals(task.getAttribute("id")))
                .findFirst();
    }

    /** The names of the beans that models may call. */
    private static Set<String> delegates() {
        return SourceFiles.below("src/main/java", ".*\\.java").stream()
                .filter(file -> file.toString().contains("/process/"))
                .flatMap(file -> DELEGATE.matcher(SourceFiles.read(file)).results())
                .map(found -> found.group(1) == null ? StringUtils.uncapitalize(found.group(2)) : found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /** The properties of the element itself, not of elements inside it. */
    private static Map<String, String> properties(Element element) {
        return list(element.getElementsByTagNameNS(CAMUNDA, "property")).stream()
                .filter(property ->
                        property.getParentNode().getParentNode().getParentNode().equals(element))
                .collect(toMap(property -> property.getAttribute("name"), property -> property.getAttribute("value")));
    }

    private static List<Element> drawn(Document model) {
        Stream<Element> inside = list(process(model).getElementsByTagNameNS(BPMN, "*")).stream()
                .filter(element -> !NOT_DRAWN.contains(element.getLocalName()));
        return Stream.concat(elements(model, BPMN, "participant").stream(), inside)
                .toList();
    }

    private static List<String> drawingsOf(Document model, String kind) {
        return elements(model, DI, kind).stream()
                .map(drawing -> drawing.getAttribute("bpmnElement"))
                .toList();
    }

    private static Element process(Document model) {
        List<Element> processes = elements(model, BPMN, "process");
        assertThat(processes).hasSize(1);
        return processes.get(0);
    }

    private static String processId(Document model) {
        return process(model).getAttribute("id");
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    private static List<Element> elements(Document model, String namespace, String... names) {
        return Stream.of(names)
                .flatMap(name -> list(model.getElementsByTagNameNS(namespace, name)).stream())
                .toList();
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
