package be.designations.forms;

/** The kinds of question a form can ask. */
public enum FieldType {
    TEXTFIELD("textfield"),
    TEXTAREA("textarea"),
    NUMBER("number"),
    DATE("datetime"),
    SELECT("select"),
    RADIO("radio"),
    CHECKBOX("checkbox"),
    CHECKLIST("checklist");

    private final String component;

    FieldType(String component) {
        this.component = component;
    }

    /** The type that the form file names. */
    String component() {
        return component;
    }

    boolean hasOptions() {
        return this == SELECT || this == RADIO || this == CHECKLIST;
    }
}
