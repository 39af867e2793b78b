package be.designations.letters;

import be.designations.access.AccessModel;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A letter by which somebody is designated holds as long as the responsibility that it tells of. */
@Component
class ResponsibilityStanding implements LetterStanding {

    private final AccessModel access;

    ResponsibilityStanding(AccessModel access) {
        this.access = access;
    }

    @Override
    public Set<LetterKind> kinds() {
        return Set.of(LetterKind.LOCAL_MANAGER, LetterKind.PRINCIPAL_MANAGER, LetterKind.MANAGER_DESIGNATION);
    }

    @Override
    public boolean holds(Letter letter, Instant at) {
        return access.findResponsibility(letter.about(), at)
                .filter(standing -> standing.responsibility().runs(at))
                .isPresent();
    }
}
