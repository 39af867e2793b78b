package be.designations.forms;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.forms.FormView.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormViewTest {

    private static final FormDefinition FORM = FormFixtures.form("""
            {"type": "radio", "id": "Field_fruit", "key": "fruit", "label": "Fruit",
             "values": [{"label": "Pomme", "value": "APPLE"}, {"label": "Poire", "value": "PEAR"},
                        {"label": "Prune", "value": "PLUM"}]}""");

    @Test
    void of_the_answers_that_a_field_offers_only_some_are_shown_under_their_names_of_this_time() {
        List<Choice> choices = view(Map.of("PEAR", "Poire mûre", "PLUM", "Prune"));

        assertThat(choices).extracting(Choice::value).containsExactly("PEAR", "PLUM");
        assertThat(choices).extracting(Choice::label).containsExactly("Poire mûre", "Prune");
        assertThat(choices).extracting(Choice::chosen).containsExactly(false, true);
    }

    @Test
    void the_error_summary_finds_the_first_answer_that_is_left() {
        assertThat(view(Map.of("PLUM", "Prune", "PEAR", "Poire")))
                .extracting(Choice::id)
                .containsExactly("fruit", "fruit-2");
    }

    @Test
    void what_is_wrong_with_a_field_that_is_not_asked_leads_nowhere() {
        FormView page = new FormViews(FormFixtures.messages())
                .of(FORM, FormValues.empty(), List.of(), Locale.FRENCH)
                .withErrors(List.of(new ShownError("fruit", "Trop mûr")));

        assertThat(page.problems()).containsExactly(new FormView.Problem("fruit", "fruit", "Trop mûr"));
        assertThat(page.without("fruit").problems()).containsExactly(new FormView.Problem("fruit", null, "Trop mûr"));
    }

    private static List<Choice> view(Map<String, String> offered) {
        return new FormViews(FormFixtures.messages())
                .of(FORM, FormValues.empty().with("fruit", "PLUM"), List.of(), Locale.FRENCH)
                .offering("fruit", offered)
                .fields()
                .get(0)
                .choices();
    }
}
