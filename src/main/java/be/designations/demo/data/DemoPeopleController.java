package be.designations.demo.data;

import be.designations.directory.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the invented people with their NISS, to anyone: forms ask for it, and nobody real has it. */
@Controller
@Profile("demo & !prod")
class DemoPeopleController {

    private static final int MOST_FOUND = 50;

    private final DemoPeople people;

    DemoPeopleController(DemoPeople people) {
        this.people = people;
    }

    @GetMapping("/demo/people")
    String people(@RequestParam(defaultValue = "") String q, @Nullable CsrfToken token, Locale locale, Model model) {
        if (token != null) {
            // The page is longer than the response's buffer: its session must exist before the first byte leaves.
            token.getToken();
        }
        Language language = Language.of(locale.getLanguage());
        String query = q.strip();
        model.addAttribute("query", query);
        if (query.isEmpty()) {
            model.addAttribute("groups", groups(language));
        } else {
            List<DemoPerson> found = people.search(query, MOST_FOUND + 1);
            model.addAttribute("found", rows(found.stream().limit(MOST_FOUND).toList(), language));
            model.addAttribute("more", found.size() > MOST_FOUND);
            model.addAttribute("most", MOST_FOUND);
        }
        return "demo/people";
    }

    private List<GroupView> groups(Language language) {
        return people.groups().entrySet().stream()
                .map(group -> new GroupView(
                        group.getKey(), people.heading(group.getKey(), language), rows(group.getValue(), language)))
                .toList();
    }

    private List<PersonView> rows(List<DemoPerson> shown, Language language) {
        return shown.stream()
                .map(person -> new PersonView(
                        person.key(),
                        person.name(),
                        person.roleKey(),
                        organisations(person, language),
                        person.niss().formatted()))
                .toList();
    }

    private List<String> organisations(DemoPerson person, Language language) {
        return people.organisations(person).stream()
                .map(organisation -> organisation.name(language))
                .toList();
    }

    record GroupView(String id, String name, List<PersonView> people) {}

    record PersonView(String key, String name, String roleKey, List<String> organisations, String niss) {}
}
