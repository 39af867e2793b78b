package be.designations.access;

/** Names a domain of CSAM: a group of applications, such as those of finances. */
public record DomainCode(String value) {

    @Override
    public String toString() {
        return value;
    }
}
