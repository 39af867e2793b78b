package be.designations.principalmanager;

import be.designations.access.Basis;
import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseFile;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterWord;
import be.designations.letters.Letters;
import be.designations.letters.NewLetter;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The letter by which an entity designates its principal access manager; where support has verified the mandate of whoever asked,
 * support writes (D96).
 */
@Component
class PrincipalManagerLetters {

    private final Letters letters;
    private final Directory directory;

    PrincipalManagerLetters(Letters letters, Directory directory) {
        this.letters = letters;
        this.directory = directory;
    }

    void designated(CaseFile dossier, PrincipalManagerRequest request, UUID responsibility, Basis basis) {
        Organisation entity = directory.organisation(request.organisation());
        Organisation from = request.isSpecial()
                ? directory.findDesk(OrganisationKind.SUPPORT).orElseThrow()
                : entity;
        Instant at = basis.decidedAt();
        String name = nameOf(request.manager());
        letters.make(NewLetter.of(
                        LetterKind.PRINCIPAL_MANAGER,
                        dossier.id().value(),
                        dossier.number().value(),
                        entity,
                        from,
                        at)
                .to(name)
                // As everywhere, support speaks as a desk.
                .signedBy(request.isSpecial() ? "" : nameOf(request.requestedBy()), null)
                .onGround(Objects.requireNonNull(basis.legalBasis(), "a designation has its legal basis"))
                .telling("principal-manager/" + entity.id().value(), responsibility, at)
                .with(LetterWord.MANAGER, name)
                .with(LetterWord.FROM, new BelgianDates().day(at)));
    }

    private String nameOf(PersonId person) {
        return directory.person(person).displayName();
    }
}
