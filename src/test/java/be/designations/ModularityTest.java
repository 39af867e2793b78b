package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the modules, as each {@code package-info} allows them. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(DesignationsApplication.class);

    @Test
    void modules_use_only_what_they_are_allowed_to() {
        modules.verify();
        assertThat(modules.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .contains("identifier", "directory", "access", "insight", "casework", "dpd", "localmanager", "engine");
    }

    /** The pages around everything and the demonstration may use all; the client is an artefact of its own, which uses nothing. */
    @Test
    void every_other_module_says_what_it_may_use() {
        assertThat(modules.stream().filter(module -> !Set.of("web", "demo", "client")
                        .contains(module.getIdentifier().toString())))
                .allSatisfy(module -> assertThat(module.getBasePackage()
                                .getAnnotation(org.springframework.modulith.ApplicationModule.class))
                        .as(module.getIdentifier().toString())
                        .isPresent());
    }
}
