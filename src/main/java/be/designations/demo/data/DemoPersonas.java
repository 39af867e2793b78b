package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.security.Personas;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers those of {@code demo/people.csv} to whoever signs in; the keys of all the others work as well. */
final class DemoPersonas implements Personas {

    private final DemoPeople people;
    private final List<Group> groups;

    DemoPersonas(DemoPeople people) {
        this.people = people;
        this.groups = people.groups().entrySet().stream()
                .map(group -> new Group(
                        DemoPeople.groupKey(group.getKey()),
                        group.getValue().stream().map(this::persona).toList()))
                .toList();
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public Optional<Persona> find(String id) {
        return people.find(id).map(this::persona);
    }

    private Persona persona(DemoPerson person) {
        Map<Language, String> organisations = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            organisations.put(
                    language,
                    people.organisations(person).stream()
                            .map(organisation -> organisation.name(language))
                            .collect(Collectors.joining(", ")));
        }
        return new Persona(person.key(), person.id(), person.name(), organisations, person.roleKey());
    }
}
