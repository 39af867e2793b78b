package be.designations.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    MailSettings mailSettings(
            @Value("${designations.mail.from}") String from,
            @Value("${designations.public-address}") String publicAddress,
            Environment environment) {
        return MailSettings.of(from, publicAddress, environment.acceptsProfiles(Profiles.of("demo")));
    }
}
