package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;

class FilterPropertiesTest {
    private static final List<String> WORDS =
            List.of("strike", "Ferry", "night", "boat", "東京", "서울", "Zürich", "OR", "a", "10:30", "jean-luc");

    @Test
    void theCanonicalFormIsReadAsItselfAndMeansTheSame() {
        Random random = new Random(60);
        for (int i = 0; i < 3_000; i++) {
            String typed = generated(random, 3);
            if (Filter.parse(typed) instanceof Filter.Parsed.Read(Filter filter)) {
                Filter again = Filter.of(filter.toString());
                FilterText text = text(random, 12);
                assertThat(again).hasToString(filter.toString());
                assertThat(again.matches(text)).as(typed).isEqualTo(filter.matches(text));
            }
        }
    }

    @Test
    void aFilterAndItsOppositeNeverAgree() {
        Random random = new Random(61);
        for (int i = 0; i < 2_000; i++) {
            String typed = generated(random, 3);
            if (Filter.parse(typed) instanceof Filter.Parsed.Read(Filter filter)
                    && Filter.parse("-(" + typed + ")") instanceof Filter.Parsed.Read(Filter opposite)) {
                FilterText text = text(random, 12);
                assertThat(opposite.matches(text)).as(typed).isNotEqualTo(filter.matches(text));
            }
        }
    }

    @Test
    void anyTextAtAllIsReadOrRefusedWithAPlaceInIt() {
        Random random = new Random(62);
        String signs = "ab \"()*-:ANDORtitle:„“«»\u3000\uFF08\uFF02\u00A0\uD83D\uDE00\uDC00ıİß\uFDFA\n东ก้";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            int length = random.nextInt(25);
            for (int j = 0; j < length; j++) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            switch (Filter.parse(typed.toString())) {
                case Filter.Parsed.Read(Filter filter) ->
                    assertThat(Filter.of(filter.toString())).as("%s", typed).hasToString(filter.toString());
                case Filter.Parsed.Wrong(FilterFault fault) ->
                    assertThat(fault.at()).as("%s", typed).isBetween(1, typed.length() + 1);
            }
        }
    }

    @Test
    void phrasesAreFoundJustWhereTheyStand() {
        Random random = new Random(63);
        List<String> letters = List.of("a", "b", "aa");
        for (int i = 0; i < 5_000; i++) {
            List<String> text = drawn(random, letters, 14);
            List<String> wanted = drawn(random, letters, 5);
            boolean open = random.nextBoolean();
            boolean stands = IntStream.rangeClosed(0, text.size() - wanted.size())
                    .anyMatch(at -> standsAt(text.subList(at, at + wanted.size()), wanted, open));
            String typed = "\"" + String.join(" ", wanted) + "\"" + (open ? "*" : "");
            FilterText article = new FilterText("", List.of(String.join(" ", text)), "", Language.ENGLISH);
            assertThat(Filter.of(typed).matches(article))
                    .as("%s in %s", typed, text)
                    .isEqualTo(stands);
        }
    }

    private static boolean standsAt(List<String> text, List<String> wanted, boolean open) {
        int last = wanted.size() - 1;
        return text.subList(0, last).equals(wanted.subList(0, last))
                && (open
                        ? text.get(last).startsWith(wanted.get(last))
                        : text.get(last).equals(wanted.get(last)));
    }

    private static List<String> drawn(Random random, List<String> from, int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> from.get(random.nextInt(from.size())))
                .toList();
    }

    /** Phrases that nearly fit at each word of a text that repeats itself: what trying each place anew takes the product of both lengths for. */
    @Test
    void theWorstTextAndFilterTakeStepsInProportionToTheirLengths() {
        int words = 20_000;
        FilterText text =
                new FilterText("", List.of(String.join(" ", Collections.nCopies(words, "a"))), "", Language.ENGLISH);
        List<String> phrases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            phrases.add("\"" + "a ".repeat(20 - i) + "b\"");
        }
        Filter filter = Filter.of(String.join(" OR ", phrases));
        FilterText.Steps steps = new FilterText.Steps();

        assertThat(filter.matches(text, steps)).isFalse();

        assertThat(steps.count()).isLessThanOrEqualTo(3L * phrases.size() * words);
    }

    @Test
    void wordsAndBeginningsTakeAFewStepsHoweverLongTheText() {
        String vocabulary = String.join(
                " ", IntStream.range(0, 50_000).mapToObj(i -> "word" + i).toList());
        FilterText text = new FilterText("", List.of(vocabulary), "", Language.ENGLISH);
        FilterText.Steps steps = new FilterText.Steps();

        assertThat(Filter.of("-football word4999* -words* -tennis*").matches(text, steps))
                .isTrue();

        assertThat(steps.count()).isLessThanOrEqualTo(4 * 17);
    }

    private static String generated(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(3) : random.nextInt(8);
        return switch (kind) {
            case 0 -> word(random);
            case 1 -> word(random) + "*";
            case 2 -> "\"" + word(random) + " " + word(random) + "\"";
            case 3 -> "-" + generated(random, depth - 1);
            case 4 -> generated(random, depth - 1) + " OR " + generated(random, depth - 1);
            case 5 -> "(" + generated(random, depth - 1) + ")";
            case 6 -> "title:" + word(random);
            default -> generated(random, depth - 1) + " " + generated(random, depth - 1);
        };
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static FilterText text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(word(random)).append(' ');
        }
        return new FilterText(word(random), List.of(text.toString()), word(random), Language.ENGLISH);
    }
}
