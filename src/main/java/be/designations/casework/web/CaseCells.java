package be.designations.casework.web;

import be.designations.calendar.BelgianDates;
import be.designations.casework.CaseColumn;
import be.designations.casework.CaseList;
import be.designations.pages.Page;

/** The cells of the list of dossiers in words, for its page and its file. */
public record CaseCells(Page page) {

    public String heading(CaseColumn column) {
        return page.text("column." + column.key());
    }

    /** Empty where there is nothing. */
    public String text(CaseList.Line line, CaseColumn column) {
        return switch (column.type()) {
            case NUMBER -> line.number().value();
            case KIND -> page.text("case-kind." + line.kind());
            case ORGANISATION -> line.organisationName().in(page.language());
            case STATUS -> page.text("status." + line.status());
            case DAY -> new BelgianDates().day(line.moment(column));
            case CODE -> {
                String code = line.code(column);
                yield code == null ? "" : words(column, code);
            }
        };
    }

    /** What a code of a column means. */
    public String words(CaseColumn column, String code) {
        return page.text("column." + column.key() + "." + code);
    }
}
