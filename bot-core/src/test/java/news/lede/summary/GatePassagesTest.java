package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import news.lede.summary.GateAlterations.Altered;
import news.lede.summary.GatePassages.Passage;
import org.junit.jupiter.api.Test;

/**
 * 120 passages in many shapes and thirteen languages, with two rewordings each written by hand, and what a seeded program makes false of them. What the gate did at first contact, and on the half it was not mended by,
 * stands in docs/summaries.md.
 */
class GatePassagesTest {
    private static final List<Passage> ALL = GatePassages.all();
    private static final List<Altered> ALTERED = new GateAlterations(ALL, 31).make();

    @Test
    void ofAlteredPassagesNineteenOfTwentyAreRefused() {
        List<Altered> counted =
                ALTERED.stream().filter(a -> !a.kind().equals("roles")).toList();
        assertThat(counted).hasSizeGreaterThanOrEqualTo(300);
        assertRefused(counted, a -> true);
        assertRefused(counted, a -> isEnglish(a.passage()));
        assertRefused(counted, a -> !isEnglish(a.passage()));
    }

    @Test
    void ofRewordingsNineteenOfTwentyPass() {
        assertPass(p -> true);
        assertPass(GatePassagesTest::isEnglish);
        assertPass(p -> !isEnglish(p));
    }

    private static void assertRefused(List<Altered> altered, Predicate<Altered> which) {
        List<Altered> chosen = altered.stream().filter(which).toList();
        assertThat(chosen.stream().filter(a -> !a.passage().refuses(a.text())))
                .as("altered, and not refused, of %d", chosen.size())
                .hasSizeLessThanOrEqualTo(chosen.size() / 20);
    }

    private static void assertPass(Predicate<Passage> which) {
        List<Passage> chosen = ALL.stream().filter(which).toList();
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
