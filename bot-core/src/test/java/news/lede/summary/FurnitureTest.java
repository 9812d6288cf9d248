package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "To see the plan of the new bridge, CLICK HERE.",
                "Read more about the harbour of Alden on page two of this issue.",
                "Photo: the ferry in the harbour of Norby on the day it sank.",
                "The Delvoort Tribune © 2031",
                "©2031 The Delvoort Tribune and its partners",
                "This story was first told by our colleagues in Norby.",
                "Mara Lind contributed to this report from the harbour of Alden.",
                "Follow our live coverage of the vote in Norby with all results here.",
                "The article originally appeared in the Alden Courier of last week.",
                "Updated 14:05 with words of the harbour master.",
                "3 of 14 pictures show the harbour.",
                "You have been redirected to the page of the Alden Courier.",
                "На сайте: читайте также о порте Норби и его новом мосте."
            })
    void tellsWhatAPageSaysOfItself(String sentence) {
        assertThat(Furniture.isIn(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "©",
                "The harbour of Norby was closed on Monday after the ferry sank.",
                "She read the letter of the harbour master aloud in the council.",
                "He would not follow the advice of all who live in the town.",
                "The photo: nobody knew who had taken it.",
                "The council updated its plan for the bridge.",
                "This story wakes a memory of the old harbour.",
                "In the town of Alden 3 of 14 bridges were closed.",
                "The first published offer was refused by the union.",
                "The reader only wanted the file"
            })
    void leavesNewsAlone(String sentence) {
        assertThat(Furniture.isIn(sentence)).isFalse();
    }
}
