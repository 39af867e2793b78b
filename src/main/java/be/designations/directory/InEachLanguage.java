package be.designations.directory;

/** The same words in the four languages of the product. */
public record InEachLanguage(String fr, String nl, String de, String en) {

    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case NL -> nl;
            case DE -> de;
            case EN -> en;
        };
    }
}
