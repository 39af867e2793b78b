package be.designations.casework.clamav;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param host of {@code clamd}; files are not scanned where none is named
 * @param port on which it listens
 */
@ConfigurationProperties("designations.clamav")
record ClamAvProperties(String host, @DefaultValue("3310") int port) {}
