package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import news.lede.summary.GateAlterations.Altered;
import news.lede.summary.GatePassages.Passage;
import org.junit.jupiter.api.Test;

/**
 * 190 passages in many shapes and sixteen languages by two writers, with two rewordings each written by hand, and what a seeded program makes false of them. What the gate did at first contact, and on the half it was not
 * mended by, stands in docs/summaries.md. A third set of twenty was written after the last change, and nothing was changed by it.
 */
class GatePassagesTest {
    private static final List<Passage> FIRST = GatePassages.all();
    private static final List<Passage> SECOND = GatePassages.of("gate-new-en.txt", "gate-new-other.txt");
    private static final List<Passage> UNTOUCHED = GatePassages.of("gate-blind.txt");

    @Test
    void ofAlteredPassagesNineteenOfTwentyAreRefused() {
        for (List<Passage> set : List.of(FIRST, SECOND)) {
            List<Altered> altered = altered(set, false);
            assertThat(altered).hasSizeGreaterThanOrEqualTo(300);
            assertRefused(altered, a -> true, 20);
            assertRefused(altered, a -> isEnglish(a.passage()), 20);
            assertRefused(altered, a -> !isEnglish(a.passage()), 20);
        }
    }

    @Test
    void ofAlteredPassagesTheUntouchedSetHasNineteenOfTwentyRefused() {
        assertRefused(altered(UNTOUCHED, false), a -> true, 20);
    }

    @Test
    void ofSwappedRolesThreeOfFourAreRefused() {
        List<Altered> swapped = new ArrayList<>(altered(FIRST, true));
        swapped.addAll(altered(SECOND, true));
        assertThat(swapped).hasSizeGreaterThanOrEqualTo(40);
        assertRefused(swapped, a -> true, 4);
    }

    @Test
    void ofRewordingsNineteenOfTwentyPass() {
        for (List<Passage> set : List.of(FIRST, SECOND)) {
            assertPass(set, p -> true);
            assertPass(set, GatePassagesTest::isEnglish);
            assertPass(set, p -> !isEnglish(p));
        }
    }

    private static List<Altered> altered(List<Passage> set, boolean roles) {
        return new GateAlterations(set, 31)
                .make().stream().filter(a -> a.kind().equals("roles") == roles).toList();
    }

    private static void assertRefused(List<Altered> altered, Predicate<Altered> which, int oneOf) {
        List<Altered> chosen = altered.stream().filter(which).toList();
        assertThat(chosen.stream().filter(a -> !a.passage().refuses(a.text())))
                .as("altered, and not refused, of %d", chosen.size())
                .hasSizeLessThanOrEqualTo(chosen.size() / oneOf);
    }

    private static void assertPass(List<Passage> set, Predicate<Passage> which) {
        List<Passage> chosen = set.stream().filter(which).toList();
        List<String> refused = chosen.stream()
                .flatMap(p -> p.rewordings().stream().filter(p::refuses))
                .toList();
        int all = chosen.stream().mapToInt(p -> p.rewordings().size()).sum();
        assertThat(refused).as("faithful, and refused, of %d", all).hasSizeLessThanOrEqualTo(all / 20);
    }

    private static boolean isEnglish(Passage passage) {
        return passage.language().code().equals("en");
    }
}
