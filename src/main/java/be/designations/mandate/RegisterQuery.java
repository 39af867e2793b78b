package be.designations.mandate;

import be.designations.casework.Province;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the register of mandates.
 *
 * @param role     of the people
 * @param officer  beginnings of words in the name of the officer; empty for all
 * @param cpas     beginnings of words in the name of the CPAS; empty for all
 * @param province of the CPAS, or null for all
 * @param state    or null for all
 * @param on       only those that ran on that day, or null
 */
public record RegisterQuery(
        Role role,
        String officer,
        String cpas,
        @Nullable Province province,
        @Nullable State state,
        @Nullable LocalDate on,
        Order order) {

    /** Of mandates. */
    public RegisterQuery(
            String officer,
            String cpas,
            @Nullable Province province,
            @Nullable State state,
            @Nullable LocalDate on,
            Order order) {
        this(Role.OFFICER, officer, cpas, province, state, on, order);
    }

    /** As what people stand in the register (D100, D101). */
    public enum Role {
        /** By a mandate. */
        OFFICER,
        INTERIM,
        ADJUNCT;

        /** As addresses and texts name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Role> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    /** How a mandate stands now. */
    public enum State {
        RUNNING,
        /** It runs, and it was decided that it ends. */
        ENDING,
        LATER,
        OVER,
        /** It was struck out before it began. */
        STRUCK_OUT;

        /** As addresses and texts name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    /** In which order it is read. */
    public enum Order {
        /** The newest first. */
        BEGIN,
        /** The first to end first; those without an end last. */
        END,
        /** By the name of the CPAS. */
        CPAS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Order> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }
}
