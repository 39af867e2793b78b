package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a CPAS by what people know of it. */
public interface CpasSearch {

    /** A CPAS that was found. */
    record Found(EnterpriseNumber enterpriseNumber, String nameFr, String nameNl, String nameDe, String nisCode) {}

    /**
     * Those with the text in a name, and those with that enterprise number or NIS code, in the order of their enterprise
     * numbers.
     *
     * @param text  in any case; empty for every CPAS
     * @param after the enterprise number with which the page before ended, or null for the first page
     * @param size  1 to 101
     */
    List<Found> find(String text, @Nullable EnterpriseNumber after, int size);
}
