package be.designations.primaweb;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How agents of the support desk keep the tree of functions and the predefined profiles. Each change makes a new version of the tree and
 * names the one that the agent has seen; when another agent was faster it is refused with {@code primaweb.tree-changed}.
 * <i>Source: D25, D64.</i>
 */
@Service
public class FunctionEditing {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST_NAME = 250;

    private final Capacities capacities;
    private final FunctionTrees trees;
    private final AuditLog audit;
    private final Clock clock;

    FunctionEditing(Capacities capacities, FunctionTrees trees, AuditLog audit, Clock clock) {
        this.capacities = capacities;
        this.trees = trees;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotAllowedException for others than agents of the support desk */
    @Transactional(readOnly = true)
    public Kept kept(Actor actor) {
        requireEditor(actor);
        return new Kept(trees.current(), trees.predefined(null));
    }

    /**
     * @param block whether it is a block, which has functions in it
     * @throws RejectedException for what cannot be one, and when somebody else was faster
     */
    @Transactional
    public void add(Actor actor, String code, boolean block, int version, FunctionDetails details) {
        FunctionTree tree = begin(actor, version);
        List<Rejection> rejections = new ArrayList<>(check(tree, details, code, block));
        if (!CODE.matcher(code).matches()) {
            rejections.add(Rejection.ofField("primaweb.function-code", "code"));
        } else if (tree.find(code).isPresent()) {
            rejections.add(Rejection.ofField("primaweb.function-code-taken", "code"));
        }
        RejectedException.throwIfAny(rejections);
        trees.add(code, block, details, next(actor, tree));
        log("added", actor, code, null, details);
    }

    /**
     * Names and needs it anew; in another block than before it comes last.
     *
     * @throws NotFoundException when there is no such function or block
     * @throws RejectedException as {@link #add}
     */
    @Transactional
    public void change(Actor actor, String code, int version, FunctionDetails details) {
        FunctionTree tree = begin(actor, version);
        Node before = node(tree, code);
        RejectedException.throwIfAny(check(tree, details, code, before.block()));
        trees.change(code, details);
        next(actor, tree);
        log("changed", actor, code, before, details);
    }

    /**
     * From now on it gives nothing any more, nor does what stands in it when it is a block; the profiles that have it keep its name until
     * they are saved.
     *
     * @throws NotFoundException when there is no such function or block
     * @throws RejectedException when somebody else was faster
     */
    @Transactional
    public void withdraw(Actor actor, String code, int version) {
        FunctionTree tree = begin(actor, version);
        Node before = node(tree, code);
        trees.withdraw(tree.within(code), next(actor, tree));
        log("withdrawn", actor, code, before, null);
    }

    /**
     * What a predefined profile ticks from now on.
     *
     * @throws NotFoundException when there is no such profile
     * @throws RejectedException when somebody else was faster
     */
    @Transactional
    public void propose(Actor actor, String predefined, int version, Set<String> functions) {
        FunctionTree tree = begin(actor, version);
        PredefinedProfile before = new Kept(tree, trees.predefined(null)).predefined(predefined);
        Set<String> ticked = tree.withNeeds(functions);
        trees.propose(predefined, ticked);
        next(actor, tree);
        log("proposed", actor, predefined, before.functions(), ticked);
    }

    private void requireEditor(Actor actor) {
        capacities.requireSupport(actor, "primaweb.not-a-support-agent");
    }

    private FunctionTree begin(Actor actor, int version) {
        requireEditor(actor);
        trees.lock();
        FunctionTree tree = trees.current();
        if (tree.version() != version) {
            throw new RejectedException(Rejection.of("primaweb.tree-changed").ofState());
        }
        return tree;
    }

    private int next(Actor actor, FunctionTree tree) {
        int version = tree.version() + 1;
        trees.begin(version, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return version;
    }

    private static Node node(FunctionTree tree, String code) {
        return tree.find(code).filter(node -> !node.withdrawn()).orElseThrow(() -> new NotFoundException("function"));
    }

    private static List<Rejection> check(FunctionTree tree, FunctionDetails details, String code, boolean block) {
        List<Rejection> rejections = new ArrayList<>();
        if (details.names().isEmpty()
                || (block && details.names().size() > 1)
                || details.names().stream()
                        .anyMatch(name -> name.fr().isBlank()
                                || name.nl().isBlank()
                                || name.de().isBlank())) {
            rejections.add(Rejection.ofField(block ? "primaweb.block-name" : "primaweb.function-names", "names.fr"));
        } else if (details.names().stream()
                .anyMatch(name -> Math.max(
                                name.fr().length(),
                                Math.max(name.nl().length(), name.de().length()))
                        > LONGEST_NAME)) {
            rejections.add(Rejection.ofField("primaweb.function-name-too-long", "names.fr", LONGEST_NAME));
        }
        if (details.block() != null
                && tree.find(details.block())
                        .filter(Node::block)
                        .filter(within ->
                                !within.withdrawn() && !tree.within(code).contains(within.code()))
                        .isEmpty()) {
            rejections.add(Rejection.ofField("primaweb.function-block", "block"));
        }
        if ((block && !details.needs().isEmpty())
                || details.needs().contains(code)
                || !tree.functions().containsAll(details.needs())) {
            rejections.add(Rejection.ofField("primaweb.function-needs", "needs"));
        }
        return rejections;
    }

    private void log(String what, Actor actor, String code, @Nullable Object before, @Nullable Object after) {
        audit.record(AuditEvent.of("primaweb.function-" + what, "primaweb-function", code)
                .by(actor)
                .changing(
                        before == null ? null : Map.of("function", before),
                        after == null ? null : Map.of("function", after)));
    }

    /** @param predefined called as where no region is known */
    public record Kept(FunctionTree tree, List<PredefinedProfile> predefined) {

        public Kept {
            predefined = List.copyOf(predefined);
        }

        /** @throws NotFoundException when there is none of that code */
        public PredefinedProfile predefined(String code) {
            return predefined.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("predefined profile"));
        }
    }
}
