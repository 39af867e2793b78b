package be.designations.principalmanager.web;

import be.designations.casework.Attachment;
import be.designations.casework.BelgianDates;
import java.util.List;

/**
 * A document in a list.
 *
 * @param kind      as people call it: PDF
 * @param kilobytes rounded up
 * @param addedOn   {@code dd/mm/yyyy}
 */
record DocumentLine(String id, String name, String kind, int kilobytes, String addedOn) {

    private static final int KILOBYTE = 1_000;

    static List<DocumentLine> of(List<Attachment> documents) {
        return documents.stream()
                .map(file -> new DocumentLine(
                        file.id().toString(),
                        file.fileName(),
                        file.kind().name(),
                        (file.size() + KILOBYTE - 1) / KILOBYTE,
                        new BelgianDates().day(file.addedAt())))
                .toList();
    }
}
