package be.designations.api;

import java.net.URI;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where what was made can be read. */
public final class Addresses {

    private Addresses() {}

    /** @param path with one variable, which stands for the id */
    public static URI of(String path, Object id) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .buildAndExpand(id)
                .toUri();
    }
}
