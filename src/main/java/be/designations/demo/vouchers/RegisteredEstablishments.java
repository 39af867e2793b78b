package be.designations.demo.vouchers;

import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The demonstration’s register of enterprises is the product’s directory. */
final class RegisteredEstablishments implements Establishments {

    private final Directory directory;
    private final Clock clock;

    RegisteredEstablishments(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Enterprise> of(String person) {
        Instant now = clock.instant();
        return directory.organisations(directory.tiesOf(new PersonId(UUID.fromString(person)), now)).stream()
                .map(organisation -> enterprise(organisation, now))
                .sorted(Comparator.comparing(Enterprise::name))
                .toList();
    }

    private Enterprise enterprise(Organisation organisation, Instant now) {
        return new Enterprise(
                organisation.name(Language.NL),
                organisation.enterpriseNumber().formatted(),
                directory.establishmentUnits(organisation.id(), now).stream()
                        .map(RegisteredEstablishments::establishment)
                        .toList());
    }

    private static Establishment establishment(EstablishmentUnit unit) {
        return new Establishment(unit.number().value(), unit.number().formatted(), unit.name());
    }
}
