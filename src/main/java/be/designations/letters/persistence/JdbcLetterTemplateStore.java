package be.designations.letters.persistence;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterTemplate;
import be.designations.letters.LetterTemplateStore;
import be.designations.letters.LetterText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLetterTemplateStore implements LetterTemplateStore {

    private static final String SELECT = """
            select kind, version, title_fr, body_fr, title_nl, body_nl, title_de, body_de, made_at, made_by
              from letter_template\s""";

    private final JdbcClient jdbc;

    JdbcLetterTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public LetterTemplate current(LetterKind kind) {
        return jdbc.sql(SELECT + "where kind = :kind order by version desc limit 1")
                .param("kind", kind.code())
                .query(JdbcLetterTemplateStore::template)
                .single();
    }

    @Override
    public Optional<LetterTemplate> find(LetterKind kind, int version) {
        return jdbc.sql(SELECT + "where kind = :kind and version = :version")
                .param("kind", kind.code())
                .param("version", version)
                .query(JdbcLetterTemplateStore::template)
                .optional();
    }

    @Override
    public List<LetterTemplate> versions(LetterKind kind) {
        return jdbc.sql(SELECT + "where kind = :kind order by version desc")
                .param("kind", kind.code())
                .query(JdbcLetterTemplateStore::template)
                .list();
    }

    @Override
    public List<LetterTemplate> all() {
        return jdbc.sql(SELECT + """
                        where (kind, version) in (select kind, max(version) from letter_template group by kind)
                         order by kind""").query(JdbcLetterTemplateStore::template).list();
    }

    @Override
    public boolean add(LetterTemplate template) {
        LetterText french = template.in(Language.FR);
        LetterText dutch = template.in(Language.NL);
        LetterText german = template.in(Language.DE);
        return jdbc.sql("""
                        insert into letter_template (kind, version, title_fr, body_fr, title_nl, body_nl, title_de, body_de,
                                                     made_at, made_by)
                        values (:kind, :version, :titleFr, :bodyFr, :titleNl, :bodyNl, :titleDe, :bodyDe, :at, :by)
                            on conflict do nothing""")
                        .param("kind", template.kind().code())
                        .param("version", template.version())
                        .param("titleFr", french.title())
                        .param("bodyFr", french.body())
                        .param("titleNl", dutch.title())
                        .param("bodyNl", dutch.body())
                        .param("titleDe", german.title())
                        .param("bodyDe", german.body())
                        .param("at", template.madeAt().atOffset(ZoneOffset.UTC))
                        .param(
                                "by",
                                template.madeBy() == null
                                        ? null
                                        : template.madeBy().value())
                        .update()
                == 1;
    }

    private static LetterTemplate template(ResultSet row, int number) throws SQLException {
        UUID by = row.getObject("made_by", UUID.class);
        return new LetterTemplate(
                LetterKind.of(row.getString("kind")),
                row.getInt("version"),
                List.of(text(row, Language.FR), text(row, Language.NL), text(row, Language.DE)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by));
    }

    private static LetterText text(ResultSet row, Language language) throws SQLException {
        return new LetterText(
                language, row.getString("title_" + language.code()), row.getString("body_" + language.code()));
    }
}
