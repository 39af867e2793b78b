package be.designations.reviews.api;

import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.casework.CaseDesk;
import be.designations.casework.CaseFile;
import be.designations.casework.DossierNumber;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.reviews.AccessReviewCase;
import be.designations.reviews.ReviewItem;
import be.designations.reviews.ReviewStore;
import be.designations.reviews.ReviewStore.ItemQuery;
import be.designations.rules.NotFoundException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dossiers/{number}/rights")
@Tag(name = "Reviews of rights")
class ReviewRightsApi {

    private static final int A_PAGE = 100;

    private final CaseDesk desk;
    private final AccessReviewCase type;
    private final ReviewStore store;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Clock clock;

    ReviewRightsApi(
            CaseDesk desk, AccessReviewCase type, ReviewStore store, Catalogue catalogue, Texts texts, Clock clock) {
        this.desk = desk;
        this.type = type;
        this.store = store;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    /** One right of a review. */
    @Schema(name = "ReviewedRight")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RightLine(
            @Schema(description = "As the step answer takes it")
            UUID right,

            UUID person,
            String name,
            CodedText role,
            Instant from,
            @Nullable Instant until,

            @Nullable @Schema(description = "Absent while it waits")
            String answer,

            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "List the rights of a review",
            description = "By the names of the people. They are answered for by the step answer of the dossier.")
    Items<RightLine> rights(
            Actor actor,
            @PathVariable DossierNumber number,
            @Schema(description = "open or answered; left out for all") @RequestParam(defaultValue = "all")
                    String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int after) {
        CaseFile dossier = desk.require(actor, number);
        if (!dossier.kind().equals(type.kind())) {
            throw new NotFoundException("rights");
        }
        List<ReviewItem> found =
                store.items(new ItemQuery(dossier.id(), state, q), after, false, A_PAGE + 1, clock.instant());
        Map<String, String> names =
                catalogue.roles(found.stream().map(ReviewItem::role).collect(Collectors.toSet())).stream()
                        .collect(
                                Collectors.toMap(Role::code, role -> role.name().in(texts.language())));
        return Items.page(
                found,
                A_PAGE,
                item -> new RightLine(
                        item.right(),
                        item.person().value(),
                        item.personName(),
                        new CodedText(item.role(), names.getOrDefault(item.role(), item.role())),
                        item.from(),
                        item.until(),
                        item.answer() == null ? null : item.answer().name(),
                        item.answeredBy(),
                        item.answeredAt(),
                        item.reason()),
                ReviewItem::position);
    }
}
