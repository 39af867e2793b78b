package be.designations.access;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the domains are called of which somebody is access manager. */
@Service
public class DomainNames {

    private final AccessModel access;

    DomainNames(AccessModel access) {
        this.access = access;
    }

    /** By code; asks for nothing, and answers with nothing, when none of these is for a domain. */
    public Map<DomainCode, Translated> of(Collection<Capacity> held) {
        return held.stream().allMatch(capacity -> capacity.domain() == null) ? Map.of() : access.domainNames();
    }
}
