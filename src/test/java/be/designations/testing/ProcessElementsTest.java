package be.designations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessElementsTest {

    static Stream<Class<?>> processes() {
        return Stream.of(ProcessElements.class.getDeclaredClasses());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_constant_is_an_element_of_the_model_and_named_like_it(Class<?> process) {
        String key =
                process.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Set<String> elements = ModelText.of(key).elements();
        assertThat(process.getFields()).isNotEmpty().allSatisfy(constant -> {
            String id = (String) constant.get(null);
            assertThat(elements).contains(id);
            assertThat(constant.getName()).isEqualTo(id.replace('-', '_').toUpperCase(Locale.ROOT));
        });
    }
}
