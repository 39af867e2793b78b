package be.designations.takeover;

import be.designations.casework.Desk;
import be.designations.directory.InEachLanguage;
import be.designations.identifier.EnterpriseNumber;
import java.time.LocalDate;

/**
 * A takeover that support staff announce.
 *
 * @param firstDay today is from now on
 * @param names    what people call the organisation, with its article: “l’Agence”, “the Agency”
 * @param reason   where it is decided: a law, a royal decree
 */
public record NewTakeover(
        Desk desk, EnterpriseNumber number, LocalDate firstDay, InEachLanguage names, String reason) {}
