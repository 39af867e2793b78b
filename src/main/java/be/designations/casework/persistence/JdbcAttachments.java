package be.designations.casework.persistence;

import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Attachments;
import be.designations.casework.CheckedFile;
import be.designations.casework.DocumentKind;
import be.designations.directory.PersonId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttachments implements Attachments {

    /** All but the content, which is large. */
    private static final String SELECT =
            "select id, subject_id, file_name, media_type, size, added_by, added_at, removed_at from attachment ";

    private final JdbcClient jdbc;

    JdbcAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Attachment add(UUID subject, CheckedFile file, PersonId addedBy, Instant at) {
        byte[] content = file.content();
        byte[] sha256 = sha256(content);
        jdbc.sql("""
                        insert into attachment
                            (id, subject_id, file_name, media_type, size, sha256, content, added_by, added_at)
                        values (:id, :subject, :name, :type, :size, :sha256, :content, :by, :at)
                        on conflict on constraint attachment_same_file_once do nothing""")
                .param("id", UUID.randomUUID())
                .param("subject", subject)
                .param("name", file.fileName())
                .param("type", file.kind().mediaType())
                .param("size", content.length)
                .param("sha256", sha256)
                .param("content", content)
                .param("by", addedBy.value())
                .param("at", Timestamp.from(at))
                .update();
        return jdbc.sql(SELECT + "where subject_id = :subject and file_name = :name and sha256 = :sha256")
                .param("subject", subject)
                .param("name", file.fileName())
                .param("sha256", sha256)
                .query((row, number) -> attachment(row))
                .single();
    }

    @Override
    public Optional<Attachment> find(AttachmentId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> attachment(row))
                .optional();
    }

    @Override
    public List<Attachment> of(UUID subject) {
        return jdbc.sql(SELECT + "where subject_id = :subject order by added_at, file_name, id")
                .param("subject", subject)
                .query((row, number) -> attachment(row))
                .list();
    }

    @Override
    public byte[] content(AttachmentId id) {
        return jdbc.sql("select content from attachment where id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public void remove(AttachmentId id) {
        jdbc.sql("delete from attachment where id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public void removeSince(UUID subject, Instant since) {
        jdbc.sql("delete from attachment where subject_id = :subject and added_at >= :since")
                .param("subject", subject)
                .param("since", Timestamp.from(since))
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                row.getObject("subject_id", UUID.class),
                row.getString("file_name"),
                DocumentKind.ofMediaType(row.getString("media_type")).orElseThrow(),
                row.getInt("size"),
                new PersonId(row.getObject("added_by", UUID.class)),
                row.getTimestamp("added_at").toInstant(),
                Columns.instant(row, "removed_at"));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
