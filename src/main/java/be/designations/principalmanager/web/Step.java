package be.designations.principalmanager.web;

import be.designations.identifier.EnterpriseNumber;

/** The pages on which a request is prepared, each with the form that it shows. */
enum Step {
    WHO("principal-manager", ""),
    RELATIONSHIP("principal-manager-relationship", "/relationship"),
    MANDATE("principal-manager-mandate", "/mandate"),
    CHECK("principal-manager-conditions", "/check");

    private final String form;
    private final String path;

    Step(String form, String path) {
        this.form = form;
        this.path = path;
    }

    String form() {
        return form;
    }

    String address(EnterpriseNumber number) {
        return StartPage.ADDRESS + "/" + number.value() + path;
    }

    /** The page shows what is wrong with what was kept: a rule refused it later. */
    String again(EnterpriseNumber number) {
        return address(number) + "?again";
    }
}
