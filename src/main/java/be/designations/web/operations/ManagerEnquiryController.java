package be.designations.web.operations;

import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.ManagerEnquiry;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.RejectedException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who manages an entity, now and before: for support staff whom people ask. */
@Controller
class ManagerEnquiryController {

    private static final String PAGE = "/operations/managers";
    private static final int LINES_A_PAGE = 50;
    private static final int LONGEST_NUMBER = 30;

    private final ManagerEnquiry enquiry;

    ManagerEnquiryController(ManagerEnquiry enquiry) {
        this.enquiry = enquiry;
    }

    /** @param after where the page before ended, as the link to the next page says */
    @GetMapping(PAGE)
    String page(
            Actor actor,
            @RequestParam(name = "number", defaultValue = "") String typed,
            @RequestParam(defaultValue = "false") boolean before,
            @RequestParam(required = false) @Nullable String after,
            Page page) {
        enquiry.requireSupport(actor);
        String number = Inputs.line(typed, LONGEST_NUMBER);
        page.inSection("operations").with("number", number).with("before", before);
        if (number.isEmpty()) {
            return "operations/managers";
        }
        Optional<EnterpriseNumber> entity = EnterpriseNumber.parse(number);
        if (entity.isEmpty()) {
            return refused("rejection.principalmanager.number-unreadable", page);
        }
        try {
            ManagerEnquiry.Answer answer = enquiry.ask(actor, entity.get(), before, cursor(after), LINES_A_PAGE);
            page.with("answer", answer).with("next", next(number, before, answer.next()));
            return "operations/managers";
        } catch (RejectedException unknown) {
            return refused(unknown.rejections().get(0).messageKey(), page);
        }
    }

    private static String refused(String message, Page page) {
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("error", message);
        return "operations/managers";
    }

    private static @Nullable String next(String number, boolean before, ManagerEnquiry.@Nullable Cursor place) {
        return place == null
                ? null
                : Address.of(PAGE)
                        .with("number", number)
                        .with("before", before)
                        .with("after", place.from() + "_" + place.id())
                        .toString();
    }

    /** An address that was made up leads to the first page. */
    private static ManagerEnquiry.@Nullable Cursor cursor(@Nullable String after) {
        int end = after == null ? -1 : after.indexOf('_');
        if (after == null || end < 0) {
            return null;
        }
        try {
            return new ManagerEnquiry.Cursor(
                    Days.parseInstant(after.substring(0, end)), UUID.fromString(after.substring(end + 1)));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
