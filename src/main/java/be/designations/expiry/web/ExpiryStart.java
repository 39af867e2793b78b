package be.designations.expiry.web;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.expiry.Expiry;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many rights and relationships end within thirty days, for who manages them. */
@Component
@Order(25)
class ExpiryStart implements StartPart {

    private final Expiry expiry;
    private final Directory directory;

    ExpiryStart(Expiry expiry, Directory directory) {
        this.expiry = expiry;
        this.directory = directory;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        return expiry.soon(actor, organisation).map(soon -> {
            page.with("ending", soon)
                    .with(
                            "endingPath",
                            "/entities/"
                                    + directory
                                            .organisation(organisation)
                                            .enterpriseNumber()
                                            .value() + "/ending");
            return "expiry/start";
        });
    }
}
