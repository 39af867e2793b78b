package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.identifier.Sex;
import java.util.List;

/** Names as they are common in a language, for people of whom there are many. */
public record NamePool(List<String> men, List<String> women, List<String> families) {

    private static final NamePool FRENCH = of(
            "Adrien Alain Antoine Bruno Cédric Christophe Daniel David Denis Didier Éric Fabrice Gaël Guy Hervé Jérôme "
                    + "Luc Marc Maxime Michel Nicolas Pascal Patrick Pierre Quentin Robert Serge Thierry Xavier Yves",
            "Agnès Alice Anne Béatrice Brigitte Carine Céline Chantal Christine Corinne Delphine Dominique Élise "
                    + "Fabienne Florence Françoise Geneviève Hélène Joëlle Laurence Marie Muriel Myriam Odile Pascale "
                    + "Sabine Sandrine Sylvie Valérie Viviane",
            "Bastin Bertrand Bodart Bouchat Carlier Charlier Claes Collin Delcourt Delfosse Denis Deprez Dubois Dupont "
                    + "Evrard Fontaine François Gérard Gilles Grégoire Henry Jacquemin Lacroix Lambotte Leclercq Lefebvre "
                    + "Legrand Lemoine Leroy Libert Louis Mathieu Michel Moreau Noël Parmentier Petit Piette Pirard Rousseau "
                    + "Thiry Wauters Wéry");
    private static final NamePool DUTCH = of(
            "Bart Bram Bert Danny Dirk Erik Filip Frank Geert Gert Guido Hans Jef Joris Jos Johan Koen Kris Kurt "
                    + "Maarten Marc Patrick Peter Rik Ronny Stefan Steven Stijn Wouter Yves",
            "An Anja Ann Bea Carine Christel Els Eva Evi Goedele Greta Griet Heidi Hilde Ilse Inge Karen Katleen Kristel "
                    + "Leen Lieve Linda Lut Marleen Martine Mieke Nele Rita Tine Veerle",
            "Aerts Beckers Bogaert Bosmans Braem Callens Ceulemans Coppens Daems Declercq Desmet Dierckx Driesen Geerts "
                    + "Goossens Hendrickx Hermans Jacobs Janssen Lambrechts Lemmens Leysen Martens Mertens Michiels Nys "
                    + "Pauwels Peeters Raes Segers Smets Stevens Thijs Timmermans Vercruysse Verbeke Verlinden Vermeiren "
                    + "Vets Wauters Willems Wuyts Wyns");
    private static final NamePool GERMAN = of(
            "Andreas Bernd Bruno Christian Daniel Erwin Frank Georg Günter Helmut Jochen Karl Klaus Lothar Markus "
                    + "Norbert Ralf Rainer Roland Werner",
            "Andrea Angelika Anita Claudia Doris Elke Erika Gabriele Heike Helga Ilona Karin Kerstin Marlene Martina "
                    + "Petra Renate Sabine Silvia Ute",
            "Backes Brüll Cremer Dahmen Drosch Franssen Genten Havenith Jousten Keutgen Kirch Kohnen Krings Küpper "
                    + "Langer Lambertz Mertes Müller Niessen Ortmann Palm Reuter Scholzen Thelen Velz Wiesen Zimmermann");

    public NamePool {
        men = List.copyOf(men);
        women = List.copyOf(women);
        families = List.copyOf(families);
    }

    public static NamePool of(Language language) {
        return switch (language) {
            case NL -> DUTCH;
            case DE -> GERMAN;
            case FR, EN -> FRENCH;
        };
    }

    /** @param number 0 to some millions */
    public String firstName(Sex sex, int number) {
        // A stride, or else neighbours in the list would be neighbours on the map.
        List<String> names = sex == Sex.MALE ? men : women;
        return names.get(number * 7 % names.size());
    }

    String lastName(int number) {
        return families.get(number * 11 % families.size());
    }

    private static NamePool of(String men, String women, String families) {
        return new NamePool(words(men), words(women), words(families));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
