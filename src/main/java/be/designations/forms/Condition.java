package be.designations.forms;

/** A field is asked only while the radio {@code key} of the same page has {@code value} chosen. */
record Condition(String key, String value) {}
