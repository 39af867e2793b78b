package be.designations.decisions;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import java.util.Optional;
import java.util.UUID;
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
                .addKeyValue("subject", subject(request, decision))
                .addKeyValue("action", action(request.action()))
                .addKeyValue(
                        "resourceType",
                        ResourceType.of(request.resource().type())
                                .map(ResourceType::code)
                                .orElse(OTHER))
                .addKeyValue("resource", resource(request.resource()))
                .addKeyValue("answer", decision.isPermitted() ? "permit" : "deny")
                .addKeyValue("code", decision.reason().code());
        if (request.at() != null) {
            line = line.addKeyValue("askedAbout", request.at());
        }
        line.log("decision");
    }

    /** One of several that could not be read, and is refused for it. */
    void unreadable(Asker asker) {
        LOG.atInfo()
                .addKeyValue("event", "decision")
                .addKeyValue("application", asker.clientId())
                .addKeyValue("answer", "deny")
                .addKeyValue("code", "unreadable")
                .log("decision");
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

    /** Also of a question that is refused without looking, the id that was asked about. */
    private static String subject(AccessRequest request, Decision decision) {
        return Optional.ofNullable(decision.person())
                .or(() -> Ids.parse(request.subject().id()))
                .map(UUID::toString)
                .orElse("unknown");
    }

    /** A code that is another application’s stands here too: who asks for what is not theirs is seen. */
    private static String action(String action) {
        return action.equals(Question.USE) || Question.isCode(action) ? action : OTHER;
    }

    private static String resource(AccessRequest.Thing resource) {
        String id = resource.id();
        return ResourceType.of(resource.type())
                .filter(type -> switch (type) {
                    case APPLICATION, ROLE, FUNCTION -> Question.isCode(id);
                    case QUALITY -> Ids.parse(id).isPresent();
                    case ENTITY -> EnterpriseNumber.isValid(id);
                    case ESTABLISHMENT_UNIT -> EstablishmentUnitNumber.isValid(id);
                })
                .map(type -> id)
                .orElse(OTHER);
    }
}
