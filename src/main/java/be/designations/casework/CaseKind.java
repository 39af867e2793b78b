package be.designations.casework;

/**
 * What a dossier is about; the module that owns the kind declares it in its {@link CaseType}.
 *
 * @param code   kept with each dossier; message key {@code case-kind.<code>}
 * @param prefix the first part of the dossier number
 */
public record CaseKind(String code, String prefix) {

    @Override
    public String toString() {
        return code;
    }
}
