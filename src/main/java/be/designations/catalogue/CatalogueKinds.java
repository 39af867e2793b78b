package be.designations.catalogue;

/** The kinds of entries that there are. */
public final class CatalogueKinds {

    public static final CatalogueKind<Application, ApplicationDetails> APPLICATION = new ApplicationKind();
    public static final CatalogueKind<Role, RoleDetails> ROLE = new RoleKind();
    public static final CatalogueKind<Domain, DomainDetails> DOMAIN = new DomainKind();

    private CatalogueKinds() {}
}
