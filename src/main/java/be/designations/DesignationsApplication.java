package be.designations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application; without a chosen profile it is the demonstration ({@code demo}). */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DesignationsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DesignationsApplication.class, arguments);
    }
}
