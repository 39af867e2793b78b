package be.designations.primaweb.web;

import be.designations.identifier.Sex;
import be.designations.pages.Page;
import be.designations.primaweb.Cpas;
import be.designations.primaweb.UserSheet;

/** What the pages of PrimaWeb have in common. */
final class PrimaWebPages {

    private PrimaWebPages() {}

    /** Says where the page belongs. */
    static Page of(Cpas cpas, Page page) {
        return page.inSection("primaweb").with("cpas", cpas).with("path", cpas.path());
    }

    /** Shows a user’s profiles and their functions. */
    static void show(UserSheet sheet, Page page) {
        of(sheet.cpas(), page)
                .with("sheet", sheet)
                .with("who", titled(sheet, page))
                .with(
                        "trees",
                        sheet.profiles().stream()
                                .map(profile -> TreeView.of(sheet.tree(), profile.functionsOf(sheet.tree()))
                                        .only())
                                .toList());
    }

    /** With the civility, as the source prints it: “Mme Marie LEBLANC”. */
    static String titled(UserSheet sheet, Page page) {
        String name = sheet.person().firstName() + " " + sheet.person().lastName();
        return sheet.person()
                .niss()
                .sex()
                .map(sex -> page.text(sex == Sex.FEMALE ? "primaweb.civility.FEMALE" : "primaweb.civility.MALE", name))
                .orElse(name);
    }
}
