package be.designations.demo.vouchers;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who is signed in says that the space may know who they are. */
@Controller
@Profile("demo & !prod")
class VoucherController {

    private static final int LONGEST_STATE = 64;

    private final VoucherDoor door;
    private final Directory directory;

    VoucherController(VoucherDoor door, Directory directory) {
        this.door = door;
        this.directory = directory;
    }

    /** @param state what the space sent along; without one the way begins there */
    @GetMapping("/demo/vouchers")
    String handOver(Actor actor, @RequestParam(defaultValue = "") String state, Page page) {
        String space = door.address().orElseThrow(() -> new NotFoundException("space"));
        String sent = Inputs.line(state, LONGEST_STATE);
        String name = directory.person(actor.person()).displayName();
        page.with("name", name)
                .with(
                        "onwards",
                        sent.isEmpty()
                                ? space + "/"
                                : space
                                        + Address.of("/signed-in")
                                                .with(
                                                        "ticket",
                                                        door.booth()
                                                                .issue(
                                                                        actor.person()
                                                                                .toString(),
                                                                        name,
                                                                        actor.level()
                                                                                .value(),
                                                                        space,
                                                                        sent)))
                .with("asked", !sent.isEmpty());
        return "demo/vouchers";
    }
}
