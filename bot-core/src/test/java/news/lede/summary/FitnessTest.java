package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitnessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council of Norby voted on Tuesday to close the old harbour bridge.",
                "\"We had no choice,\" Mayor Ada Brandt told reporters after the vote on Tuesday.",
                "By Friday the council of Norby had voted three times on the old bridge.",
                "Por segunda vez en un año, el puente viejo de Norby queda cerrado al tráfico.",
                "A newsletter of the council named three copyright lawsuits over the bridge's design.",
                "市议会星期二投票决定关闭旧港口大桥并在明年春天开始修建新桥。"
            })
    void anOrdinarySentenceIsFit(String sentence) {
        assertThat(Fitness.of(sentence)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council voted.",
                "The council of Norby voted on Tuesday to close the bridge",
                "By Jonas Kessler, our reporter in the town of Norby on the coast.",
                "BY JONAS KESSLER and Ida Morrow",
                "Sign up for our newsletter to read the news of Norby every morning.",
                "This article was first published by the Norby Post on Tuesday morning.",
                "Read more: the bridge of Norby and the people who built it long ago.",
                "What does the closing of the bridge mean for people in Norby?",
                "In this Friday, May 2 photo, workers stand on the bridge of Norby.",
                "(Read how the people of Norby built their bridge.)",
                "and that the bridge of Norby would be closed until the spring.",
                "The council of Norby voted on Tuesday to close the bridge and…"
            })
    void whatIsNoNewsIsLessFit(String sentence) {
        assertThat(Fitness.of(sentence)).isBetween(0.01, 0.6);
    }

    @Test
    void shortAndLongAreToldByTheTimeOfReading() {
        assertThat(Fitness.of("A" + " word".repeat(5) + " end.")).isEqualTo(1);
        assertThat(Fitness.of("A" + " word".repeat(3) + " end.")).isEqualTo(0.3);
        assertThat(Fitness.of("A" + " word".repeat(50) + " end.")).isEqualTo(1);
        assertThat(Fitness.of("A" + " word".repeat(52) + " end.")).isEqualTo(0.9);
        assertThat(Fitness.of("A" + " word".repeat(70) + " end.")).isEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de Lint told the council of Norby that the bridge would be closed.",
                "iPlayer viewers in Norby saw the council vote on the bridge.",
                "In this town of Norby the council voted to close the bridge."
            })
    void aSmallLetterMayBeginAName(String sentence) {
        assertThat(Fitness.of(sentence)).isEqualTo(1);
    }

    @Test
    void faultsAddUp() {
        assertThat(Fitness.of("Read more: the council voted")).isLessThan(Fitness.of("Read more: the council voted."));
    }
}
