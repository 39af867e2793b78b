package be.designations.demo.vouchers;

import java.util.List;

/** What the space knows of enterprises: it would ask the register of enterprises (BCE / KBO). */
interface Establishments {

    /** A place where an enterprise works. */
    record Establishment(String number, String formatted, String name) {}

    /** An enterprise with its places, by name. */
    record Enterprise(String name, String number, List<Establishment> establishments) {

        public Enterprise {
            establishments = List.copyOf(establishments);
        }
    }

    /** Those for which the person works, or which they represent. */
    List<Enterprise> of(String person);
}
