package be.designations.forms;

/** A field is asked, or has to be answered, only while the radio {@code key} of the same page has {@code value} chosen. */
record Condition(String key, String value) {}
