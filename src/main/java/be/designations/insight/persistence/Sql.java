package be.designations.insight.persistence;

import java.util.Map;

/** A statement with its named parameters. */
record Sql(String text, Map<String, Object> parameters) {

    Sql {
        parameters = Map.copyOf(parameters);
    }
}
