package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import news.lede.story.Kinship.Compared;
import news.lede.story.Kinship.Nearness;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class KinshipTest {
    private static final float[] NONE = {};
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    private final Likeness likeness = new Likeness(Language.ENGLISH);
    private final Kinship kinship = new Kinship(likeness);

    private Compared text(String title, String text, float[] meaning) {
        Fingerprint fingerprint = Fingerprint.of(Language.ENGLISH, Instant.EPOCH, title, text);
        return new Compared(likeness.weigh(fingerprint), meaning);
    }

    private final Compared ferry = text("Ferry Marla sinks off Port Alden", Newsroom.FERRY, NONE);
    private final Compared ferryAgain = text("Captain of the Marla questioned", Newsroom.FERRY_AGAIN, NONE);
    private final Compared election = text("Weidner wins Kestrel Valley", Newsroom.ELECTION, NONE);
    private final Compared fire = text("Warehouse fire in Sarn", Newsroom.FIRE, NONE);

    @Test
    void whatSharesWordsAndNamesIsNearerThanWhatDoesNot() {
        List<Nearness> near = kinship.of(List.of(ferry), List.of(election, ferryAgain));

        assertThat(near.get(1).own()).isGreaterThan(near.get(0).own() + 2);
        assertThat(near.get(1).drawn()).isGreaterThan(near.get(0).drawn());
    }

    @Test
    void withoutANearCandidateNobodySpeaks() {
        List<Nearness> near = kinship.of(List.of(ferry), List.of(election, fire));

        assertThat(near).allSatisfy(one -> assertThat(one.drawn()).isEqualTo(one.own()));
    }

    @Test
    void whatIsNearToTheNearestCandidateIsDrawnNear() {
        String parts =
                "Makers say that used parts without a seal of the inspectors are sold for half the price in every harbour town.";
        Compared bridge = text(
                "Ferry Marla: divers from Delvoort find broken pumps",
                Newsroom.FERRY_AGAIN
                        + " The pumps were bought by Brandt Lines as used parts and had no seal of the inspectors.",
                NONE);
        Compared far = text("Used parts without a seal", parts, NONE);

        Nearness alone = kinship.of(List.of(ferry), List.of(far, election)).getFirst();
        Nearness beside = kinship.of(List.of(ferry), List.of(far, bridge)).getFirst();

        assertThat(beside.own()).isEqualTo(alone.own());
        assertThat(beside.drawn()).isGreaterThan(alone.drawn() + 0.2);
    }

    @Test
    void meaningCountsWhereBothHaveIt() {
        Compared asked = text("Ferry sinks", Newsroom.FERRY, EAST);
        Compared same = text("Weidner wins", Newsroom.ELECTION, EAST);
        Compared other = text("Weidner wins", Newsroom.ELECTION, NORTH);
        Compared unknown = text("Weidner wins", Newsroom.ELECTION, NONE);

        List<Nearness> near = kinship.of(List.of(asked), List.of(same, other, unknown));

        // 0.6 of (1 - 0.09) and of (0 - 0.09) deviations of 0.13, beside 0.4 of what the words say.
        double words = near.get(2).own();
        assertThat(near.get(0).own()).isCloseTo(0.4 * words + 0.6 * 0.91 / 0.13, within(1e-6));
        assertThat(near.get(1).own()).isCloseTo(0.4 * words - 0.6 * 0.09 / 0.13, within(1e-6));
    }

    @Test
    void vectorsOfDifferentLengthsAreNotCompared() {
        Compared asked = text("Ferry sinks", Newsroom.FERRY, EAST);
        Compared odd = text("Weidner wins", Newsroom.ELECTION, new float[] {1, 0, 0});
        Compared unknown = text("Weidner wins", Newsroom.ELECTION, NONE);

        List<Nearness> near = kinship.of(List.of(asked), List.of(odd, unknown));

        assertThat(near.get(0).own()).isEqualTo(near.get(1).own());
    }

    @Test
    void whatIsHardlyNearerThanChanceIsOrderedByItsWords() {
        assertThat(new Nearness(0.1, 4, 3.2).order()).isEqualTo(3.2);
        assertThat(new Nearness(0.1, 1, 1).order()).isEqualTo(1);
        assertThat(new Nearness(0.6, -0.1, 0.99).order()).isEqualTo(0.6);
        assertThat(new Nearness(3, -1, 0.5).order()).isEqualTo(1);
    }

    @Test
    void nearnessInWordsIsToldApartFromNearnessWithMeaning() {
        Compared asked = text("Ferry sinks", Newsroom.FERRY, EAST);
        Compared far = text("Ferry sinks again", Newsroom.FERRY_AGAIN, new float[] {-1, 0});

        Nearness near = kinship.of(List.of(asked), List.of(far)).getFirst();

        assertThat(near.worded()).isPositive();
        assertThat(near.own()).isLessThan(near.worded());
    }

    @Test
    void theBestOfWhatIsAskedAboutCountsMoreThanTheAverage() {
        double best = kinship.of(List.of(ferry), List.of(ferryAgain)).getFirst().own();
        double worst =
                kinship.of(List.of(election), List.of(ferryAgain)).getFirst().own();
        double both = kinship.of(List.of(ferry, election), List.of(ferryAgain))
                .getFirst()
                .own();

        assertThat(both).isCloseTo(0.8 * best + 0.2 * worst, within(1e-9));
    }

    @Test
    void noCandidatesAreNoAnswers() {
        assertThat(kinship.of(List.of(ferry), List.of())).isEmpty();
    }
}
