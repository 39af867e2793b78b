package be.designations.reference;

import be.designations.directory.Language;
import java.util.Arrays;
import java.util.List;

/** Reads the file of municipalities; its README says where it comes from. */
public final class Municipalities {

    private Municipalities() {}

    /** All of them, by NIS code. */
    public static List<Municipality> read() {
        return CsvFile.read("reference/municipalities.csv", 9, Municipalities::municipality);
    }

    private static Municipality municipality(List<String> columns) {
        return new Municipality(
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4),
                columns.get(5),
                Arrays.stream(columns.get(6).split(" ", -1)).map(Language::of).toList(),
                columns.get(7),
                Integer.parseInt(columns.get(8)));
    }
}
