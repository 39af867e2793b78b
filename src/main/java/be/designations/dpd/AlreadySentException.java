package be.designations.dpd;

import be.designations.casework.DossierNumber;

/** Somebody asks for a draft that has become a dossier: it was sent. */
public final class AlreadySentException extends RuntimeException {

    private final transient DossierNumber number;

    AlreadySentException(DossierNumber number) {
        super("sent as " + number);
        this.number = number;
    }

    public DossierNumber number() {
        return number;
    }
}
