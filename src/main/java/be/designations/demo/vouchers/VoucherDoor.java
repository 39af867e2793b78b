package be.designations.demo.vouchers;

import be.designations.client.DecisionClient;
import be.designations.decisions.Registrations;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.SignInLevel;
import be.designations.security.Personas;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens the space with the demonstration, and knows where it is. */
@Component
@Profile("demo & !prod")
class VoucherDoor implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(VoucherDoor.class);
    private static final String AGENT = "support-1";

    private final Registrations registrations;
    private final Directory directory;
    private final Personas personas;
    private final MessageSource messages;
    private final Environment environment;
    private final Clock clock;
    private final int port;
    private final Path data;
    private final TicketBooth booth;
    private @Nullable VoucherSpace space;

    /**
     * @param port of the space on the loopback address, 0 for a free one
     * @param data where the demonstration keeps its data
     */
    VoucherDoor(
            Registrations registrations,
            Directory directory,
            Personas personas,
            MessageSource messages,
            Environment environment,
            Clock clock,
            @Value("${designations.demo.vouchers.port:0}") int port,
            @Value("${designations.demo.directory:data}") Path data) {
        this.registrations = registrations;
        this.directory = directory;
        this.personas = personas;
        this.messages = messages;
        this.environment = environment;
        this.clock = clock;
        this.port = port;
        this.data = data;
        this.booth = new TicketBooth(clock);
    }

    /** The people of the demonstration are there by then; a port that is taken leaves the space closed, and nothing else. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        String productPort = environment.getProperty("local.server.port");
        String product = "http://127.0.0.1:" + productPort;
        Actor agent = personas.find(AGENT)
                .map(person -> new Actor(person, null, SignInLevel.EID))
                .orElseThrow();
        String key = new SpaceRegistration(registrations, data.resolve("vouchers.key")).key(agent);
        DecisionClient client = DecisionClient.withKey(URI.create(product), SpaceRegistration.CLIENT_ID, key);
        Supplier<DecisionClient> decisions = () -> client;
        try {
            space = VoucherSpace.start(
                    port,
                    decisions,
                    new RegisteredEstablishments(directory, clock),
                    booth.publicKey(),
                    // Another name than that of the space: browsers share cookies among the ports of a host.
                    "http://localhost:" + productPort + "/demo/vouchers",
                    messages,
                    clock);
            LOG.info("Service vouchers at {}", space.address());
        } catch (IOException taken) {
            LOG.warn("No space of service vouchers: port {} is taken", port, taken);
        }
    }

    Optional<String> address() {
        return Optional.ofNullable(space).map(VoucherSpace::address);
    }

    TicketBooth booth() {
        return booth;
    }

    @Override
    public void destroy() {
        if (space != null) {
            space.close();
        }
    }
}
