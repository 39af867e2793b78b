package be.designations.insight.web;

import be.designations.access.DomainName;
import be.designations.access.Translated;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.Grounds;
import be.designations.insight.NamedPerson;
import be.designations.insight.history.Asked;
import be.designations.insight.history.AskedDay;
import be.designations.insight.history.AskedDay.When;
import be.designations.insight.history.HistoryLine;
import be.designations.insight.history.HistoryScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Lines of a history in the words of one language. */
final class HistoryWords {

    private static final BelgianDates DATES = new BelgianDates();

    private final MessageSource messages;
    private final Locale locale;
    private final Language language;

    HistoryWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.language = Language.of(locale.getLanguage());
    }

    String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String coded(String prefix, String code) {
        return Objects.requireNonNullElse(messages.getMessage(prefix + "." + code, null, code, locale), code);
    }

    /** Of whom or what the history is. */
    String subject(HistoryScope scope) {
        var organisation = scope.organisation();
        if (organisation == null) {
            return Objects.requireNonNull(scope.person());
        }
        var quality = scope.quality();
        String name = organisation.name(language);
        return quality == null ? name : coded("quality", quality.kind().name()) + " – " + name;
    }

    /** What was asked, as a sentence. */
    String asked(Asked asked) {
        AskedDay earlier = asked.earlier();
        if (earlier != null) {
            String key = asked.day().when() == When.FUTURE ? "history.compared.future" : "history.compared";
            return get(key, day(earlier.day()), day(asked.day().day()));
        }
        AskedDay day = asked.day();
        return switch (day.when()) {
            case PAST -> get("history.on.past", day(day.day()));
            case TODAY -> get("history.on.today", day(day.day()), DATES.time(day.instant()));
            case FUTURE -> get("history.on.future", day(day.day()));
        };
    }

    String day(LocalDate day) {
        return DATES.day(day);
    }

    String day(Instant at) {
        return DATES.day(at);
    }

    String minute(Instant at) {
        return day(at) + " " + DATES.time(at);
    }

    /** The last day of a period, of which {@code until} is the first instant outside; empty when no end is known. */
    String lastDay(@Nullable Instant until) {
        return until == null ? "" : day(until.minusNanos(1));
    }

    String period(HistoryLine line) {
        Fact fact = line.fact();
        if (line.neverRan()) {
            return get("history.never-ran", day(fact.from()));
        }
        return fact.until() == null
                ? get("access.page.since", day(fact.from()))
                : get("access.page.from-to", day(fact.from()), lastDay(fact.until()));
    }

    String niss(NamedPerson person) {
        return person.niss() == null ? "" : person.niss().formatted();
    }

    /** The responsibility or function; of a right the role. */
    String what(Fact fact) {
        return switch (fact.type()) {
            case MANDATE -> get("access.page.person.mandate");
            case RIGHT -> in(fact.role());
            case RESPONSIBILITY, LEGAL_FUNCTION -> coded("capacity", fact.code()) + ofDomain(fact);
        };
    }

    private String ofDomain(Fact fact) {
        DomainName domain = fact.domain();
        return domain == null ? "" : " – " + domain.name().in(language);
    }

    String application(Fact fact) {
        return in(fact.application());
    }

    /** What it is, application included, in one. */
    String whatInFull(Fact fact) {
        return fact.type() == FactType.RIGHT
                ? get("access.page.person.right", application(fact), what(fact))
                : what(fact);
    }

    String entity(Fact fact) {
        return fact.organisationName().in(language);
    }

    String entityNumber(Fact fact) {
        return EnterpriseNumber.of(fact.enterpriseNumber()).formatted();
    }

    String quality(Fact fact) {
        return fact.qualityKind() == null
                ? ""
                : coded("quality", fact.qualityKind().name());
    }

    String operation(Grounds grounds) {
        return coded("basis", grounds.operation());
    }

    String legalBasis(Grounds grounds) {
        String code = grounds.legalBasis();
        return code == null ? "" : coded("legal-basis", code);
    }

    /** Who decided, and in whose place; empty for the register of the start. */
    String by(Grounds grounds) {
        NamedPerson by = grounds.decidedBy();
        String principal = grounds.inPlaceOf();
        if (by == null) {
            return "";
        }
        return principal == null ? by.name() : get("deputies.by", by.name(), principal);
    }

    /** What was decided, when, by whom, under which rule, in which dossier, in which words. */
    String why(Grounds grounds) {
        String decided = grounds.decidedBy() == null
                ? get("access.page.decided", day(grounds.decidedAt()))
                : get("access.page.decided-by", day(grounds.decidedAt()), by(grounds));
        List<String> parts = new ArrayList<>();
        parts.add(operation(grounds) + ", " + decided);
        if (grounds.legalBasis() != null) {
            parts.add(legalBasis(grounds));
        }
        if (grounds.dossier() != null) {
            parts.add(get("access.page.dossier", grounds.dossier()));
        }
        if (grounds.reason() != null) {
            parts.add(get("access.page.reason", grounds.reason()));
        }
        return String.join(". ", parts);
    }

    private String in(@Nullable Translated name) {
        return name == null ? "" : name.in(language);
    }
}
