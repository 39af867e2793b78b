package be.designations.principalmanager.api;

import static be.designations.api.Schemas.closed;
import static be.designations.api.Schemas.id;

import be.designations.api.BodySchemas;
import be.designations.api.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What {@link EnterprisePrincipalManagerController} reads. */
@Component
class PrincipalManagerSchemas implements BodySchemas {

    private final Schemas schemas;

    PrincipalManagerSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Map<String, Schema<?>> byName() {
        return Map.of(
                "PrincipalManagerConfirmation",
                schemas.ofForm("principal-manager-conditions").addProperty("replaces", replaced()),
                "PrincipalManagerDraft",
                closed(Map.of(
                        "manager", schemas.ofForm("principal-manager"),
                        "relationship", schemas.ofForm("principal-manager-relationship"),
                        "mandate", schemas.ofForm("principal-manager-mandate"))));
    }

    private static Schema<?> replaced() {
        return id("The responsibility of the principal access manager whom you saw, so that nobody is replaced unseen; null "
                        + "when nobody was")
                .nullable(true);
    }
}
