package be.designations.pages;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** An address within the application, with what is asked there. */
public final class Address {

    private final UriComponentsBuilder address;
    private final Map<String, Object> values = new HashMap<>();

    private Address(String path) {
        address = UriComponentsBuilder.fromPath(path);
    }

    public static Address of(String path) {
        return new Address(path);
    }

    /** Left out when it is absent or empty. */
    public Address with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
        return this;
    }

    /**
     * The page of a list that ends before that line or begins after it.
     *
     * @param backward whether it ends there
     */
    public Address from(Object line, boolean backward) {
        return with(backward ? "before" : "after", line);
    }

    /** A place on the page. */
    public Address at(String fragment) {
        address.fragment(fragment);
        return this;
    }

    @Override
    public String toString() {
        return address.encode().buildAndExpand(values).toUriString();
    }
}
