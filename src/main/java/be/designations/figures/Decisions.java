package be.designations.figures;

import be.designations.dpd.RefusalGround;
import java.util.Map;

/**
 * What SPP IS decided in a period, after which opinion of BCSS, and for what it refused.
 *
 * @param refused             of them, all refusals
 * @param refusedAgainst      refusals after a favourable opinion
 * @param approvedAgainst     approvals after an unfavourable one
 * @param refusedFor          the refusals by their ground, each of them, in their usual order
 */
public record Decisions(
        int all, int refused, int refusedAgainst, int approvedAgainst, Map<RefusalGround, Integer> refusedFor) {

    public int of(DecisionKind kind) {
        return switch (kind) {
            case ALL -> all;
            case REFUSED -> refused;
            case REFUSED_AGAINST -> refusedAgainst;
            case APPROVED_AGAINST -> approvedAgainst;
        };
    }
}
