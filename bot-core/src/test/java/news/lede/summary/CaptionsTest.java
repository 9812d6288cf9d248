package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "In this Friday, May 2 photo, workers stand on the bridge of Norby.",
                "Smoke rises behind the harbour bridge of Norby on November 18, 2031.",
                "A ferry leaves the harbour of Norby, 4 March 2031. (Ida Morrow/Meridian)",
                "Rauch steigt über dem Hafen von Norby auf, 18. November 2031.",
                "Un ferry sale del puerto de Norby el 4 de marzo de 2031.",
                "Mayor Ada Brandt opens the bridge of Norby (Photo: Ida Morrow)",
                "Bürgermeisterin Brandt auf der Brücke von Norby (Archivbild)",
                "Ada Brandt (L) shakes hands with a captain in Norby.",
                "The old bridge of Norby is seen in the evening sun.",
                "The new ferry can be seen above."
            })
    void whatStandsBeneathAPictureIsOne(String sentence) {
        assertThat(Captions.isOne(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council of Norby voted on Tuesday to close the old harbour bridge.",
                "On November 18, 2031, the council of Norby closed the bridge for two years.",
                "The council of Norby has argued about the bridge since 2031.",
                "The photographer Ida Morrow showed a photo of the bridge to the council.",
                "Ida Morrow (41) told the Meridian agency that the bridge was closed."
            })
    void whatHappenedIsNone(String sentence) {
        assertThat(Captions.isOne(sentence)).isFalse();
    }
}
