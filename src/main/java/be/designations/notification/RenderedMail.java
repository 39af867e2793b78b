package be.designations.notification;

/**
 * A mail as its recipient reads it.
 *
 * @param html a whole page; what people wrote is escaped in it
 */
public record RenderedMail(String subject, String text, String html) {}
