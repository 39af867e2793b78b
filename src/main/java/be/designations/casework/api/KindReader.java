package be.designations.casework.api;

import be.designations.casework.CaseKind;
import be.designations.casework.CaseType;
import be.designations.casework.CaseTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the code of a kind of dossier from the query: it refuses what nobody has declared, rather than find nothing. */
@Component
class KindReader implements Converter<String, CaseKind> {

    /** They come late, as in {@link StatusName}. */
    private final ObjectProvider<CaseTypes> types;

    KindReader(ObjectProvider<CaseTypes> types) {
        this.types = types;
    }

    @Override
    public CaseKind convert(String source) {
        return types.getObject()
                .ofKind(source)
                .map(CaseType::kind)
                .orElseThrow(() -> new IllegalArgumentException("not a kind of dossier"));
    }
}
