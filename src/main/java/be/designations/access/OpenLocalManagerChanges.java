package be.designations.access;

import java.util.Optional;

/** Which dossiers wait for a change of local manager: what is under way in a dossier is not done beside it. */
public interface OpenLocalManagerChanges {

    /** The number of the dossier that waits for the local manager of that quality to be changed. */
    Optional<String> dossierFor(QualityId quality);
}
