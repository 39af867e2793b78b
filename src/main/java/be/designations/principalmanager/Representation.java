package be.designations.principalmanager;

import be.designations.directory.RegisteredEnterprise;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an enterprise and of how somebody represents it now.
 *
 * @param day        since when the function has ended, or from when it will hold; null otherwise
 * @param enterprise what the register of enterprises says, or what the directory knows when it is silent
 */
public record Representation(
        Recognition recognition, @Nullable LocalDate day, RegisteredEnterprise enterprise) {

    public boolean isRecognised() {
        return recognition == Recognition.RECOGNISED;
    }

    /** Whether the standard procedure is open: the register recognises them, or has yet to answer. */
    public boolean allowsStandard() {
        return isRecognised() || recognition == Recognition.REGISTER_SILENT;
    }

    /** Whether the special procedure, on documents, is open: to whoever is not recognised. */
    public boolean allowsSpecial() {
        return !isRecognised();
    }
}
