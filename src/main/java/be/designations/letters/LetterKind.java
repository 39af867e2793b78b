package be.designations.letters;

import static be.designations.letters.LetterWord.CANDIDATE;
import static be.designations.letters.LetterWord.DATE;
import static be.designations.letters.LetterWord.DOSSIER;
import static be.designations.letters.LetterWord.ENTITY;
import static be.designations.letters.LetterWord.FROM;
import static be.designations.letters.LetterWord.FUNCTION;
import static be.designations.letters.LetterWord.HOURS;
import static be.designations.letters.LetterWord.MANAGER;
import static be.designations.letters.LetterWord.OFFICER;
import static be.designations.letters.LetterWord.OPINION;
import static be.designations.letters.LetterWord.QUALITY;
import static be.designations.letters.LetterWord.REASON;
import static be.designations.letters.LetterWord.UNTIL;

import be.designations.rules.NotFoundException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which letters there are. A new one is a line here, its text in each language ({@code letters/<code>_<language>.txt}), its name
 * ({@code letters.kind.<code>}), and whoever makes it.
 */
public enum LetterKind {
    /** BCSS to the CPAS: its opinion (S002 §1, step 4). */
    DPD_OPINION(true, Set.of(CANDIDATE, OPINION, REASON), Set.of()),
    /** SPP IS to the CPAS: it approves; the reason is what it wants to remark, if anything. */
    DPD_APPROVAL(true, Set.of(CANDIDATE), Set.of(HOURS, REASON)),
    /** SPP IS to the CPAS: it refuses, with its reason (S002 §1, step 5). */
    DPD_REFUSAL(true, Set.of(CANDIDATE, REASON), Set.of()),
    /** SPP IS to the officer: from when until when the mandate runs. */
    DPD_MANDATE(true, Set.of(OFFICER, FROM, UNTIL), Set.of(HOURS)),
    /** SPP IS to the CPAS: the mandate goes on until a later day (D95); the reason is what it wants to remark, if anything. */
    DPD_EXTENSION(true, Set.of(OFFICER, UNTIL), Set.of(REASON)),
    /** SPP IS to the CPAS: the mandate does not go on, with its reason and the last day that stays. */
    DPD_EXTENSION_REFUSAL(true, Set.of(OFFICER, REASON), Set.of(UNTIL)),
    /** SPP IS to the CPAS: it withdraws its approval, with its reason; the last day of a mandate that had begun. */
    DPD_WITHDRAWAL(true, Set.of(OFFICER, REASON), Set.of(UNTIL)),
    /** The entity to its local manager (S002 §2). */
    LOCAL_MANAGER(true, Set.of(MANAGER, QUALITY, FROM), Set.of()),
    /** The entity to its principal access manager (S003). */
    PRINCIPAL_MANAGER(false, Set.of(MANAGER, FROM), Set.of()),
    /** The entity to whom its managers have made a manager without a dossier (D116). */
    MANAGER_DESIGNATION(false, Set.of(MANAGER, FUNCTION, FROM), Set.of(QUALITY)),
    /** The CPAS to whoever assists its officer or stands in for them (D117). */
    OFFICER_ASSISTANCE(false, Set.of(OFFICER, FUNCTION, FROM), Set.of(HOURS, UNTIL));

    /** What any letter can state, and none must. */
    private static final Set<LetterWord> COMMON = EnumSet.of(ENTITY, DATE);

    private final boolean ofProcedure;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, which the checker cannot see
    private final Set<LetterWord> needed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<LetterWord> offered;

    LetterKind(boolean ofProcedure, Set<LetterWord> needed, Set<LetterWord> offered) {
        this.ofProcedure = ofProcedure;
        this.needed = Collections.unmodifiableSet(EnumSet.copyOf(needed));
        this.offered = Set.copyOf(offered);
    }

    /** @throws NotFoundException when there is none of that code */
    public static LetterKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("letter kind"));
    }

    /** As in addresses, message keys and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it names the procedure of the data protection officers, KB0026541, and its date (D18). */
    public boolean isOfProcedure() {
        return ofProcedure;
    }

    /** Whether a dossier leads to it, whose number it can state; otherwise a decision alone does. */
    boolean isOfDossier() {
        return this != MANAGER_DESIGNATION;
    }

    /** Without which a text of it says too little. */
    public Set<LetterWord> needed() {
        return needed;
    }

    /** What a text of it can state, in the order of the enumeration. */
    public List<LetterWord> words() {
        EnumSet<LetterWord> all = EnumSet.copyOf(COMMON);
        if (isOfDossier()) {
            all.add(DOSSIER);
        }
        all.addAll(needed);
        all.addAll(offered);
        return List.copyOf(all);
    }
}
