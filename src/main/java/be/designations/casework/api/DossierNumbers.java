package be.designations.casework.api;

import be.designations.api.After;
import be.designations.casework.DossierNumber;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Tells the documentation of the API that these are texts for callers. */
@Configuration(proxyBeanMethods = false)
class DossierNumbers {

    static {
        var number = new StringSchema();
        number.description("The number that people quote").example("DPD-2026-00001");
        var after = new StringSchema();
        after.description("Where the page before ended; take it from the link next");
        SpringDocUtils.getConfig()
                .replaceWithSchema(DossierNumber.class, number)
                .replaceWithSchema(After.class, after);
    }
}
