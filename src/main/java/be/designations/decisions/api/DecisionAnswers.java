package be.designations.decisions.api;

import be.designations.calendar.BelgianDates;
import be.designations.decisions.Decision;
import be.designations.decisions.Decision.DecidedBy;
import be.designations.decisions.Decision.Ground;
import be.designations.decisions.Decision.Standing;
import be.designations.decisions.Reason;
import be.designations.directory.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Decisions as callers get them: the answer, why in a code and in words, on what it rests or what is missing. */
@Component
public class DecisionAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MessageSource messages;
    private final BelgianDates dates = new BelgianDates();

    DecisionAnswers(MessageSource messages) {
        this.messages = messages;
    }

    public ObjectNode of(Decision decision, Locale locale) {
        ObjectNode context =
                JSON.objectNode().put("code", decision.reason().code()).put("reason", words(decision, locale));
        Ground ground = decision.ground();
        if (ground != null) {
            add(context, decision, ground, locale);
        }
        ObjectNode answer = JSON.objectNode().put("decision", decision.isPermitted());
        answer.set("context", context);
        return answer;
    }

    /** An evaluation of a batch that could not be read. */
    static ObjectNode unreadable(String message) {
        ObjectNode context = JSON.objectNode();
        context.putObject("error").put("status", 400).put("message", message);
        ObjectNode answer = JSON.objectNode().put("decision", false);
        answer.set("context", context);
        return answer;
    }

    /** In the language of the reader. */
    public String words(Decision decision, Locale locale) {
        Ground ground = decision.ground();
        Standing standing = decision.standing();
        String code = decision.reason().code();
        String argument = ground == null
                ? ""
                : switch (decision.reason()) {
                    case SIGN_IN_LEVEL_TOO_LOW -> Integer.toString(ground.neededLevel());
                    case BLOCKED -> moment(ground.blockedSince());
                    case NOT_BEGUN -> moment(ground.validFrom());
                    case ENDED -> moment(ground.validUntil());
                    case INACTIVE -> moment(standing == null ? null : standing.inactiveSince());
                    default -> "";
                };
        Object[] arguments = argument.isEmpty() ? null : new Object[] {argument};
        String words = messages.getMessage("decisions.reason." + code, arguments, locale);
        // What is said of a right is said of the role, where a function is asked about.
        return standing == null
                ? words
                : Objects.requireNonNullElse(
                        messages.getMessage("decisions.function." + code, arguments, words, locale), words);
    }

    private String moment(@Nullable Instant at) {
        return dates.day(at) + ' ' + dates.time(at);
    }

    private static void add(ObjectNode context, Decision decision, Ground ground, Locale locale) {
        Standing standing = decision.standing();
        switch (decision.reason()) {
            case RIGHT, LOCAL_MANAGER, PROFILE -> addHeld(context, ground);
            case SIGN_IN_LEVEL_TOO_LOW -> context.put("needed_sign_in_level", ground.neededLevel());
            case BLOCKED -> put(context, "blocked_since", ground.blockedSince());
            case NOT_BEGUN -> put(context, "begins_at", ground.validFrom());
            case ENDED -> put(context, "ended_at", ground.validUntil());
            case INACTIVE -> put(context, "inactive_since", standing == null ? null : standing.inactiveSince());
            default -> {
                // The words say all.
            }
        }
        DecidedBy basis = ground.basis();
        if (basis != null && decision.reason() != Reason.ELSEWHERE) {
            ObjectNode named =
                    context.putObject("basis").put("id", basis.id().toString()).put("operation", basis.operation());
            put(named, "decided_at", basis.decidedAt());
            if (basis.dossier() != null) {
                named.put("dossier", basis.dossier());
            }
            if (basis.legalBasis() != null) {
                named.put("legal_basis", basis.legalBasis());
            }
            if (standing != null && !standing.profiles().isEmpty()) {
                addProfiles(named.putArray("profiles"), standing, Language.of(locale.getLanguage()));
            }
        }
    }

    private static void addProfiles(ArrayNode named, Standing standing, Language language) {
        standing.profiles().forEach(profile -> named.addObject()
                .put("id", profile.id().toString())
                .put("name", profile.name().in(language))
                .put("since", profile.since().toString()));
    }

    private static void addHeld(ObjectNode context, Ground ground) {
        context.put("capacity", ground.capacity());
        if (ground.role() != null) {
            context.put("role", ground.role());
        }
        context.put("entity", ground.entity())
                .put("quality", ground.qualityKind())
                .put("quality_id", ground.quality().toString());
        if (!ground.units().isEmpty()) {
            ground.units().forEach(context.putArray("establishment_units")::add);
        }
        put(context, "valid_from", ground.validFrom());
        put(context, "valid_until", ground.validUntil());
    }

    private static void put(ObjectNode node, String name, @Nullable Instant at) {
        if (at != null) {
            node.put(name, at.toString());
        }
    }
}
