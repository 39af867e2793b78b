package be.designations.testing;

import be.designations.directory.EnterpriseRegister;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.RegisterSilentException;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredFunction;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The register of enterprises of the tests: the local one, but for the enterprises about which a test has it say nothing,
 * answer too late, or answer wrongly.
 */
public final class TestRegister implements EnterpriseRegister {

    /** Puts it before the local register of the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class InFrontOfTheLocalOne {

        @Bean
        @Primary
        TestRegister testRegister(@Qualifier("localEnterpriseRegister") EnterpriseRegister local) {
            return new TestRegister(local);
        }
    }

    /** How it behaves about an enterprise. */
    public enum Mood {
        DOWN,
        SLOW,
        /** Answers about another enterprise. */
        WRONG
    }

    private static final EnterpriseNumber ANOTHER = EnterpriseNumber.withCheckDigits(9_989_999);

    private final EnterpriseRegister local;
    private final Map<EnterpriseNumber, RegisteredEnterprise> enterprises = new ConcurrentHashMap<>();
    private final Map<EnterpriseNumber, Niss> representatives = new ConcurrentHashMap<>();
    private final Map<EnterpriseNumber, Mood> moods = new ConcurrentHashMap<>();

    private volatile boolean silent;

    TestRegister(EnterpriseRegister local) {
        this.local = local;
    }

    /** Whether it is there at all, for whoever asks about nobody. */
    public void isSilent(boolean nowSilent) {
        silent = nowSilent;
    }

    @Override
    public void greet() {
        if (silent) {
            throw new RegisterSilentException("down");
        }
    }

    public void is(Mood mood, EnterpriseNumber about) {
        moods.put(about, mood);
    }

    /** There is an enterprise that the directory does not know, with one person who represents it. */
    public void knows(RegisteredEnterprise enterprise, Niss representative) {
        enterprises.put(enterprise.number(), enterprise);
        representatives.put(enterprise.number(), representative);
    }

    public void answers(EnterpriseNumber about) {
        moods.remove(about);
    }

    @Override
    public Optional<RegisteredEnterprise> find(EnterpriseNumber number) {
        Mood mood = moods.get(number);
        if (mood == null) {
            return Optional.ofNullable(enterprises.get(number)).or(() -> local.find(number));
        }
        switch (mood) {
            case DOWN -> throw new RegisterSilentException("down");
            case SLOW -> pause();
            case WRONG -> {
                return local.find(number).map(TestRegister::another);
            }
        }
        return local.find(number);
    }

    @Override
    public List<RegisteredFunction> functions(EnterpriseNumber number, Niss niss) {
        return niss.equals(representatives.get(number))
                ? List.of(new RegisteredFunction(LegalFunctionKind.DIRECTOR, Instant.EPOCH, null))
                : local.functions(number, niss);
    }

    @Override
    public List<RegisteredEnterprise> representedBy(Niss niss, Instant at) {
        return local.representedBy(niss, at);
    }

    private static RegisteredEnterprise another(RegisteredEnterprise asked) {
        return new RegisteredEnterprise(
                ANOTHER,
                asked.nameFr(),
                asked.nameNl(),
                asked.nameDe(),
                asked.street(),
                asked.postalCode(),
                asked.locality(),
                null);
    }

    /** Longer than anybody waits. */
    private static void pause() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
