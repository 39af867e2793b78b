package be.designations.dpd.persistence;

import be.designations.directory.PersonId;
import be.designations.dpd.AnswerStore;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.Correction;
import be.designations.dpd.SentAnswers;
import be.designations.forms.FormValues;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnswerStore implements AnswerStore {

    private final JdbcClient jdbc;

    JdbcAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void sent(ApplicationId id, FormValues answers, PersonId by, Instant at) {
        jdbc.sql("""
                        insert into dpd_answers_version (application_id, number, answers, sent_by, sent_at)
                        select :id, coalesce(max(number), 0) + 1, :answers::jsonb, :by, :at
                          from dpd_answers_version where application_id = :id""")
                .param("id", id.value())
                .param("answers", answers.toJson())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<SentAnswers> versions(ApplicationId id) {
        return jdbc.sql("select * from dpd_answers_version where application_id = :id order by number")
                .param("id", id.value())
                .query((row, number) -> new SentAnswers(
                        row.getInt("number"),
                        FormValues.fromJson(row.getString("answers")),
                        new PersonId(row.getObject("sent_by", UUID.class)),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    @Override
    public Optional<Correction> findCorrection(ApplicationId id) {
        return jdbc.sql("select * from dpd_correction where application_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Correction(
                        row.getInt("version"),
                        FormValues.fromJson(row.getString("answers")),
                        row.getBoolean("candidate_compared"),
                        new PersonId(row.getObject("changed_by", UUID.class)),
                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    @Override
    public void keep(ApplicationId id, Correction correction) {
        jdbc.sql("""
                        insert into dpd_correction (application_id, version, answers, candidate_compared, changed_by, changed_at)
                        values (:id, :version, :answers::jsonb, :compared, :by, :at)
                        on conflict (application_id) do update
                           set version = excluded.version, answers = excluded.answers,
                               candidate_compared = excluded.candidate_compared,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("id", id.value())
                .param("version", correction.version())
                .param("answers", correction.answers().toJson())
                .param("compared", correction.candidateCompared())
                .param("by", correction.changedBy().value())
                .param("at", Timestamp.from(correction.changedAt()))
                .update();
    }

    @Override
    public void dropCorrection(ApplicationId id) {
        jdbc.sql("delete from dpd_correction where application_id = :id")
                .param("id", id.value())
                .update();
    }

    @Override
    public String reply(ApplicationId id, PersonId person) {
        return jdbc.sql("select words from dpd_reply where application_id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public void keepReply(ApplicationId id, PersonId person, String words, Instant at) {
        jdbc.sql("""
                        insert into dpd_reply (application_id, person_id, words, kept_at)
                        values (:id, :person, :words, :at)
                        on conflict (application_id, person_id) do update
                           set words = excluded.words, kept_at = excluded.kept_at""")
                .param("id", id.value())
                .param("person", person.value())
                .param("words", words)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void dropUnsent(ApplicationId id) {
        dropCorrection(id);
        jdbc.sql("delete from dpd_reply where application_id = :id")
                .param("id", id.value())
                .update();
    }
}
