package be.designations.imports;

import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.export.Csv;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the people of an entity with their working relationships and rights that have not ended, and those whom a legal function alone
 * ties, in the columns that an import reads:
 * brought back as it is, each line is so already. <i>Source: D56.</i>
 */
@Service
public class Exports {

    private final Authority authority;
    private final ExportStore store;
    private final AuditLog audit;
    private final Clock clock;

    Exports(Authority authority, ExportStore store, AuditLog audit, Clock clock) {
        this.authority = authority;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is written of a working relationship or a right. */
    public interface ExportStore {

        /** Those of that entity that have not ended at that instant, person by person, in the order of numbers. */
        void each(Organisation organisation, Instant at, Consumer<Exported> reader);
    }

    /**
     * A working relationship, a right, or somebody whom a legal function alone ties and who has no right: then their number only.
     *
     * @param category of the relationship; null of what is none
     * @param role     of the right; null of what is none
     * @param context  numbers of establishment units; of a role that takes none, or of a relationship, empty
     * @param everywhere whether it is a right of a role that takes a context, for the whole entity
     */
    public record Exported(
            String niss,
            @Nullable String category,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            List<String> context,
            boolean everywhere,
            Instant from,
            @Nullable Instant until,
            @Nullable String reason) {

        public Exported {
            context = List.copyOf(context);
        }

        String line() {
            String first = Days.of(from).toString();
            String last = until == null ? "" : Days.lastBefore(until).toString();
            String number = new Niss(niss).formatted();
            if (role == null && category == null) {
                return Csv.line(number, "", "", "", "", "", "", "", "", "", "", "");
            }
            return role == null
                    ? Csv.line(number, category, email, phone, first, last, reason, "", "", "", "", "")
                    : Csv.line(
                            number,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            role,
                            first,
                            last,
                            everywhere ? ImportLine.WHOLE_ENTITY : String.join(" ", context),
                            reason);
        }
    }

    /** The first line of a file. */
    public static String head() {
        return Csv.line(Arrays.stream(Column.values()).map(Column::code).toArray());
    }

    /** Writes down that the actor takes the whole list along. */
    @Transactional
    public Organisation begin(Actor actor, EnterpriseNumber number) {
        Organisation organisation = authority.requireInEntity(actor, number, ManagementTask.RIGHTS);
        audit.record(AuditEvent.of(
                        "imports.exported", "organisation", organisation.id().value())
                .by(actor.person().value(), organisation.id().value()));
        return organisation;
    }

    /** Every line, the first one included; one at a time, so that any number of them fits in memory. */
    @Transactional(readOnly = true)
    public void each(Actor actor, EnterpriseNumber number, Consumer<String> writer) {
        Organisation organisation = authority.requireInEntity(actor, number, ManagementTask.RIGHTS);
        writer.accept(head());
        store.each(organisation, clock.instant(), exported -> writer.accept(exported.line()));
    }
}
