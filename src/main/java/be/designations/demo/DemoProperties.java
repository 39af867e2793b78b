package be.designations.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demonstration, {@code designations.demo.*}.
 *
 * @param directory where database and mails are kept, relative to the working directory
 * @param databasePort port of the database on the loopback address, 0 for a free one
 * @param smtpPort port of the mail server on the loopback address, 0 for a free one
 * @param fresh throws away what an earlier run left in the directory before starting
 */
@ConfigurationProperties("designations.demo")
record DemoProperties(
        @DefaultValue("data") Path directory,
        @DefaultValue("0") int databasePort,
        @DefaultValue("3025") int smtpPort,
        @DefaultValue("false") boolean fresh) {}
