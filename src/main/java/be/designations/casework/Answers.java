package be.designations.casework;

import be.designations.forms.FormDefinition;
import be.designations.forms.FormField;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Reads the answers to the form of a step into the record that the step declares for them. */
@Component
public class Answers implements SmartInitializingSingleton {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Forms forms;
    private final CaseTypes types;

    Answers(Forms forms, CaseTypes types) {
        this.forms = forms;
        this.types = types;
    }

    /** @throws IllegalStateException when a record and its form have drifted apart */
    @Override
    public void afterSingletonsInstantiated() {
        types.processes().forEach(process -> process.steps().forEach(this::requireFit));
    }

    private void requireFit(CaseStep<?, ?> step) {
        Set<String> asked = forms.get(step.form()).fields().stream()
                .map(FormField::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = Arrays.stream(step.answers().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!asked.equals(read)) {
            throw new IllegalStateException("%s asks for %s, %s reads %s"
                    .formatted(step.form(), asked, step.answers().getSimpleName(), read));
        }
    }

    /** @param values checked against the form of the step */
    public <P> P read(CaseStep<?, P> step, FormValues values) {
        return JSON.convertValue(values.typed(form(step)), step.answers());
    }

    public FormDefinition form(CaseStep<?, ?> step) {
        return forms.get(step.form());
    }

    /** The answers as one text: the same for the same answers. */
    String written(Object answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException unwritable) {
            // The message may quote the answers: not passed on.
            throw new IllegalStateException("answers of " + answers.getClass().getSimpleName() + " cannot be written");
        }
    }
}
