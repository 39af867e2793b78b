package be.designations.decisions;

import java.util.List;

/** Finds what somebody may do. */
public interface DecisionStore {

    /**
     * In one statement, however many are asked.
     *
     * @return an answer for each question, in their order
     */
    List<Decision> decide(Asker asker, List<Question> questions);
}
