package be.designations.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must fulfil. Lengths count UTF-16 units, as the character count of the page does.
 *
 * @param requiredIf what is to be answered to that radio for an answer to be required
 * @param decimals   the most digits after the decimal sign
 */
record FieldRules(
        boolean required,
        @Nullable Condition requiredIf,
        int minLength,
        int maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimals,
        @Nullable Pattern pattern,
        boolean email,
        @Nullable FieldFormat format) {}
