package be.designations.notification;

/** A mail as its recipient reads it. */
record RenderedMail(String subject, String text, String html) {}
