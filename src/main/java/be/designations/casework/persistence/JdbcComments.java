package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.Comment;
import be.designations.casework.CommentId;
import be.designations.casework.Comments;
import be.designations.casework.Side;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcComments implements Comments {

    private static final String SELECT = """
            select c.id, c.author_id, c.in_place_of, c.side, c.internal, c.words, c.written_at, c.withdrawn_at,
                   array(select m.person_id from case_comment_mention m where m.comment_id = c.id) as mentioned
              from case_comment c where c.case_id = :case\s""";

    private final JdbcClient jdbc;

    JdbcComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Comment> of(CaseId dossier, Set<Side> sides) {
        return jdbc.sql(SELECT + "and (not c.internal or c.side = any(:sides)) order by c.written_at, c.id")
                .param("case", dossier.value())
                .param("sides", sides.stream().map(Enum::name).toArray(String[]::new))
                .query((row, number) -> comment(row))
                .list();
    }

    @Override
    public Optional<Comment> lastOf(CaseId dossier, PersonId author) {
        return jdbc.sql(SELECT + "and c.author_id = :author order by c.written_at desc, c.id desc limit 1")
                .param("case", dossier.value())
                .param("author", author.value())
                .query((row, number) -> comment(row))
                .optional();
    }

    @Override
    public int count(CaseId dossier) {
        return jdbc.sql("select count(*) from case_comment where case_id = :case")
                .param("case", dossier.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(CaseId dossier, Comment comment) {
        jdbc.sql("""
                        insert into case_comment (id, case_id, author_id, in_place_of, side, internal, words, written_at)
                        values (:id, :case, :author, :principal, :side, :internal, :words, :at)""")
                .param("id", comment.id().value())
                .param("case", dossier.value())
                .param("author", comment.author().value())
                .param(
                        "principal",
                        comment.inPlaceOf() == null ? null : comment.inPlaceOf().value())
                .param("side", comment.side().name())
                .param("internal", comment.internal())
                .param("words", comment.words())
                .param("at", Timestamp.from(comment.writtenAt()))
                .update();
        if (!comment.mentioned().isEmpty()) {
            jdbc.sql("insert into case_comment_mention (comment_id, person_id) select :comment, unnest(:people)")
                    .param("comment", comment.id().value())
                    .param(
                            "people",
                            comment.mentioned().stream().map(PersonId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    @Override
    public void withdraw(CommentId comment, Instant at) {
        jdbc.sql("update case_comment set words = null, withdrawn_at = :at where id = :id and withdrawn_at is null")
                .param("at", Timestamp.from(at))
                .param("id", comment.value())
                .update();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                new CommentId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("author_id", UUID.class)),
                Columns.person(row, "in_place_of"),
                Side.valueOf(row.getString("side")),
                row.getBoolean("internal"),
                row.getString("words"),
                Arrays.stream((UUID[]) row.getArray("mentioned").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                row.getTimestamp("written_at").toInstant(),
                Columns.instant(row, "withdrawn_at"));
    }
}
