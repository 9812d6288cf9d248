package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitnessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council of Norby voted on Tuesday to close the old harbour bridge.",
                "\"We had no choice,\" Mayor Ada Brandt told reporters after the vote on Tuesday.",
                "'We had no choice,' the mayor told the reporters' club after the vote.",
                "The reporters' club of Norby didn't hear the mayor's answer on Tuesday.",
                "The league of the ‘old bridge’ voted on Tuesday to keep the mayor's plan.",
                "市议会星期二投票决定关闭旧港口大桥并在明年春天开始修建新桥。"
            })
    void anOrdinarySentenceIsFit(String sentence) {
        assertThat(Fitness.of(sentence, Language.ENGLISH)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was closed on Tuesday after a long night of debate.",
                "But the council of Norby voted to close the harbour bridge.",
                "\"However, the council of Norby voted to close the bridge.",
                "He's the mayor who voted to close the old harbour bridge.",
                "Sie stimmte am Dienstag für die Schließung der alten Brücke.",
                "The council voted.",
                "The council of Norby voted on Tuesday to close the bridge",
                "By Jonas Kessler, our reporter in the town of Norby on the coast.",
                "Sign up for our newsletter to read the news of Norby every morning.",
                "\"We had no choice and we would do it again tomorrow morning.\"",
                "\"We had no choice, said the mayor of Norby to the reporters.",
                "“We had no choice, said the mayor of Norby to the reporters.",
                "'We had no choice and the vote was hard for all of us, said the mayor.",
                "The bridge would have fallen into the water,' the mayor of Norby said.",
                "Asked about the bridge, the mayor said: 'I could not care less!' Honestly,' he added.",
                "What does the closing of the bridge mean for people in Norby?"
            })
    void aSentenceThatCannotStandAloneIsLessFit(String sentence) {
        assertThat(Fitness.of(sentence, Language.ENGLISH)).isBetween(0.01, 0.6);
    }

    @Test
    void shortAndLongBeginAtEightAndFortySixWords() {
        assertThat(Fitness.of("one two three four five six seven eight.", Language.ENGLISH))
                .isEqualTo(1);
        assertThat(Fitness.of("one two three four five six seven.", Language.ENGLISH))
                .isLessThan(1);
        assertThat(Fitness.of("word ".repeat(44) + "end.", Language.ENGLISH)).isEqualTo(1);
        assertThat(Fitness.of("word ".repeat(45) + "end.", Language.ENGLISH)).isEqualTo(0.9);
        assertThat(Fitness.of("word ".repeat(59) + "end.", Language.ENGLISH)).isEqualTo(0.9);
        assertThat(Fitness.of("word ".repeat(60) + "end.", Language.ENGLISH)).isEqualTo(0.6);
    }

    @Test
    void faultsAddUp() {
        double one = Fitness.of("It was closed on Tuesday after a long night of debate.", Language.ENGLISH);
        double two = Fitness.of("It was closed on Tuesday after a long night of debate", Language.ENGLISH);
        assertThat(two).isLessThan(one);
    }

    @Test
    void germanQuotesAreWhole() {
        assertThat(Fitness.of(
                        "Der Rat habe „keine Wahl“ gehabt, sagte die Bürgermeisterin am Dienstag.", new Language("de")))
                .isEqualTo(1);
    }
}
