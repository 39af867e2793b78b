package be.designations.letters;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where letters are checked, as it stands on them. */
@Component
class LetterSettings {

    private final String publicAddress;

    LetterSettings(@Value("${designations.public-address}") String publicAddress) {
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    String checkedAt() {
        return publicAddress + "/verify";
    }

    String checkedAt(CheckCode code) {
        return checkedAt() + "?code=" + code.value();
    }
}
