package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import news.lede.story.Heads.Beside;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class HeadsTest {
    private static final String LATER =
            " Officers had stopped the car on the coast road after midnight, and nobody was hurt, the harbour police said in a statement."
                    + " The club said that it would look into the matter and would not speak of it before the hearing in two weeks.";

    private final Comparing comparing = new Comparing(Language.ENGLISH);
    private final Heads heads = new Heads(comparing);

    private final HeldText sandra = arrest("Sandra Weidner", "");
    private final HeldText marta = arrest("Marta Okafor", "");

    private HeldText arrest(String who, String later) {
        String last = who.substring(who.indexOf(' ') + 1);
        return comparing.read(Fingerprint.of(
                Language.ENGLISH,
                Newsroom.NOON,
                who + " arrested in Ellery",
                who + " of the Ellery Rovers was arrested on Friday, and " + last + " was let go." + LATER + later));
    }

    private Beside beside(HeldText asked, HeldText member, int times) {
        comparing.ask(asked);
        return heads.beside(asked, Collections.nCopies(times, member));
    }

    @Test
    void withOtherPersonsAreApartTheMoreSurelyTheMoreMembersAgree() {
        Beside one = beside(marta, sandra, 1);
        Beside four = beside(marta, sandra, 4);
        assertThat(one.personsApart()).isCloseTo(1.1 * Math.log(3 / 1.0), within(0.01));
        assertThat(four.personsApart()).isCloseTo(1.1 * Math.log(6 / 1.0), within(0.01));
        assertThat(one.apart()).isCloseTo(Math.log(3 / 1.0), within(0.01));
        assertThat(four.missing()).isGreaterThan(one.missing());
        assertThat(one.common()).isPositive();
    }

    @Test
    void withTheSamePersonAreNotApart() {
        assertThat(beside(sandra, arrest("Sandra Weidner", " More was to be told later."), 3))
                .returns(0.0, Beside::apart)
                .returns(0.0, Beside::personsApart)
                .returns(0.0, Beside::missing);
    }

    @Test
    void areApartThoughTheOtherPersonIsMentionedLater() {
        HeldText second = arrest("Marta Okafor", " Sandra Weidner had been arrested a month before. ");
        Beside both = beside(second, sandra, 2);
        assertThat(both.personsApart()).isGreaterThan(1);
        assertThat(both.missing()).isLessThan(beside(marta, sandra, 2).missing());
    }

    @Test
    void areNotApartWhenOnlyOneSideTellsAPerson() {
        HeldText nobody = comparing.read(Fingerprint.of(
                Language.ENGLISH, Newsroom.NOON, "Arrest in Ellery", "A player was arrested on Friday." + LATER));
        assertThat(beside(nobody, sandra, 3).personsApart()).isZero();
        assertThat(beside(sandra, nobody, 3).personsApart()).isZero();
        assertThat(beside(nobody, sandra, 3).missing()).isPositive();
    }

    @Test
    void holdNothingBackFromTheStoryAskedAboutBefore() {
        Beside before = beside(marta, sandra, 2);
        beside(sandra, marta, 5);
        assertThat(beside(marta, sandra, 2)).isEqualTo(before);
        assertThat(heads.beside(marta, List.of(marta)).personsApart()).isZero();
    }
}
