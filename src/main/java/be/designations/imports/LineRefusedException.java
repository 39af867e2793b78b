package be.designations.imports;

import java.util.List;

/** A line is not taken: nothing of it was done once the transaction is rolled back. */
final class LineRefusedException extends RuntimeException {

    private final transient List<Problem> problems;

    LineRefusedException(List<Problem> problems) {
        super(problems.stream().map(Problem::code).toList().toString());
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
