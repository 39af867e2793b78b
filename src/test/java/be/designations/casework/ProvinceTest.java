package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvinceTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_province_of_the_country_has_a_name_in_every_language(Language language) throws IOException {
        Set<String> known = provinces();
        assertThat(known).hasSize(10);

        assertThat(words(language).stringPropertyNames())
                .containsAll(
                        known.stream().map(name -> new Province(name).nameKey()).toList());
    }

    private static Set<String> provinces() throws IOException {
        try (var lines = new BufferedReader(read("/reference/municipalities.csv"))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[3])
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
        }
    }

    private static Properties words(Language language) throws IOException {
        var words = new Properties();
        try (Reader bundle =
                read("/messages/casework" + (language == Language.FR ? "" : "_" + language.code()) + ".properties")) {
            words.load(bundle);
        }
        return words;
    }

    private static Reader read(String resource) {
        return new InputStreamReader(ProvinceTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }
}
