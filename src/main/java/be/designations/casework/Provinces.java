package be.designations.casework;

import java.util.List;

/** The provinces of the municipalities that are known. */
public interface Provinces {

    /** By their French names; Brussels, which has none, is not among them. */
    List<Province> all();
}
