package be.designations.letters;

import be.designations.export.PdfRenderer;
import be.designations.rules.Rejection;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What can be put on paper: signs that the font of letters has, written from left to right. A letter is never changed, so
 * whoever types another one is told while they can still write it otherwise. <i>Source: D73.</i>
 */
@Component
public class LetterSigns {

    /** Marks that nobody sees, such as those that turn the direction; a text that was copied brings them along. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final Pattern HYPHEN = Pattern.compile("\u2011");
    private static final int MOST_NAMED = 10;

    private final PdfRenderer renderer;

    LetterSigns(PdfRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * What cannot be written of a text, by line.
     *
     * @param field where it was typed
     */
    public List<Rejection> problems(String text, String field) {
        List<Rejection> problems = new ArrayList<>();
        List<String> lines = written(text).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Set<String> unknown = lines.get(i)
                    .codePoints()
                    .filter(sign -> !isWritten(sign))
                    .mapToObj(Character::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!unknown.isEmpty()) {
                String named = unknown.stream().limit(MOST_NAMED).collect(Collectors.joining(" "));
                problems.add(Rejection.ofField("letters.sign-unknown", field, i + 1, named));
            }
        }
        return problems;
    }

    /** A text as it is put on paper: without marks that nobody sees. */
    static String written(String text) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        return HYPHEN.matcher(seen).replaceAll("-");
    }

    private boolean isWritten(int sign) {
        byte direction = Character.getDirectionality(sign);
        return sign == '\t'
                || (renderer.hasSign(sign)
                        && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }
}
