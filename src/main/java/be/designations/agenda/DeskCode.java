package be.designations.agenda;

import be.designations.casework.Desk;
import be.designations.rules.NotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the desk of an office stands in an address. */
public final class DeskCode {

    /** Those of offices. */
    public static final List<Desk> ALL =
            Arrays.stream(Desk.values()).filter(desk -> desk.office() != null).toList();

    private DeskCode() {}

    /** As in {@code spp-is}. */
    public static String of(Desk desk) {
        return desk.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws NotFoundException when no office has a desk of that code */
    public static Desk read(String code) {
        return ALL.stream()
                .filter(desk -> of(desk).equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("desk"));
    }
}
