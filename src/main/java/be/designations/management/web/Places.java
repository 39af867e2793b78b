package be.designations.management.web;

import be.designations.access.ResponsibilityKind;
import be.designations.management.Place;
import be.designations.pages.Page;

/** Where managers come from, and go back to, when they designate, block or delete somebody. */
final class Places {

    private Places() {}

    /** The page that lists whoever is that there. */
    static String pageOf(Place place, ResponsibilityKind kind) {
        return switch (kind) {
            case PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER -> place.path() + "/co-managers";
            case ACCESS_MANAGER, CO_ACCESS_MANAGER -> place.path();
            case SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER -> place.path() + "/subdivisions";
            case LOCAL_MANAGER, CO_LOCAL_MANAGER, TECHNICAL_USER, USER -> place.path();
        };
    }

    /** What somebody is there; with the domain that it is for. */
    static String capacity(ResponsibilityKind kind, Place place, Page page) {
        return place.named(page.text("capacity." + kind), page.language());
    }
}
