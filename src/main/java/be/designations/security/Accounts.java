package be.designations.security;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What every request asks about the person who sends it; read by primary key. */
@Repository
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the person is not known or was disabled. */
    Optional<Language> languageOfEnabled(PersonId person) {
        return jdbc.sql("select language from person where id = :id and disabled_at is null")
                .param("id", person.value())
                .query((row, number) -> Language.of(row.getString(1)))
                .optional();
    }

    void remember(PersonId person, Language language) {
        jdbc.sql("update person set language = :language where id = :id and language <> :language")
                .param("id", person.value())
                .param("language", language.code())
                .update();
    }
}
