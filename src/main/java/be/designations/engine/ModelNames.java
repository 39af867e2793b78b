package be.designations.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a version of a model calls its elements; the engine keeps models in memory. */
final class ModelNames {

    private ModelNames() {}

    /** By its id what has no name. */
    static String of(RepositoryService repository, String definition, String element) {
        ModelElementInstance found = repository.getBpmnModelInstance(definition).getModelElementById(element);
        @Nullable String name = found == null ? null : found.getAttributeValue("name");
        return name == null ? element : name;
    }
}
