package be.designations.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MandateNoticesTest {

    @Test
    void a_notice_goes_sixty_and_thirty_days_before_the_last_day() {
        assertThat(due("2026-12-04", 60)).isEqualTo("2026-10-05");
        assertThat(due("2026-12-04", 30)).isEqualTo("2026-11-04");
    }

    @Test
    void a_notice_that_would_fall_on_a_weekend_or_holiday_goes_on_the_working_day_before() {
        assertThat(due("2027-01-24", 30)).as("Christmas is a Friday").isEqualTo("2026-12-24");
        assertThat(due("2026-12-11", 30)).as("11 November is a holiday").isEqualTo("2026-11-10");
        assertThat(due("2026-12-07", 30)).as("a Saturday").isEqualTo("2026-11-06");
    }

    @Test
    void a_mandate_that_ends_on_a_holiday_or_a_weekend_is_told_by_that_day() {
        assertThat(due("2026-12-25", 30)).isEqualTo("2026-11-25");
        assertThat(due("2027-01-31", 30))
                .as("a Sunday, and thirty days before it New Year")
                .isEqualTo("2026-12-31");
    }

    private static String due(String lastDay, int days) {
        return MandateNotices.due(Days.endOf(LocalDate.parse(lastDay)), days).toString();
    }
}
