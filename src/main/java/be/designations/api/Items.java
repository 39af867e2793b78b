package be.designations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list.
 *
 * @param next where the next page is; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Items<T>(
        List<T> items,

        @Nullable @Schema(description = "Where the next page is; absent on the last one", format = "uri")
        String next) {

    public Items {
        items = List.copyOf(items);
    }

    /**
     * The answer to the running request.
     *
     * @param found one line more than the page holds, when there is one more
     * @param shown a line as callers get it
     * @param last  what the parameter {@code after} of the next page is, when the page ends with that line
     */
    public static <L, T> Items<T> page(List<L> found, int size, Function<L, T> shown, Function<L, ?> last) {
        List<L> page = found.size() > size ? found.subList(0, size) : found;
        return of(page.stream().map(shown).toList(), found.size() > size ? last.apply(page.get(size - 1)) : null);
    }

    /**
     * The answer to the running request.
     *
     * @param after what the parameter {@code after} of the next page is, or null on the last one
     */
    public static <T> Items<T> of(List<T> items, @Nullable Object after) {
        return new Items<>(
                items,
                after == null
                        ? null
                        : ServletUriComponentsBuilder.fromCurrentRequest()
                                .replaceQueryParam("after", after.toString())
                                .build()
                                .toUriString());
    }
}
