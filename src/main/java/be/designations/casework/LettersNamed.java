package be.designations.casework;

import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
import be.designations.notification.Detail;
import be.designations.notification.Message;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Names in mails the letters that a dossier has made. */
@Component
public class LettersNamed {

    private final Letters letters;

    LettersNamed(Letters letters) {
        this.letters = letters;
    }

    /** Names those of these kinds, and leads to where the page of the dossier lists them; leaves a mail as it is where there are none. */
    public UnaryOperator<Message> in(CaseFile dossier, LetterKind... kinds) {
        String references = letters.references(dossier.id().value(), kinds);
        return references.isEmpty()
                ? UnaryOperator.identity()
                : mail -> mail.with(Detail.LETTER, references).linkingTo("/cases/" + dossier.number() + "#letters");
    }
}
