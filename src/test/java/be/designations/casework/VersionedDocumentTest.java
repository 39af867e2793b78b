package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A file that is called as one that is there is its new version (D90). */
class VersionedDocumentTest {

    @Test
    void a_file_of_the_same_name_is_a_new_version() {
        Attachment first = file("Plan.pdf", 1);
        Attachment other = file("diplôme.pdf", 2);
        Attachment second = file("plan.PDF", 3);
        Attachment third = file("Plan.pdf", 4);

        List<VersionedDocument> documents = VersionedDocument.of(List.of(first, other, second, third));

        assertThat(documents)
                .containsExactly(
                        new VersionedDocument(third, List.of(second, first)), new VersionedDocument(other, List.of()));
        assertThat(documents).extracting(VersionedDocument::version).containsExactly(3, 1);
        assertThat(List.of(first, other, second, third))
                .extracting(it -> VersionedDocument.versionOf(it, List.of(first, other, second, third)))
                .containsExactly(1, 1, 2, 3);
    }

    private static Attachment file(String name, int minute) {
        return new Attachment(
                new AttachmentId(UUID.randomUUID()),
                UUID.randomUUID(),
                name,
                DocumentKind.PDF,
                100,
                new PersonId(UUID.randomUUID()),
                Instant.EPOCH.plusSeconds(60L * minute),
                null);
    }
}
