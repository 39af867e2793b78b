package be.designations.demo.country;

import be.designations.demo.data.NamePool;
import be.designations.directory.Language;
import be.designations.identifier.Sex;
import java.util.List;
import java.util.SplittableRandom;

/** Names that sound like those of a language, some much more common than others. */
final class Names {

    private static final Syllables FRENCH = new Syllables(
            List.of("", "", "", "", "", "Le ", "De "),
            words(
                    "Bel Bou Car Char Col Cor Dam Del Des Dou Du Fau Fon Gal Gar Ger Gil Gou Gran Her Jac Jan La Lam Ler Mal "
                            + "Mar Mas Mon Mou Nor Par Per Pon Rob Ros Rou Sau Ser Tel Thi Val Ver Vil"),
            words("bert boux chard court dier don fontaine gnier lain lart lier lot mont nard neau pont quet rand rard "
                    + "reau ron rot ville sart seau tin ton tier vaux vier"));
    private static final Syllables DUTCH = new Syllables(
            List.of("", "", "", "", "Van ", "De ", "Van den "),
            words(
                    "Aer Beer Berg Bos Broe Cla Cop Da Dier Does Eyc Goo Hae Hen Her Hoo Hu Jan Ker Lam Lee Lem Maes Mer Mey "
                            + "Moe Nae Oost Pau Pee Rae Roe San Schoe Stee Swin Thys Tim Uyt Ver Vran Wae Wil Wou Wyn"),
            words("baert beke berghe bossche broeck daele dries eghem ens hout huys kens laer lants linck mans meersch "
                    + "meulen naert rens ricks sen straete tens veld voorde waert winckel"));
    private static final Syllables GERMAN = new Syllables(
            List.of(""),
            words(
                    "Acker Bach Berg Brand Brück Dahl Eich Engel Feld Frie Gold Hart Heck Heim Hein Hoch Kais Kirch Klein "
                            + "König Lang Lind Mühl Neu Ober Reich Rosen Schön Stein Stern Wald Weiss Wein Winter"),
            words("bauer berger brandt dorf feld ges hagen hausen hof holz kamp mann meier müller rath recht rich "
                    + "schmidt thal"));

    private static final List<Trade> TRADES = List.of(
            new Trade("Assurances", "Verzekeringen", "Versicherungen"),
            new Trade("Banque", "Bank", "Bank"),
            new Trade("Boulangerie", "Bakkerij", "Bäckerei"),
            new Trade("Brasserie", "Brouwerij", "Brauerei"),
            new Trade("Clinique", "Kliniek", "Klinik"),
            new Trade("Constructions", "Bouwbedrijf", "Bauunternehmen"),
            new Trade("Crèche", "Kinderdagverblijf", "Kinderkrippe"),
            new Trade("École", "School", "Schule"),
            new Trade("Garage", "Garage", "Garage"),
            new Trade("Imprimerie", "Drukkerij", "Druckerei"),
            new Trade("Laboratoire", "Laboratorium", "Labor"),
            new Trade("Librairie", "Boekhandel", "Buchhandlung"),
            new Trade("Maison de repos", "Woonzorgcentrum", "Seniorenheim"),
            new Trade("Menuiserie", "Schrijnwerkerij", "Tischlerei"),
            new Trade("Mutualité", "Ziekenfonds", "Krankenkasse"),
            new Trade("Nettoyage", "Schoonmaakbedrijf", "Reinigung"),
            new Trade("Pharmacie", "Apotheek", "Apotheke"),
            new Trade("Secrétariat social", "Sociaal secretariaat", "Sozialsekretariat"),
            new Trade("Théâtre", "Theater", "Theater"),
            new Trade("Transports", "Transport", "Transporte"));

    private Names() {}

    static String family(Language language, SplittableRandom random) {
        Syllables syllables =
                switch (language) {
                    case NL -> DUTCH;
                    case DE -> GERMAN;
                    case FR, EN -> FRENCH;
                };
        return pick(syllables.particles, random)
                + common(syllables.beginnings, random)
                + common(syllables.ends, random);
    }

    static String first(Language language, Sex sex, SplittableRandom random) {
        return NamePool.of(language).firstName(sex, random.nextInt(1_000));
    }

    static Trade trade(SplittableRandom random) {
        return pick(TRADES, random);
    }

    /** The earlier in the list, the likelier. */
    private static String common(List<String> choices, SplittableRandom random) {
        return choices.get(Math.min(random.nextInt(choices.size()), random.nextInt(choices.size())));
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /** What an enterprise does, in each language. */
    record Trade(String fr, String nl, String de) {}

    private record Syllables(List<String> particles, List<String> beginnings, List<String> ends) {}
}
