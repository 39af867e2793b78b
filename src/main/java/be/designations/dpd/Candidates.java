package be.designations.dpd;

import be.designations.casework.CaseId;
import be.designations.casework.Cases;
import be.designations.directory.Directory;
import be.designations.directory.NationalRegister;
import be.designations.directory.NewPerson;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredPerson;
import org.springframework.stereotype.Component;

/** Whom an application is about: taken into the directory, and kept from the work on it. */
@Component
class Candidates {

    private final Directory directory;
    private final NationalRegister nationalRegister;
    private final Cases cases;

    Candidates(Directory directory, NationalRegister nationalRegister, Cases cases) {
        this.directory = directory;
        this.nationalRegister = nationalRegister;
        this.cases = cases;
    }

    /** The candidate is taken into the directory; a person who is known there stays as they are known. */
    PersonId register(Candidacy candidacy) {
        var registered = nationalRegister.find(candidacy.niss());
        return directory
                .register(new NewPerson(
                        candidacy.niss(),
                        registered.map(RegisteredPerson::lastName).orElse(candidacy.lastName()),
                        registered.map(RegisteredPerson::firstName).orElse(candidacy.firstName()),
                        candidacy.language(),
                        candidacy.email(),
                        candidacy.phone()))
                .id();
    }

    /** Whoever has a hand in it on the side of the CPAS neither advises nor decides (D13). */
    void bar(CaseId dossier, PersonId person) {
        cases.bar(dossier, person, DpdCase.GIVE_OPINION, DpdCase.DECIDE);
    }

    /** The dossier is about that candidate from now on, whom that company supplies, if any (D10). */
    void corrected(CaseId dossier, PersonId candidate, Candidacy candidacy) {
        cases.about(dossier, candidate);
        cases.suppliedBy(dossier, candidacy.supplier());
        bar(dossier, candidate);
    }
}
