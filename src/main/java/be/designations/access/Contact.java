package be.designations.access;

/** How whoever holds a responsibility is reached for it, as it was said when they were designated (S003). */
public record Contact(String email, String phone) {}
