package be.designations.management.persistence;

import be.designations.calendar.Days;
import be.designations.directory.InEachLanguage;
import be.designations.directory.PersonId;
import be.designations.management.NewsItem;
import be.designations.management.NewsStore;
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
class JdbcNewsStore implements NewsStore {

    private final JdbcClient jdbc;

    JdbcNewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> published(Instant at, int most) {
        return jdbc.sql("""
                        select * from news_item
                         where published_from <= :at and (published_until is null or published_until > :at)
                         order by published_from desc, id limit :most""")
                .param("at", Timestamp.from(at))
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> all(int most) {
        return jdbc.sql("select * from news_item order by published_from desc, id limit :most")
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public Optional<Entry> find(UUID id) {
        return jdbc.sql("select * from news_item where id = :id")
                .param("id", id)
                .query((row, number) -> entry(row))
                .optional();
    }

    @Override
    public boolean add(Entry entry, Instant at, PersonId by) {
        return with("""
                        insert into news_item (id, title_fr, title_nl, title_de, title_en, text_fr, text_nl, text_de, text_en,
                                               published_from, published_until, changed_at, changed_by)
                        values (:id, :titleFr, :titleNl, :titleDe, :titleEn, :textFr, :textNl, :textDe, :textEn, :from,
                                :until, :at, :by)
                        on conflict (id) do nothing""", entry.id(), entry.item(), at, by).update() == 1;
    }

    @Override
    public boolean change(Entry before, NewsItem item, Instant at, PersonId by) {
        return with("""
                        update news_item
                           set title_fr = :titleFr, title_nl = :titleNl, title_de = :titleDe, title_en = :titleEn,
                               text_fr = :textFr, text_nl = :textNl, text_de = :textDe, text_en = :textEn,
                               published_from = :from, published_until = :until, version = version + 1, changed_at = :at,
                               changed_by = :by
                         where id = :id and version = :version""", before.id(), item, at, by)
                        .param("version", before.version())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(Entry entry) {
        return jdbc.sql("delete from news_item where id = :id and version = :version")
                        .param("id", entry.id())
                        .param("version", entry.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec with(String sql, UUID id, NewsItem item, Instant at, PersonId by) {
        Instant until = Days.endOfPeriod(item.lastDay());
        return jdbc.sql(sql)
                .param("id", id)
                .param("titleFr", item.title().fr())
                .param("titleNl", item.title().nl())
                .param("titleDe", item.title().de())
                .param("titleEn", item.title().en())
                .param("textFr", item.text().fr())
                .param("textNl", item.text().nl())
                .param("textDe", item.text().de())
                .param("textEn", item.text().en())
                .param("from", Timestamp.from(Days.startOf(item.firstDay())))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("at", Timestamp.from(at))
                .param("by", by.value());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("published_until");
        return new Entry(
                row.getObject("id", UUID.class),
                new NewsItem(
                        words(row, "title"),
                        words(row, "text"),
                        Days.of(row.getTimestamp("published_from").toInstant()),
                        until == null ? null : Days.lastBefore(until.toInstant())),
                row.getInt("version"));
    }

    private static InEachLanguage words(ResultSet row, String column) throws SQLException {
        return new InEachLanguage(
                row.getString(column + "_fr"),
                row.getString(column + "_nl"),
                row.getString(column + "_de"),
                row.getString(column + "_en"));
    }
}
