package be.designations.principalmanager;

import be.designations.calendar.Days;
import be.designations.directory.Directory;
import be.designations.directory.Enterprises;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.directory.RegisterSilentException;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the register of enterprises whom somebody represents. Not inside a transaction: an answer may take a moment. */
@Component
class Representations {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Enterprises enterprises;
    private final Directory directory;
    private final Clock clock;

    Representations(Enterprises enterprises, Directory directory, Clock clock) {
        this.enterprises = enterprises;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws RejectedException when there is no such enterprise, or it has stopped */
    Representation of(PersonId person, SignInLevel level, EnterpriseNumber number) {
        Optional<Enterprises.Entry> entry;
        try {
            entry = enterprises.ask(number, directory.person(person).niss());
        } catch (RegisterSilentException silent) {
            return unanswered(level, number);
        }
        Enterprises.Entry found = entry.orElseThrow(() -> refused("principalmanager.enterprise-unknown"));
        LocalDate stoppedOn = found.enterprise().stoppedOn();
        if (isOver(stoppedOn)) {
            throw refused("principalmanager.enterprise-stopped", DAY.format(stoppedOn));
        }
        return RepresentationPolicy.of(found, level, clock.instant());
    }

    /** The same once the request is on record: nothing is refused then, it is answered. */
    Representation again(PersonId person, Organisation organisation) {
        EnterpriseNumber number = organisation.enterpriseNumber();
        try {
            return enterprises
                    .ask(number, directory.person(person).niss())
                    .map(entry -> isOver(entry.enterprise().stoppedOn())
                            ? new Representation(
                                    Recognition.ENTERPRISE_STOPPED,
                                    entry.enterprise().stoppedOn(),
                                    entry.enterprise())
                            : RepresentationPolicy.of(entry, SignInLevel.ITSME, clock.instant()))
                    .orElseGet(() -> new Representation(Recognition.NO_FUNCTION, null, asKnown(organisation)));
        } catch (RegisterSilentException silent) {
            return unanswered(SignInLevel.ITSME, number);
        }
    }

    /** The enterprises that exist and that the person represents, by number; nothing when the register does not answer. */
    Optional<List<RegisteredEnterprise>> representedBy(PersonId person) {
        try {
            return Optional.of(
                    enterprises.representedBy(directory.person(person).niss(), clock.instant()).stream()
                            .filter(enterprise -> !isOver(enterprise.stoppedOn()))
                            .toList());
        } catch (RegisterSilentException silent) {
            return Optional.empty();
        }
    }

    private Representation unanswered(SignInLevel level, EnterpriseNumber number) {
        return new Representation(
                level.isAtLeast(SignInLevel.ITSME) ? Recognition.REGISTER_SILENT : Recognition.SIGN_IN_TOO_WEAK,
                null,
                directory
                        .findOrganisation(number)
                        .map(Representations::asKnown)
                        .orElseGet(() -> RegisteredEnterprise.knownByNumber(number)));
    }

    private boolean isOver(@Nullable LocalDate stoppedOn) {
        return stoppedOn != null && !stoppedOn.isAfter(Days.of(clock.instant()));
    }

    private static RegisteredEnterprise asKnown(Organisation organisation) {
        return new RegisteredEnterprise(
                organisation.enterpriseNumber(),
                organisation.nameFr(),
                organisation.nameNl(),
                organisation.nameDe(),
                organisation.street(),
                organisation.postalCode(),
                organisation.locality(),
                null);
    }

    private static RejectedException refused(String code, Object... arguments) {
        return new RejectedException(Rejection.ofField(code, "enterpriseNumber", arguments));
    }
}
