package be.designations.letters.persistence;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.letters.CheckCode;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.LetterStore;
import be.designations.letters.NewLetter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLetterStore implements LetterStore {

    /** Without its file, which would be the most of it. */
    private static final String SELECT = """
            select id, coalesce(case_id, basis_id) as origin, number, kind, template_version, told_id, reference, organisation_id, language, code, digest,
                   size, made_at
              from letter where\s""";

    private final JdbcClient jdbc;

    JdbcLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int nextNumber(UUID caseId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from letter where case_id = :case")
                .param("case", caseId)
                .query(Integer.class)
                .single();
    }

    @Override
    public String nextReference(int year) {
        return jdbc.sql("select 'DES-' || :year || '-' || lpad(next_dossier_number('DES', :year)::text, 5, '0')")
                .param("year", year)
                .query(String.class)
                .single();
    }

    @Override
    public void add(Letter letter, NewLetter told, byte[] content) {
        jdbc.sql("""
                        insert into letter (id, case_id, basis_id, number, kind, template_version, about, told_id, reference,
                                            organisation_id, language, code, digest, size, content, holds_from, made_at)
                        values (:id, :case, :decision, :number, :kind, :template, :about, :told, :reference,
                                :organisation, :language, :code, :digest, :size, :content, :from, :at)""")
                .param("id", letter.id())
                .param("case", told.origin().isDossier() ? letter.origin() : null)
                .param("decision", told.origin().isDossier() ? null : letter.origin())
                .param("number", letter.number())
                .param("kind", letter.kind().code())
                .param("template", letter.templateVersion())
                .param("about", told.about())
                .param("told", letter.about())
                .param("reference", letter.reference())
                .param("organisation", letter.entity().value())
                .param("language", letter.language().code())
                .param("code", letter.code().value())
                .param("digest", HexFormat.of().parseHex(letter.digest()))
                .param("size", letter.size())
                .param("content", content)
                .param("from", told.holdsFrom().atOffset(ZoneOffset.UTC))
                .param("at", letter.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Letter> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "case_id = :case order by number")
                .param("case", caseId)
                .query(JdbcLetterStore::letter)
                .list();
    }

    @Override
    public Optional<Letter> find(UUID caseId, int number) {
        return jdbc.sql(SELECT + "case_id = :case and number = :number")
                .param("case", caseId)
                .param("number", number)
                .query(JdbcLetterStore::letter)
                .optional();
    }

    @Override
    public Optional<Letter> ofDecision(UUID decision) {
        return one("basis_id", decision);
    }

    @Override
    public Optional<Letter> find(CheckCode code) {
        return one("code", code.value());
    }

    @Override
    public Optional<Letter> findByDigest(String digest) {
        return one("digest", HexFormat.of().parseHex(digest));
    }

    /** By a column that is unique. */
    private Optional<Letter> one(String column, Object value) {
        return jdbc.sql(SELECT + column + " = :value")
                .param("value", value)
                .query(JdbcLetterStore::letter)
                .optional();
    }

    @Override
    public byte[] content(UUID letter) {
        return jdbc.sql("select content from letter where id = :id")
                .param("id", letter)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Override
    public Optional<Instant> replacedAt(UUID letter, Instant at) {
        return jdbc.sql("""
                        select later.holds_from from letter it
                          join letter later on later.about = it.about and later.kind = it.kind
                           and (later.holds_from, later.made_at, later.number) > (it.holds_from, it.made_at, it.number)
                         where it.id = :id and later.holds_from <= cast(:at as timestamptz)
                           and not exists (select from dpd_mandate m where m.id = later.told_id and m.revoked_at is not null)
                           and not exists (select from dpd_application a join dpd_mandate m on m.application_id = a.id
                                            where a.case_id = later.told_id and m.revoked_at is not null)
                         order by later.holds_from limit 1""")
                .param("id", letter)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getObject("origin", UUID.class),
                row.getInt("number"),
                LetterKind.of(row.getString("kind")),
                row.getInt("template_version"),
                row.getObject("told_id", UUID.class),
                row.getString("reference"),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Language.of(row.getString("language")),
                new CheckCode(row.getString("code")),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getInt("size"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
