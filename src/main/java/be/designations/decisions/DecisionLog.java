package be.designations.decisions;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One line for an answer, by a logger of its own, with fields that machines read: every refusal, and the configured part of the
 * permits. It names people by their id, and repeats nothing that is no code, number or id of ours.
 */
@Component
class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger("be.designations.decisions.answers");
    private static final String OTHER = "other";

    private final double loggedPermits;

    DecisionLog(DecisionProperties properties) {
        this.loggedPermits = properties.loggedPermits();
    }

    void decided(Asker asker, AccessRequest request, Decision decision) {
        if (decision.isPermitted() && ThreadLocalRandom.current().nextDouble() >= loggedPermits) {
            return;
        }
        var line = LOG.atInfo()
                .addKeyValue("event", "decision")
                .addKeyValue("application", asker.clientId())
                .addKeyValue("subject", decision.person() == null ? "unknown" : decision.person())
                .addKeyValue("action", action(asker, request.action()))
                .addKeyValue(
                        "resourceType",
                        ResourceType.of(request.resource().type())
                                .map(ResourceType::code)
                                .orElse(OTHER))
                .addKeyValue("resource", resource(asker, request.resource()))
                .addKeyValue("answer", decision.isPermitted() ? "permit" : "deny")
                .addKeyValue("code", decision.reason().code());
        if (request.at() != null) {
            line = line.addKeyValue("askedAbout", request.at());
        }
        line.log("decision");
    }

    /** A list names nobody here: it says that one was given, and how long. */
    void searched(Asker asker, String what, int found) {
        LOG.atInfo()
                .addKeyValue("event", "search")
                .addKeyValue("application", asker.clientId())
                .addKeyValue("sought", what)
                .addKeyValue("found", found)
                .log("search");
    }

    private static String action(Asker asker, String action) {
        return action.equals(Question.USE) || asker.roles().containsKey(action) ? action : OTHER;
    }

    private static String resource(Asker asker, AccessRequest.Thing resource) {
        String id = resource.id();
        return ResourceType.of(resource.type())
                .filter(type -> switch (type) {
                    case APPLICATION -> asker.applications().containsKey(id);
                    case ROLE -> asker.roles().containsKey(id);
                    case FUNCTION -> Question.isFunctionCode(id);
                    case QUALITY -> Ids.parse(id).isPresent();
                    case ENTITY -> EnterpriseNumber.isValid(id);
                    case ESTABLISHMENT_UNIT -> EstablishmentUnitNumber.isValid(id);
                })
                .map(type -> id)
                .orElse(OTHER);
    }
}
