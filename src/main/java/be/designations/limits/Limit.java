package be.designations.limits;

import java.util.Locale;

/** What is limited; how much of it is a setting. */
public enum Limit {
    /** Beginning to sign in, from one address: who it is, is not known yet. */
    SIGN_INS,
    /** Sending a form with files, by one person. */
    UPLOADS,
    /** Having a table or a list made as a file, by one person. */
    EXPORTS,
    /** Reading a calendar by its secret address, from one address: whose it is, is not known before it is found. */
    CALENDARS,
    /** Reading the public pages, from one address. */
    PUBLIC_PAGES,
    /** Checking whether a letter is genuine, from one address: nobody has to say who they are. */
    LETTERS,
    /** Looking up entities that are not one’s own, by one person. */
    ENTITIES;

    /** In settings, in refusals and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
