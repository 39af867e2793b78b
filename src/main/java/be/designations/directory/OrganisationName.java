package be.designations.directory;

/**
 * What an organisation is called.
 *
 * @param letters the language of what is written to it (D15)
 */
public record OrganisationName(String fr, String nl, String de, Language letters) {

    /** The name in that language; English readers get the name in the language of its letters. */
    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case NL -> nl;
            case DE -> de;
            case EN -> in(letters);
        };
    }
}
