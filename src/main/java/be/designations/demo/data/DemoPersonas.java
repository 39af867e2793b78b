package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.security.Personas;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers the invented people for sign-in. */
final class DemoPersonas implements Personas {

    private final DemoPeople people;

    DemoPersonas(DemoPeople people) {
        this.people = people;
    }

    @Override
    public List<Group> groups() {
        return people.groups().entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        Arrays.stream(Language.values())
                                .collect(Collectors.toMap(
                                        language -> language, language -> people.heading(group.getKey(), language))),
                        group.getValue().stream().map(this::persona).toList()))
                .toList();
    }

    @Override
    public Optional<Persona> find(String id) {
        return people.find(id).map(this::persona);
    }

    private Persona persona(DemoPerson person) {
        return new Persona(
                person.key(), person.id(), person.name(), names(people.organisations(person)), person.roleKey());
    }

    private static Map<Language, String> names(List<Organisation> organisations) {
        return Arrays.stream(Language.values())
                .collect(Collectors.toMap(language -> language, language -> organisations.stream()
                        .map(organisation -> organisation.name(language))
                        .collect(Collectors.joining(", "))));
    }
}
