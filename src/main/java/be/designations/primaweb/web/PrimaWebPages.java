package be.designations.primaweb.web;

import be.designations.forms.FormView;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.identifier.Sex;
import be.designations.pages.Page;
import be.designations.primaweb.Cpas;
import be.designations.primaweb.UserSheet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** What the pages of PrimaWeb have in common. */
final class PrimaWebPages {

    private PrimaWebPages() {}

    /** Says where the page belongs. */
    static Page of(Cpas cpas, Page page) {
        return page.inSection("primaweb").with("cpas", cpas).with("path", cpas.path());
    }

    /** Says what was refused, if anything was; what leads to a field names one of these. */
    static Page refusing(List<ShownError> wrong, Page page, String... fields) {
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        List<Field> led = Stream.of(fields)
                .map(field -> Field.choosing(field, "boxes", "", null, false, List.of()))
                .toList();
        return page.with("form", FormView.of(led, page.locale()).withErrors(wrong));
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
        String name =
                sheet.person().firstName() + " " + sheet.person().lastName().toUpperCase(page.locale());
        return sheet.person()
                .niss()
                .sex()
                .map(sex -> page.text(sex == Sex.FEMALE ? "primaweb.civility.FEMALE" : "primaweb.civility.MALE", name))
                .orElse(name);
    }
}
