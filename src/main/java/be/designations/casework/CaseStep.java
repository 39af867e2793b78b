package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done with a dossier. From this come its button, the page {@code /cases/{number}/{key}}, the operation
 * {@code POST /api/v1/dossiers/{number}/{key}} and their rules. Texts: {@code step.<process>.<key>.…}.
 *
 * @param <C> what the module keeps of the dossier
 * @param <P> the answers to the form of the step; a record with a component for each field, which lives only for the step
 */
public final class CaseStep<C extends CaseContent, P> {

    /** Why an actor may not, or nothing when they may. */
    @FunctionalInterface
    public interface Refusal<C> {
        Optional<Rejection> of(Actor actor, C content);
    }

    /** Does it: changes what the module keeps and says what became of the dossier. */
    @FunctionalInterface
    public interface Performance<C, P> {
        Change perform(StepTaken<C, P> step);
    }

    private final Builder<C, P> declared;
    private final Performance<C, P> performance;

    private CaseStep(Builder<C, P> declared, Performance<C, P> performance) {
        this.declared = declared;
        this.performance = performance;
    }

    /** The process that has it. */
    public CaseProcess<C> process() {
        return declared.process;
    }

    public String key() {
        return declared.key;
    }

    public Class<P> answers() {
        return declared.answers;
    }

    public String form() {
        return declared.form;
    }

    /** Whether that is its address, or was. */
    public boolean isCalled(String path) {
        return declared.key.equals(path) || declared.formerKeys.contains(path);
    }

    /** Whether that work is done by it. */
    public boolean does(WorkKind kind) {
        return declared.work.contains(kind);
    }

    /** Whether it is somebody's work, and not done besides. */
    public boolean isWork() {
        return !declared.work.isEmpty();
    }

    /** At which desks it is done; none where something else says who may. */
    Set<Desk> desks() {
        return Stream.concat(declared.work.stream().map(WorkKind::desk), Stream.ofNullable(declared.desk))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it stands behind the others among the buttons. */
    public boolean isSecondary() {
        return declared.secondary;
    }

    /** Whether the reader is warned that it cannot be undone. */
    public boolean isIrrevocable() {
        return declared.irrevocable;
    }

    /** Whether documents can be added with it. */
    public boolean withDocuments() {
        return declared.withDocuments;
    }

    /** Whether it excludes no other step: it never comes too late for one, and makes none late. */
    public boolean runsAlongside() {
        return declared.alongside;
    }

    /** Whether who takes it must say which version of the dossier they have seen. */
    public boolean needsVersion() {
        return declared.onWhatWasSeen;
    }

    /** What it does, for the description of the API. */
    public String summary() {
        return declared.summary;
    }

    public String description() {
        return declared.description;
    }

    /** Whether it is nobody's work at a desk: then it is done in one's own name (D81). */
    boolean isPersonal() {
        return declared.right != null;
    }

    /** Whether the dossier stands where this can be done. */
    boolean isOpen(C content) {
        return declared.open.test(content);
    }

    /** Why the actor, whatever the dossier, is none of those who do this. */
    Optional<Rejection> notTheirs(Actor actor, CaseFile dossier, C content, Desks desks) {
        if (declared.right != null) {
            return declared.right.of(actor, content);
        }
        return declared.desk != null && desks.worksAt(actor, declared.desk, dossier)
                ? Optional.empty()
                : Optional.of(Rejection.of(declared.notTheirs));
    }

    /** Why the actor, who is one of those who do this, may not do it with this dossier. */
    Optional<Rejection> hindrance(Actor actor, C content) {
        return declared.hindrance.of(actor, content);
    }

    /** Why the actor may not do it with this dossier, of those who do this or not. */
    Optional<Rejection> refusal(Actor actor, CaseFile dossier, C content, Desks desks) {
        return notTheirs(actor, dossier, content, desks).or(() -> hindrance(actor, content));
    }

    Change perform(StepTaken<C, P> step) {
        return performance.perform(step);
    }

    /** Collects what a step is; {@link #performing} ends it. */
    public static final class Builder<C extends CaseContent, P> {

        private final CaseProcess<C> process;
        private final String key;
        private final String form;
        private final Class<P> answers;
        private Set<String> formerKeys = Set.of();
        private List<WorkKind> work = List.of();
        private @Nullable Desk desk;
        private String notTheirs = "casework.not-theirs";
        private @Nullable Refusal<C> right;
        private Refusal<C> hindrance = (actor, content) -> Optional.empty();
        private Predicate<C> open = content -> true;
        private boolean secondary;
        private boolean irrevocable;
        private boolean withDocuments;
        private boolean alongside;
        private boolean onWhatWasSeen;
        private String summary = "";
        private String description = "";

        Builder(CaseProcess<C> process, String key, String form, Class<P> answers) {
            this.process = process;
            this.key = key;
            this.form = form;
            this.answers = answers;
        }

        /** Its addresses of before, which still lead here. */
        public Builder<C, P> formerly(String... keys) {
            formerKeys = Set.of(keys);
            return this;
        }

        /** What it does, in English, for the description of the API. */
        public Builder<C, P> described(String what, String detail) {
            summary = what;
            description = detail;
            return this;
        }

        /** Does that work, which is for its desk; others hear that refusal. */
        public Builder<C, P> doing(WorkKind kind, String refusal) {
            return doing(kind).by(kind.desk(), refusal);
        }

        /** Does whichever of that work waits. */
        public Builder<C, P> doing(WorkKind... kinds) {
            work = List.of(kinds);
            return this;
        }

        /** Done by those who work at that desk for the entity; others hear that refusal. */
        public Builder<C, P> by(Desk who, String refusal) {
            desk = who;
            notTheirs = refusal;
            return this;
        }

        /** Done by those for whom there is no refusal; pages do not speak of it. */
        public Builder<C, P> by(Refusal<C> refusal) {
            right = refusal;
            return this;
        }

        /** Kept from some of those who else do it; their pages say why. */
        public Builder<C, P> unless(Refusal<C> refusal) {
            hindrance = refusal;
            return this;
        }

        /** Can be done while the dossier stands there. */
        public Builder<C, P> whileIt(Predicate<C> stands) {
            open = stands;
            return this;
        }

        public Builder<C, P> secondary() {
            secondary = true;
            return this;
        }

        public Builder<C, P> irrevocable() {
            secondary = true;
            irrevocable = true;
            return this;
        }

        public Builder<C, P> withDocuments() {
            withDocuments = true;
            return this;
        }

        public Builder<C, P> alongside() {
            alongside = true;
            return this;
        }

        /** Never taken on the dossier as it is now, unseen. */
        public Builder<C, P> onWhatWasSeen() {
            onWhatWasSeen = true;
            return this;
        }

        public CaseStep<C, P> performing(Performance<C, P> performance) {
            return new CaseStep<>(this, performance);
        }
    }
}
