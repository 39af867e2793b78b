package be.designations.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many statements of its own each request of a whole dossier runs: rules ask, but nobody reads the same again and again. */
class OperationCostIT extends WholeApplication {

    private static final String APPLICATIONS = "/api/v1/dpd-applications";

    /**
     * A little more than there are: who adds a rule need not come here, who reads in a loop must. Saving looks another candidate up, which is
     * counted and written down (D32, D58).
     */
    private static final Map<String, Integer> MOST = Map.of(
            "draft", 19, "save", 21, "submit", 77, "take", 44, "opinion", 85, "decision", 110, "local manager", 77);

    @Autowired
    DpdApplicationForm form;

    private final Map<String, Integer> statements = new LinkedHashMap<>();

    @Test
    void no_operation_reads_the_same_again_and_again() {
        wholeCase();
        statements.clear();
        wholeCase();

        assertThat(statements).hasSameSizeAs(MOST);
        assertThat(statements)
                .allSatisfy((operation, count) ->
                        assertThat(count).as(operation + " of " + statements).isLessThanOrEqualTo(MOST.get(operation)));
    }

    /** <i>Source: D112.</i> */
    @Test
    void an_answer_that_nobody_reads_is_not_looked_for() {
        wholeCase();
        statements.clear();
        wholeCase();
        Map<String, Integer> whole = Map.copyOf(statements);
        statements.clear();
        wholeCase("return=minimal");

        assertThat(List.of("submit", "take", "opinion", "decision", "local manager"))
                .allSatisfy(operation -> assertThat(statements.get(operation))
                        .as(operation + " of " + statements + " and " + whole)
                        .isLessThan(whole.get(operation) - 10));
    }

    private void wholeCase() {
        wholeCase("return=representation");
    }

    private void wholeCase(String preference) {
        CpasWorld world = worlds.cpas();
        ApiCaller filer = api.as(world.principalManager).with("Prefer", preference);
        ApiCaller reviewer = api.as(world.reviewer).with("Prefer", preference);
        String draft = APPLICATIONS + "/"
                + counted(
                                "draft",
                                () -> filer.post(
                                        APPLICATIONS,
                                        "{'cpas': '"
                                                + world.cpas.enterpriseNumber().value() + "'}"))
                        .text("/id");
        counted("save", () -> filer.put(draft, answers(world)));
        String dossier = counted("submit", () -> filer.post(draft + "/submission", "{'version': 1}"))
                .header("Location")
                .orElseThrow();
        counted("take", () -> reviewer.put(dossier + "/assignment", "{}"));
        counted(
                "opinion",
                () -> reviewer.post(dossier + "/opinion", "{'opinion': 'FAVOURABLE', 'reasons': 'Qualified'}"));
        counted("decision", () -> api.as(world.approver)
                .with("Prefer", preference)
                .post(dossier + "/decision", "{'decision': 'APPROVED'}"));
        counted(
                "local manager",
                () -> filer.post(
                        dossier + "/local-manager",
                        "{'niss': '" + world.candidate.niss().value() + "'}"));
    }

    private String answers(CpasWorld world) {
        ObjectMapper json = new ObjectMapper();
        return json.createObjectNode()
                .put("version", 0)
                .<ObjectNode>set("answers", json.valueToTree(world.answers().typed(form.definition())))
                .toString();
    }

    private Answer counted(String operation, Supplier<Answer> request) {
        var answer = new AtomicReference<Answer>();
        statements.put(operation, StatementCount.ofRequests(() -> answer.set(request.get())));
        assertThat(answer.get().status()).as(answer.get().body()).isBetween(200, 201);
        return answer.get();
    }
}
