package be.designations.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.DefaultResourceLoader;

/** What the tests of forms start from. */
final class FormFixtures {

    /** A number that its public specification gives as an example. */
    static final String NISS = "85073003328";

    private FormFixtures() {}

    static Forms forms() {
        return new Forms(new DefaultResourceLoader());
    }

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** A form of one page with the given components. */
    static FormDefinition form(String... components) {
        return FormReader.read("sample.form", json(components));
    }

    static String json(String... components) {
        return """
                {"id": "sample", "type": "default", "executionPlatform": "Camunda Platform", "schemaVersion": 18,
                 "components": [%s]}""".formatted(String.join(",", components));
    }

    /** {@code posted("a=1", "a=2", "b=")}. */
    static Map<String, List<String>> posted(String... pairs) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            posted.merge(
                    pair.substring(0, equals),
                    List.of(pair.substring(equals + 1)),
                    (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                            .toList());
        }
        return posted;
    }

    static List<String> codes(FormSubmission submission) {
        return submission.errors().stream()
                .map(error -> error.key() + ":" + error.code())
                .toList();
    }

    /** Everything that the application for a data protection officer asks. */
    static Map<String, List<String>> completeApplication(String... more) {
        Map<String, List<String>> posted = posted(
                "headOfDailyManagementName=Anne Peeters",
                "contactEmail=direction@example.be",
                "contactPhone=02 123 45 67",
                "candidateNiss=85.07.30-033.28",
                "candidateLastName=Dubois",
                "candidateFirstName=Chloé",
                "candidateEmail=chloe.dubois@example.be",
                "candidatePhone=+32 470 12 34 56",
                "candidateLanguage=fr",
                "employment=INTERNAL",
                "candidateFunction=Conseillère",
                "startDate-day=1",
                "startDate-month=2",
                "startDate-year=2027",
                "degree=Master en droit, 2008",
                "itKnowledge=Administration de réseaux",
                "securityKnowledge=ISO 27001",
                "legalKnowledge=RGPD",
                "hoursPerWeek=7,5",
                "reportsToHead=YES",
                "isHeadOfDailyManagement=NO",
                "noConflict=true",
                "accessToInformation=YES",
                "councilDecisionDate-day=15",
                "councilDecisionDate-month=10",
                "councilDecisionDate-year=2026");
        posted.putAll(posted(more));
        return posted;
    }

    static List<String> languages() {
        return Arrays.asList("fr", "nl", "de", "en");
    }
}
