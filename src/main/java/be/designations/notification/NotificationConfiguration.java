package be.designations.notification;

import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    private static final String STREAMS = StreamProvider.class.getName();

    static {
        // The library looks for this class among all jars again for every part of every mail, unless it is named.
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    @Bean
    MailSettings mailSettings(
            @Value("${designations.mail.from}") String from,
            @Value("${designations.public-address}") String publicAddress,
            Environment environment) {
        return MailSettings.of(from, publicAddress, environment.acceptsProfiles(Profiles.of("demo")));
    }
}
