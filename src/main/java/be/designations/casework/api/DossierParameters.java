package be.designations.casework.api;

import be.designations.api.After;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseType;
import be.designations.casework.CaseTypes;
import be.designations.casework.DossierNumber;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what callers ask for: a kind or a status that nobody has declared is refused, rather than that nothing is found. The
 * kinds come late, for converters belong to the web layer, which may start without them.
 */
@Configuration(proxyBeanMethods = false)
class DossierParameters {

    static {
        var number = new StringSchema();
        number.description("The number that people quote").example("DPD-2026-00001");
        var after = new StringSchema();
        after.description("Where the page before ended; take it from the link next");
        SpringDocUtils.getConfig()
                .replaceWithSchema(DossierNumber.class, number)
                .replaceWithSchema(After.class, after);
    }

    @Bean
    Converter<String, CaseKind> readsKinds(ObjectProvider<CaseTypes> types) {
        return code -> types.getObject()
                .ofKind(code)
                .map(CaseType::kind)
                .orElseThrow(() -> new IllegalArgumentException("not a kind of dossier"));
    }

    @Bean
    Converter<String, StatusName> readsStatuses(ObjectProvider<CaseTypes> types) {
        return text -> {
            var name = new StatusName(text);
            if (types.getObject().statuses().stream().noneMatch(name::isThatOf)) {
                throw new IllegalArgumentException("not a status");
            }
            return name;
        };
    }
}
