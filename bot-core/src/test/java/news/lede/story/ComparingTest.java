package news.lede.story;

import static news.lede.story.Newsroom.ELECTION;
import static news.lede.story.Newsroom.FERRY;
import static news.lede.story.Newsroom.FERRY_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import news.lede.story.Belonging.Fit;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private final Comparing comparing = new Comparing(Language.ENGLISH);
    private final Fitting fitting = new Fitting(comparing);

    private HeldText text(String title, String text) {
        return text(title, text, 0);
    }

    private HeldText text(String title, String text, int days) {
        return comparing.read(Fingerprint.of(Language.ENGLISH, Newsroom.NOON.plus(Duration.ofDays(days)), title, text));
    }

    private Resemblance between(HeldText asked, HeldText other) {
        comparing.ask(asked);
        return comparing.with(other);
    }

    private double evidence(HeldText asked, HeldText... members) {
        comparing.ask(asked);
        return Belonging.evidence(fitting.fit(asked, List.of(members)));
    }

    @Nested
    class TwoTexts {
        @Test
        void onOneEventAreAlikeInAllAndOnTwoInNothing() {
            HeldText ferry = text("Ferry Marla sinks", FERRY);
            Resemblance same = between(ferry, text("Captain questioned after Marla sinks", FERRY_AGAIN));
            Resemblance other = between(ferry, text("Weidner wins", ELECTION));
            assertThat(same.words()).isGreaterThan(6);
            assertThat(same.names()).isGreaterThan(6);
            assertThat(same.lead()).isGreaterThan(5);
            assertThat(same.numbers()).isGreaterThan(5);
            assertThat(same.title()).isGreaterThan(5);
            assertThat(same.pairs()).isGreaterThan(2);
            assertThat(same.head()).isGreaterThan(5);
            assertThat(same.roughly()).isGreaterThan(Belonging.CLOSER_LOOK);
            assertThat(other.roughly()).isLessThan(1);
            assertThat(other.head()).isZero();
        }

        @Test
        void thatAreTheSameAreAtMostSoMuchAlike() {
            HeldText ferry = text("Ferry Marla sinks", FERRY);
            assertThat(between(ferry, ferry))
                    .usingRecursiveComparison()
                    .ignoringFields("head")
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                    .isEqualTo(new Resemblance(20, 8.4, 20, 10, 20, 20, 1, 0, false));
        }

        @Test
        void withoutNamesAreJudgedByTheirWords() {
            HeldText lower = text("storms", "heavy storms damaged orchards and greenhouses near rivers");
            assertThat(between(lower, lower).names()).isEqualTo(Resemblance.MOST_OF_NAMES);
            assertThat(between(lower, lower).numbers()).isZero();
        }

        @Test
        void areTheSameWhicheverIsAskedAbout() {
            HeldText ferry = text("Ferry Marla sinks", FERRY);
            HeldText again = text("Captain questioned", FERRY_AGAIN);
            assertThat(between(ferry, again).roughly())
                    .isCloseTo(between(again, ferry).roughly(), within(1e-9));
        }

        @Test
        void thatAreTooAlikeTeachNothing() {
            HeldText ferry = text("Ferry Marla sinks", FERRY);
            HeldText other = text("Weidner wins", ELECTION);
            double before = between(ferry, other).roughly();
            for (int i = 0; i < 50; i++) {
                comparing.learnUnrelated(ferry);
            }
            assertThat(comparing.with(other).roughly()).isEqualTo(before);
            for (int i = 0; i < 500; i++) {
                comparing.learnUnrelated(other);
            }
            assertThat(comparing.with(other).roughly()).isNotEqualTo(before).isCloseTo(0, within(0.3));
        }
    }

    @Nested
    class AnArticleBesideAStory {
        private final HeldText member = text(
                "Actress Mara Lindqvist enters clinic",
                "Actress Mara Lindqvist checked into the Hillside clinic on Friday to be treated for an addiction, her agent said. Fans wished her well.");
        private final HeldText same = text(
                "Mara Lindqvist in rehab",
                "Mara Lindqvist has entered the Hillside clinic to be treated for an addiction, her agent said on Friday.");
        private final HeldText lookAlike = text(
                "Singer Oda Brandt enters clinic",
                "Singer Oda Brandt checked into the Hillside clinic on Friday to be treated for an addiction, her agent said. Fans wished her well.");

        @Test
        void lacksTheNameAtItsHead() {
            comparing.ask(lookAlike);
            Fit apart = fitting.fit(lookAlike, List.of(member, member));
            comparing.ask(same);
            Fit together = fitting.fit(same, List.of(member, member));
            assertThat(apart.heads().missing()).isGreaterThan(4);
            assertThat(together.heads().missing()).isLessThan(2);
            assertThat(together.heads().common()).isGreaterThan(4);
        }

        @Test
        void isTakenForTheOtherEventByTheNameAlone() {
            comparing.ask(lookAlike);
            Fit apart = fitting.fit(lookAlike, List.of(member));
            Fit sharing = new Fit(
                    apart.words(),
                    apart.names(),
                    apart.lead(),
                    apart.numbers(),
                    apart.pairs(),
                    apart.focus(),
                    apart.bestTitle(),
                    apart.bestHead(),
                    new Heads.Beside(0, apart.heads().missing(), 0, 0),
                    apart.days(),
                    apart.members(),
                    apart.onlyNames());
            assertThat(Belonging.evidence(sharing)).isGreaterThan(Belonging.evidence(apart) + 1.3);
        }

        @Test
        void countsForHalfByTheAverageAndForHalfByTheBest() {
            HeldText election = text("Weidner wins", ELECTION);
            comparing.ask(same);
            double best = comparing.with(member).words();
            double worst = comparing.with(election).words();
            assertThat(fitting.fit(same, List.of(member, election)).words())
                    .isCloseTo(best / 2 + (best + worst) / 4, within(1e-9));
        }

        @Test
        void isLessLikelyPartOfItTheFurtherApartInTime() {
            double today = evidence(same, member);
            HeldText soon = text("Mara Lindqvist in rehab", "Mara Lindqvist has entered the Hillside clinic.", 1);
            HeldText early = text("Mara Lindqvist in rehab", "Mara Lindqvist has entered the Hillside clinic.", 0);
            HeldText late = text("Mara Lindqvist in rehab", "Mara Lindqvist has entered the Hillside clinic.", 4);
            assertThat(today).isGreaterThan(Belonging.THRESHOLD);
            assertThat(evidence(soon, member)).isEqualTo(evidence(early, member));
            assertThat(evidence(early, member) - evidence(late, member)).isCloseTo(3 * 0.4, within(1e-9));
        }
    }
}
