package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.rules.NotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Every kind of dossier and every process that the modules have declared. */
@Component
public class CaseTypes implements SmartInitializingSingleton {

    private final SingletonSupplier<Index> index;

    @Autowired
    CaseTypes(ObjectProvider<CaseProcess<?>> declared) {
        // Modules declare with operations that ask here in their turn: nothing is looked up before all are there.
        this(() -> declared.stream().toList());
    }

    CaseTypes(Supplier<List<CaseProcess<?>>> declared) {
        this.index = SingletonSupplier.of(() -> new Index(declared.get()));
    }

    /** @throws IllegalStateException when two declare the same */
    @Override
    public void afterSingletonsInstantiated() {
        index();
    }

    private Index index() {
        return index.obtain();
    }

    /** What is looked up. */
    private static final class Index {

        private final Map<String, CaseProcess<?>> processes = new LinkedHashMap<>();
        private final Map<String, CaseType<?>> types = new LinkedHashMap<>();
        private final Map<String, WorkKind> work = new LinkedHashMap<>();
        private final Map<String, CaseStatus> statuses = new LinkedHashMap<>();

        Index(List<CaseProcess<?>> declared) {
            declared.stream()
                    .sorted(Comparator.comparing(CaseProcess::key))
                    .forEach(process -> processes.merge(process.key(), process, Index::twice));
            declared.stream()
                    .filter(CaseType.class::isInstance)
                    .map(process -> (CaseType<?>) process)
                    .sorted(Comparator.comparing(type -> type.kind().prefix()))
                    .forEach(type -> types.merge(type.kind().code(), type, Index::twice));
            processes.values().stream()
                    .flatMap(process -> process.work().stream())
                    .forEach(kind -> work.merge(kind.code(), kind, Index::twice));
            types.values().forEach(type -> type.statuses().forEach(status -> statuses.put(status.code(), status)));
        }

        private static <T> T twice(T one, T other) {
            throw new IllegalStateException("declared twice: " + one + ", " + other);
        }
    }

    /** In the order of the prefixes of their numbers. */
    public List<CaseType<?>> types() {
        return List.copyOf(index().types.values());
    }

    /** In the order of their keys. */
    public List<CaseProcess<?>> processes() {
        return List.copyOf(index().processes.values());
    }

    public CaseType<?> of(CaseKind kind) {
        return ofKind(kind.code()).orElseThrow(() -> new IllegalStateException("no module owns " + kind));
    }

    /** Of that code, if there is one. */
    public Optional<CaseType<?>> ofKind(String code) {
        return Optional.ofNullable(index().types.get(code));
    }

    /** The kind that was kept under that code. */
    public CaseKind kind(String code) {
        return ofKind(code).map(CaseType::kind).orElseThrow(() -> new IllegalStateException("no module owns " + code));
    }

    public CaseProcess<?> process(String key) {
        return Optional.<CaseProcess<?>>ofNullable(index().processes.get(key))
                .orElseThrow(() -> new NotFoundException("process"));
    }

    /** The work that was kept under that code. */
    public WorkKind work(String code) {
        return Optional.ofNullable(index().work.get(code))
                .orElseThrow(() -> new IllegalStateException("no process has the work " + code));
    }

    /** The work of a user task, by process <em>and</em> task. */
    public WorkKind work(String process, String task) {
        return index().work.values().stream()
                .filter(kind -> kind.process().equals(process) && kind.task().equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no work declared for " + task + " of " + process));
    }

    /** The keys of the steps by which that work is done. */
    public List<String> stepsOf(WorkKind kind) {
        return process(kind.process()).steps().stream()
                .filter(step -> step.does(kind))
                .map(CaseStep::key)
                .toList();
    }

    /** The statuses that a dossier can have, kind after kind. */
    public List<CaseStatus> statuses() {
        return List.copyOf(index().statuses.values());
    }

    public Optional<CaseStatus> status(String code) {
        return Optional.ofNullable(index().statuses.get(code));
    }

    /** Which dossiers the actor sees, of every kind; what the actor is, is read for all of them together. */
    @Transactional(readOnly = true)
    public List<CaseList.Seen> seenBy(Actor actor) {
        List<CaseList.Seen> seen = new ArrayList<>();
        types().forEach(type -> seen.add(type.seenBy(actor)));
        return seen;
    }

    /** Whether the actor sees that dossier. */
    public boolean sees(Actor actor, CaseFile dossier) {
        return of(dossier.kind()).seenBy(actor).covers(dossier);
    }

    /** Whether the actor sees all of these; what the actor is, is read once for each kind. */
    boolean seesAll(Actor actor, Collection<CaseFile> dossiers) {
        Map<CaseKind, CaseList.Seen> seen = new HashMap<>();
        return dossiers.stream()
                .allMatch(dossier -> seen.computeIfAbsent(dossier.kind(), kind -> of(kind).seenBy(actor))
                        .covers(dossier));
    }

    /** Whether that dossier gives something to weigh now. */
    public boolean warns(CaseFile dossier) {
        return warns(of(dossier.kind()), dossier);
    }

    private static <C extends CaseContent> boolean warns(CaseType<C> type, CaseFile dossier) {
        return type.find(dossier.id()).filter(type::warns).isPresent();
    }

    /** Every kind of work, in the order of the processes. */
    public List<WorkKind> work() {
        return List.copyOf(index().work.values());
    }

    /** The process of a kind of dossier and those that it has called. */
    Stream<CaseProcess<?>> in(CaseFile dossier, Collection<String> passed) {
        CaseType<?> type = of(dossier.kind());
        return Stream.concat(
                Stream.of(type),
                index().processes.values().stream()
                        .filter(process -> process != type && !(process instanceof CaseType))
                        .filter(process -> passed.contains(process.key())));
    }
}
