package be.designations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent. <i>Source: Belgif REST guide.</i>
 *
 * @param type   a URN that ends in the code
 * @param in     {@code body}, {@code query} or {@code header}
 * @param name   of the field, parameter or header; null when it is about the whole
 * @param title  in the language of the request, as is {@code detail}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Issue", description = "One thing that is wrong with what was sent")
public record Issue(
        @Schema(example = "urn:problem-type:designations:input-validation:required")
        String type,

        @Schema(example = "required") String code,

        @Schema(allowableValues = {"body", "query", "header"})
        String in,

        @Nullable
        @Schema(description = "The field, parameter or header; absent when it is about the whole", example = "reasons")
        String name,

        String title,
        String detail) {

    private static final String TYPES = "urn:problem-type:designations:input-validation:";

    public static Issue of(String code, String in, @Nullable String name, String title, String detail) {
        return new Issue(TYPES + code, code, in, name, title, detail);
    }

    /** The same where nothing but parameters was sent. */
    public Issue inQuery() {
        return in.equals("body") ? new Issue(type, code, "query", name, title, detail) : this;
    }
}
