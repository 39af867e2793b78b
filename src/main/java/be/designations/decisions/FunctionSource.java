package be.designations.decisions;

/**
 * What a function inside an application is given by: the module that gives functions says so in the words of the database, so that a
 * question about one is answered by the statement of all questions. Every expression is one of SQL; none holds what anybody sent.
 */
public interface FunctionSource {

    /** The code of the role that whoever has functions holds first. */
    String role();

    /** A select of one row {@code withdrawn}, a boolean; of none for what is no function. */
    String known(String code, String at);

    /**
     * A select of how the person stands in that quality: {@code inactive_since}; {@code stands}, whether what they were given holds; {@code
     * profiles}, a JSON array of those that have the function, with {@code id}, {@code fr}, {@code nl}, {@code de} and {@code since}. No row
     * for whoever has not entered the application there.
     */
    String held(String person, String quality, String code, String at);

    /** A select of the {@code code} of each function that the person has been given in that quality and that holds. */
    String given(String person, String quality, String at);
}
