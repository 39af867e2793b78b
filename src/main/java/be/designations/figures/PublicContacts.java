package be.designations.figures;

import be.designations.calendar.Days;
import be.designations.directory.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the data protection officers are reached, for everybody: nobody has to say who asks. <i>Source: D72.</i> */
@Service
@Transactional(readOnly = true)
public class PublicContacts {

    private static final Order BY_NAME = new Order("name", true);

    private final CoverageStore coverage;
    private final Clock clock;

    PublicContacts(CoverageStore coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    public LocalDate today() {
        return Days.of(clock.instant());
    }

    /** @param text beginning of a word of the name of the municipality, or its postal code; empty for all */
    public Found<PublicContact> find(String text, @Nullable Place place, Language language, Slice slice) {
        Instant now = clock.instant();
        var filter = new CpasFilter(Days.of(now), Cover.ALL, CpasFilter.USUAL_DAYS, place, null, text, null);
        Found<ContactLine> found = coverage.contacts(filter, now, BY_NAME, language, slice);
        return new Found<>(found.lines().stream().map(ContactLine::published).toList(), found.total(), found.page());
    }

    /** All of them. */
    public List<PublicContact> all() {
        List<PublicContact> all = new ArrayList<>();
        Figures.each(slice -> find("", null, Language.FR, slice), all::add);
        return all;
    }
}
