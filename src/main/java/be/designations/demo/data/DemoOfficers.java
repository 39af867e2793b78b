package be.designations.demo.data;

import be.designations.demo.data.Holding.Kind;
import be.designations.directory.Language;
import be.designations.identifier.Sex;
import be.designations.reference.Municipality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Data protection officers for most of the CPAS in which nobody of the file is anything, so that the figures have something to count: each
 * serves some neighbours, a few for more than 38 hours a week; some mandates end soon, some have ended, some CPAS have nobody.
 */
final class DemoOfficers {

    private static final int CPAS_EACH = 4;

    /** All are born before the first of those who are made up for each CPAS: that keeps their NISS apart. */
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1957, 3, 3);

    private static final int DAYS_BETWEEN_BIRTHS = 9;

    private DemoOfficers() {}

    /** @param taken the NIS codes of the CPAS that have people of the file */
    static List<DemoPerson> of(List<Municipality> municipalities, Set<String> taken) {
        List<DemoPerson> officers = new ArrayList<>();
        for (Language language : Language.LETTERS) {
            List<Municipality> served = new ArrayList<>();
            int number = 0;
            for (Municipality municipality : municipalities) {
                if (municipality.letterLanguage() == language && !taken.contains(municipality.nisCode())) {
                    number++;
                    if (number % 9 != 4) {
                        served.add(municipality);
                    }
                }
            }
            for (int first = 0; first < served.size(); first += CPAS_EACH) {
                officers.add(officer(
                        officers.size(), language, served.subList(first, Math.min(first + CPAS_EACH, served.size()))));
            }
        }
        return officers;
    }

    private static DemoPerson officer(int number, Language language, List<Municipality> served) {
        Sex sex = number % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        NamePool names = NamePool.of(language);
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            holdings.add(new Holding(
                    Kind.EXTERNAL_DPD, served.get(i).nisCode(), details(8 + number % 3, number * CPAS_EACH + i)));
        }
        return new DemoPerson(
                "officer-" + served.get(0).nisCode(),
                served.get(0).nisCode(),
                "external-dpd",
                names.firstName(sex, number + 5),
                names.lastName(number + 3),
                DemoPerson.niss(
                        FIRST_BIRTH.plusDays((long) number * DAYS_BETWEEN_BIRTHS), sex, DemoPeople.SERIAL_MADE_UP),
                language,
                holdings);
    }

    /** Hours a week, and for some the last day, counted from today. */
    private static List<String> details(int hours, int mandate) {
        if (mandate % 23 == 7) {
            return List.of(Integer.toString(hours), Integer.toString(3 + mandate * 5 % 85));
        }
        return mandate % 41 == 11
                ? List.of(Integer.toString(hours), Integer.toString(-1 - mandate % 60))
                : List.of(Integer.toString(hours));
    }
}
