package be.designations.casework;

/**
 * A piece of work waits for too long; whoever owns the case tells the people concerned. Published inside the
 * transaction that notes it.
 *
 * @param overdue false at half time, true when the deadline has passed (D14)
 */
public record WorkItemDue(CaseFile caseFile, WorkItem item, boolean overdue) {}
