package be.designations.takeover;

import be.designations.directory.InEachLanguage;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Who can take a desk over, and from when on: another organisation than has it, none whose own applications are decided there, none of
 * the announcer’s; from today on, two years ahead at most, one announcement at a time. <i>Source: D103.</i>
 */
final class TakeoverPolicy {

    private static final Period FARTHEST = Period.ofYears(2);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 1_000;

    private TakeoverPolicy() {}

    /**
     * What there is.
     *
     * @param hasIt      whether the organisation would have the desk then anyway
     * @param ofAnnouncer whether whoever announces it works for that organisation
     * @param announced  whether another takeover of the desk is to come
     */
    record Situation(boolean hasIt, boolean ofAnnouncer, boolean announced, LocalDate today) {}

    static List<Rejection> check(NewTakeover wanted, Organisation organisation, Situation found) {
        List<Rejection> rejections = new ArrayList<>();
        if (found.announced()) {
            rejections.add(Rejection.ofField("takeover.announced-already", "desk"));
        }
        if (organisation.kind() == OrganisationKind.CPAS) {
            rejections.add(Rejection.ofField("takeover.not-a-cpas", "enterpriseNumber"));
        } else if (found.hasIt()) {
            rejections.add(Rejection.ofField("takeover.has-it", "enterpriseNumber"));
        } else if (found.ofAnnouncer()) {
            rejections.add(Rejection.ofField("takeover.of-announcer", "enterpriseNumber"));
        }
        if (wanted.firstDay().isBefore(found.today())) {
            rejections.add(Rejection.ofField("takeover.in-the-past", "firstDay"));
        } else if (wanted.firstDay().isAfter(found.today().plus(FARTHEST))) {
            rejections.add(Rejection.ofField("takeover.too-far", "firstDay"));
        }
        for (Language language : Language.values()) {
            if (!isName(wanted.names(), language)) {
                rejections.add(Rejection.ofField("takeover.name-missing", field(language), LONGEST_NAME));
            }
        }
        if (wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
            rejections.add(Rejection.ofField("takeover.reason-missing", "reason", LONGEST_REASON));
        }
        return rejections;
    }

    /** Brackets and braces mark in texts where a name stands. */
    private static boolean isName(InEachLanguage names, Language language) {
        String name = names.in(language);
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(sign -> "[]{}".indexOf(sign) >= 0);
    }

    private static String field(Language language) {
        return "name" + language.name().charAt(0) + language.code().substring(1);
    }
}
