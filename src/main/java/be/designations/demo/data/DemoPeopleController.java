package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the invented people with their NISS, to anyone: forms ask for it, and nobody real has it. */
@Controller
@Profile("demo")
class DemoPeopleController {

    private static final int MOST_FOUND = 50;

    private final DemoPeople people;

    DemoPeopleController(DemoPeople people) {
        this.people = people;
    }

    @GetMapping("/demo/people")
    String people(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        Language language = languageOf(locale);
        String query = q.strip();
        model.addAttribute("query", query);
        if (query.isEmpty()) {
            model.addAttribute("groups", groups(language));
        } else {
            List<DemoPerson> found = people.search(query, MOST_FOUND + 1);
            model.addAttribute("found", rows(found.subList(0, Math.min(found.size(), MOST_FOUND)), language));
            model.addAttribute("more", found.size() > MOST_FOUND);
            model.addAttribute("most", MOST_FOUND);
        }
        return "demo/people";
    }

    private List<GroupView> groups(Language language) {
        return people.groups().entrySet().stream()
                .map(group -> group(group, language))
                .toList();
    }

    private GroupView group(Map.Entry<String, List<DemoPerson>> group, Language language) {
        List<Organisation> organisations = people.organisations(group.getValue().get(0));
        String name = organisations.stream()
                .map(organisation -> organisation.name(language))
                .collect(Collectors.joining(", "));
        return new GroupView(group.getKey(), name, rows(group.getValue(), language));
    }

    private List<PersonView> rows(List<DemoPerson> shown, Language language) {
        return shown.stream()
                .map(person -> new PersonView(
                        person.key(),
                        person.name(),
                        person.roleKey(),
                        people.organisations(person).stream()
                                .map(organisation -> organisation.name(language))
                                .toList(),
                        person.niss().formatted()))
                .toList();
    }

    private static Language languageOf(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> Language.NL;
            case "de" -> Language.DE;
            case "en" -> Language.EN;
            default -> Language.FR;
        };
    }

    record GroupView(String key, String name, List<PersonView> people) {}

    record PersonView(String key, String name, String roleKey, List<String> organisations, String niss) {}
}
