package be.designations.web.operations;

import be.designations.casework.CaseType;
import be.designations.casework.Suspension;
import be.designations.casework.Suspensions;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.pages.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds of dossiers that can be suspended, and what was. */
@Component
class SuspensionPages {

    private static final int MOST_SHOWN = 20;

    private final Suspensions suspensions;
    private final Directory directory;

    SuspensionPages(Suspensions suspensions, Directory directory) {
        this.suspensions = suspensions;
        this.directory = directory;
    }

    /** @param now the suspension that goes on, or null */
    public record Kind(
            String code, String process, @Nullable Suspension now) {}

    void show(Actor actor, Page page) {
        List<Suspension> last = suspensions.last(actor, MOST_SHOWN);
        Map<String, Suspension> now =
                suspensions.current().stream().collect(Collectors.toMap(Suspension::process, suspension -> suspension));
        Map<PersonId, String> names = directory
                .people(Stream.concat(last.stream(), now.values().stream())
                        .flatMap(it -> Stream.of(Optional.of(it.by()), Optional.ofNullable(it.resumedBy())))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::displayName));
        page.with(
                        "kinds",
                        suspensions.possible().stream()
                                .map(type -> new Kind(type.kind().code(), type.key(), now.get(type.key())))
                                .toList())
                .with("past", last.stream().filter(it -> it.resumed() != null).toList())
                .with("kindOf", codes())
                .with("names", names)
                .with("language", page.language());
    }

    private Map<String, String> codes() {
        return suspensions.possible().stream()
                .collect(Collectors.toMap(CaseType::key, type -> type.kind().code()));
    }

    /** The kind whose process that is. */
    Optional<Kind> kind(String process) {
        return suspensions.possible().stream()
                .filter(type -> type.key().equals(process))
                .findFirst()
                .map(type -> new Kind(
                        type.kind().code(),
                        process,
                        suspensions.current().stream()
                                .filter(it -> Objects.equals(it.process(), process))
                                .findFirst()
                                .orElse(null)));
    }
}
