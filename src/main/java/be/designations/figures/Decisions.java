package be.designations.figures;

/**
 * What SPP IS decided in a period, after which opinion of BCSS.
 *
 * @param refused             of them, all refusals
 * @param refusedAgainst      refusals after a favourable opinion
 * @param approvedAgainst     approvals after an unfavourable one
 */
public record Decisions(int all, int refused, int refusedAgainst, int approvedAgainst) {

    public int of(DecisionKind kind) {
        return switch (kind) {
            case ALL -> all;
            case REFUSED -> refused;
            case REFUSED_AGAINST -> refusedAgainst;
            case APPROVED_AGAINST -> approvedAgainst;
        };
    }
}
