package news.lede.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisputesTest {
    private static List<Dispute> english(String one, String two, int minutesBetween) {
        return Disputes.of(new ToldStory("en")
                .says("Harbour Post", 0, one)
                .says("Valley News", minutesBetween, two)
                .view());
    }

    @Test
    void differentTollsOfTheSameHourAreDisputed() {
        List<Dispute> disputes = english(
                "At least 14 people were killed when a ferry sank off Norby on Monday.",
                "Twelve people died when the ferry sank off Norby.",
                30);
        assertThat(disputes).hasSize(1);
        Dispute dispute = disputes.getFirst();
        assertThat(dispute.counted()).isEqualTo("killed");
        assertThat(dispute.standing()).isEqualTo(Dispute.Standing.DISPUTED);
        assertThat(dispute.sides()).extracting(Side::said).containsExactly("At least 14", "Twelve");
        assertThat(dispute.sides())
                .extracting(Side::publishers)
                .containsExactly(List.of("Harbour Post"), List.of("Valley News"));
        assertThat(dispute.sides().getFirst().mention().sentence())
                .isEqualTo("At least 14 people were killed when a ferry sank off Norby on Monday.");
    }

    @Test
    void aTollThatRoseOverTimeDevelopedAndIsNotDisputed() {
        List<Dispute> disputes = english(
                "Twelve people were killed when a ferry sank off Norby.",
                "Fourteen people were killed when a ferry sank off Norby.",
                121);
        assertThat(disputes).extracting(Dispute::standing).containsExactly(Dispute.Standing.DEVELOPED);
        assertThat(disputes.getFirst().sides()).extracting(Side::said).containsExactly("Twelve", "Fourteen");
    }

    @Test
    void twoHoursApartIsAboutTheSameTime() {
        assertThat(english("Twelve people were killed in Norby.", "Fourteen people were killed in Norby.", 120))
                .extracting(Dispute::standing)
                .containsExactly(Dispute.Standing.DISPUTED);
    }

    @Test
    void theNewestFigureOfAPublisherCounts() {
        StoryView story = new ToldStory("en")
                .says("Harbour Post", 0, "Twelve people were killed in Norby.")
                .says("Valley News", 30, "Fourteen people were killed in Norby.")
                .says("Harbour Post", 60, "Fourteen people were killed in Norby, rescuers said.")
                .view();
        assertThat(Disputes.of(story)).isEmpty();
    }

    @Test
    void copiesOfOneReportStandOnOneSide() {
        StoryView story = new ToldStory("en")
                .says("Harbour Post", 0, "Twelve people were killed in Norby.")
                .copies("Quay News", 5, 1)
                .says("Valley News", 30, "Fourteen people were killed in Norby.")
                .view();
        assertThat(Disputes.of(story)).hasSize(1);
        assertThat(Disputes.of(story).getFirst().sides())
                .extracting(Side::publishers)
                .containsExactly(List.of("Harbour Post", "Quay News"), List.of("Valley News"));
    }

    @Test
    void deadAndInjuredAreNotCompared() {
        assertThat(english("Twelve people were killed in Norby.", "Fourteen people were injured in Norby.", 10))
                .isEmpty();
    }

    @Test
    void tollsOfDifferentPlacesAreNotCompared() {
        assertThat(english("The storm killed 12 people in Norby.", "The storm killed 14 people in Arlen.", 10))
                .isEmpty();
    }

    @Test
    void anEarlierDisasterIsBackground() {
        assertThat(english(
                        "Twelve people were killed in Norby when the dam burst.",
                        "In 1998 a flood killed 14 people in Norby when the dam burst.",
                        10))
                .isEmpty();
    }

    @Test
    void anArticleThatTellsSeveralTollsIsNotCompared() {
        assertThat(english(
                        "Twelve people were killed in Norby when the dam burst.",
                        "Five people were killed at the bridge. Nine people were killed at the mill.",
                        10))
                .isEmpty();
    }

    @Test
    void aSideNamesTheWordsThatBoundItsFigure() {
        assertThat(english("At least 20 people were injured in Norby.", "Up to 15 people were injured in Norby.", 10)
                        .getFirst()
                        .sides())
                .extracting(Side::said)
                .containsExactly("At least 20", "Up to 15");
    }
}
