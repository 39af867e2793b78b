package be.designations.forms;

/**
 * One of the answers a question offers.
 *
 * @param value the code that is posted and stored
 * @param label the French text of the form file
 */
public record FormOption(String value, String label) {}
