package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.security.Personas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers the invented people for sign-in. */
final class DemoPersonas implements Personas {

    private final DemoPeople people;

    DemoPersonas(DemoPeople people) {
        this.people = people;
    }

    @Override
    public List<Group> groups(Language language) {
        return people.groups().entrySet().stream()
                .map(group ->
                        group(group.getKey(), people.heading(group.getKey(), language), group.getValue(), language))
                .toList();
    }

    @Override
    public Optional<PersonId> find(String id) {
        return people.find(id).map(DemoPerson::id);
    }

    private Group group(String key, String name, List<DemoPerson> members, Language language) {
        return new Group(
                key,
                name,
                members.stream()
                        .map(person -> {
                            String organisation = people.organisations(person).stream()
                                    .map(held -> held.name(language))
                                    .collect(Collectors.joining(", "));
                            return new Persona(
                                    person.key(),
                                    person.name(),
                                    person.roleKey(),
                                    organisation.equals(name) ? null : organisation);
                        })
                        .toList());
    }
}
