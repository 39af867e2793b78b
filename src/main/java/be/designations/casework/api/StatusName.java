package be.designations.casework.api;

import be.designations.casework.CaseStatus;
import be.designations.casework.CaseTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** The name of a status of some kind of dossier, as a caller gives it to filter by; several kinds may know it. */
record StatusName(String value) {

    boolean isThatOf(CaseStatus status) {
        return status.name().equals(value);
    }

    /**
     * Reads one from the query: it refuses what no kind knows, rather than find nothing. The kinds come late, for converters
     * belong to the web layer, which may start without them.
     */
    @Component
    static class Reader implements Converter<String, StatusName> {

        private final ObjectProvider<CaseTypes> types;

        Reader(ObjectProvider<CaseTypes> types) {
            this.types = types;
        }

        @Override
        public StatusName convert(String source) {
            var name = new StatusName(source);
            if (types.getObject().statuses().stream().noneMatch(name::isThatOf)) {
                throw new IllegalArgumentException("not a status");
            }
            return name;
        }
    }
}
