package be.designations.casework;

import java.util.List;

/** The dossiers that belong beside another one, as far as a person sees them. */
public interface RelatedCases {

    /** What they share with it. */
    enum Relation {
        /** The person whom they are about. */
        PERSON,
        /** The company that supplies that person. */
        COMPANY,
        /** The organisation. */
        ORGANISATION
    }

    /** @param more whether there are more of them */
    record Related(Relation relation, List<CaseList.Line> lines, boolean more) {

        public Related {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The newest of each relation, in their order; a dossier stands under the first that fits, and a relation without any is left
     * out.
     *
     * @param seen of these only
     * @param most of each relation
     */
    List<Related> of(CaseId dossier, List<CaseList.Seen> seen, int most);
}
