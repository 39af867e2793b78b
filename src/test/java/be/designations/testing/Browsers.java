package be.designations.testing;

import be.designations.directory.Person;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Browsers in front of the application under test; made when a test asks for them, since the port is known by then. */
@Component
@Lazy
public final class Browsers {

    private final int port;

    Browsers(@LocalServerPort int port) {
        this.port = port;
    }

    /** One in which nobody has signed in. */
    public Browser fresh() {
        return new Browser(port);
    }

    /** One in which that person has signed in, and acts for the one organisation where they are something. */
    public Browser signedIn(Person person) {
        Browser browser = fresh();
        browser.follow(browser.signIn(person.id()));
        return browser;
    }
}
