package be.designations.primaweb.web;

import be.designations.calendar.BelgianDates;
import be.designations.export.PdfRenderer;
import be.designations.pages.Page;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.Profile;
import be.designations.primaweb.Profiles;
import be.designations.primaweb.UserSheet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Profiles on paper: of a profile every function, ticked or not; of a user those of their profiles. <i>Source: D26.</i> */
@Component
class ProfilePdf {

    private final ITemplateEngine templates;
    private final PdfRenderer renderer;
    private final Clock clock;

    ProfilePdf(ITemplateEngine templates, PdfRenderer renderer, Clock clock) {
        this.templates = templates;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** A line of the tree; how deep it stands. */
    public record Line(String text, boolean block, boolean ticked, int depth) {}

    /** A list of functions under a title. */
    public record Part(String title, List<Line> lines) {}

    byte[] ofProfile(Profiles.Printed printed, Page page) {
        Profile profile = printed.opened().profile();
        FunctionTree tree = printed.opened().sheet().tree();
        TreeView view = TreeView.of(tree, profile.functionsOf(tree));
        String title = page.text("primaweb.print.profile", profile.in(page.language()));
        return render(
                title,
                printed.opened().sheet().cpas().organisation().name(page.language()),
                page.text("primaweb.print.users"),
                printed.users().isEmpty() ? List.of(page.text("primaweb.print.nobody")) : printed.users(),
                List.of(new Part(page.text("primaweb.print.functions"), lines(view, page))),
                page);
    }

    byte[] ofUser(UserSheet sheet, Page page) {
        String title = page.text("primaweb.print.user", PrimaWebPages.titled(sheet, page));
        List<Part> parts = sheet.profiles().stream()
                .map(profile -> new Part(
                        page.text("primaweb.print.profile", profile.in(page.language())),
                        lines(
                                TreeView.of(sheet.tree(), profile.functionsOf(sheet.tree()))
                                        .only(),
                                page)))
                .toList();
        List<String> notes = new ArrayList<>();
        if (parts.isEmpty()) {
            notes.add(page.text("primaweb.no-profile"));
        } else if (!sheet.holds()) {
            notes.add(page.text("primaweb.print.without-effect"));
        }
        return render(title, sheet.cpas().organisation().name(page.language()), null, notes, parts, page);
    }

    private byte[] render(
            String title, String entity, @Nullable String listTitle, List<String> list, List<Part> parts, Page page) {
        Instant now = clock.instant();
        BelgianDates dates = new BelgianDates();
        var context = new Context(page.locale());
        context.setVariable("language", page.locale().getLanguage());
        context.setVariable("title", title);
        context.setVariable("entity", entity);
        context.setVariable("made", page.text("primaweb.print.made", dates.day(now) + " " + dates.time(now)));
        context.setVariable("listTitle", listTitle);
        context.setVariable("list", list);
        context.setVariable("parts", parts);
        return renderer.render(templates.process("primaweb/print-pdf", context));
    }

    private static List<Line> lines(TreeView view, Page page) {
        List<Line> lines = new ArrayList<>();
        add(null, 0, view, page, lines);
        return lines;
    }

    private static void add(@Nullable String block, int depth, TreeView view, Page page, List<Line> lines) {
        for (FunctionTree.Node node : view.in(block)) {
            if (node.block()) {
                lines.add(new Line(node.in(page.language()), true, false, depth));
                add(node.code(), depth + 1, view, page, lines);
            } else {
                lines.add(new Line(node.in(page.language()), false, view.has(node.code()), depth));
            }
        }
    }
}
