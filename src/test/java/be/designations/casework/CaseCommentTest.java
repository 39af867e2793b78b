package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A comment is withdrawn by its author within an hour (D89). */
class CaseCommentTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-30T09:00:00Z");

    private final PersonId author = new PersonId(UUID.randomUUID());
    private final Comment comment = comment(null);

    @Test
    void its_author_withdraws_it_until_an_hour_has_passed() {
        assertThat(comment.mayWithdraw(author, WRITTEN.plusSeconds(3599))).isTrue();
        assertThat(comment.mayWithdraw(author, WRITTEN.plusSeconds(3600))).isFalse();
        assertThat(comment.mayWithdraw(new PersonId(UUID.randomUUID()), WRITTEN))
                .isFalse();
        assertThat(comment(WRITTEN).mayWithdraw(author, WRITTEN)).isFalse();
    }

    @Test
    void the_same_words_to_the_same_people_are_the_same_comment() {
        assertThat(comment.says(new NewComment(" Bonjour ", false, Set.of()), Side.ENTITY))
                .isTrue();
        assertThat(comment.says(new NewComment("Bonjour", true, Set.of()), Side.ENTITY))
                .isFalse();
        assertThat(comment.says(new NewComment("Bonjour", false, Set.of(author)), Side.ENTITY))
                .isFalse();
        assertThat(comment.says(new NewComment("Bonjour", false, Set.of()), Side.BCSS))
                .isFalse();
    }

    @Test
    void it_keeps_its_lines_and_no_sign_that_nobody_sees() {
        assertThat(new NewComment(" Bon\u202ejour\r\nà\u0007tous\ud800 ", false, Set.of()).words())
                .isEqualTo("Bonjour\nà tous");
    }

    private Comment comment(Instant withdrawn) {
        return new Comment(
                new CommentId(UUID.randomUUID()),
                author,
                null,
                Side.ENTITY,
                false,
                withdrawn == null ? "Bonjour" : null,
                Set.of(),
                WRITTEN,
                withdrawn);
    }
}
