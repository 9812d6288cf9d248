package news.lede.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import news.lede.article.Article;
import news.lede.story.EventKind;
import news.lede.story.Related.Reason;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
    private final Phrases english = phrases(Locale.UK);
    private final Phrases german = phrases(Locale.GERMAN);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-PT5M, just now, gerade eben",
        "PT59S, just now, gerade eben",
        "PT1M, 1 minute ago, vor 1 Minute",
        "PT38M, 38 minutes ago, vor 38 Minuten",
        "PT59M59S, 59 minutes ago, vor 59 Minuten",
        "PT1H, 1 hour ago, vor 1 Stunde",
        "PT23H59M, 23 hours ago, vor 23 Stunden",
        "PT24H, 1 day ago, vor 1 Tag",
        "P6D, 6 days ago, vor 6 Tagen",
    })
    void anAgeIsToldInItsLargestUnit(Duration age, String inEnglish, String inGerman) {
        assertThat(english.age(SampleStories.NOW.minus(age), false)).isEqualTo(inEnglish);
        assertThat(german.age(SampleStories.NOW.minus(age), false)).isEqualTo(inGerman);
    }

    @Test
    void aReckonedAgeIsMarked() {
        Instant then = SampleStories.NOW.minus(Duration.ofMinutes(38));
        assertThat(english.age(then, true)).isEqualTo("about 38 minutes ago");
        assertThat(german.age(then, true)).isEqualTo("vor etwa 38 Minuten");
    }

    @Test
    void fromAWeekOnThereIsADateInTheReadersZone() {
        Instant then = Instant.parse("2026-04-26T23:30:00Z");
        assertThat(english.age(then, false)).isEqualTo("Apr 27, 2026");
        assertThat(german.age(then, false)).isEqualTo("27.04.2026");
        assertThat(english.age(then, true)).isEqualTo("around Apr 27, 2026");
        assertThat(german.age(then, true)).isEqualTo("um den 27.04.2026");
    }

    @Test
    void aBylineNamesThreePublishersAndCountsTheRest() {
        List<Article> articles = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> SampleStories.article(
                        i, "T" + i, "P" + i, "https://p" + i + ".example/a", "Text.", Duration.ofHours(6 - i)))
                .toList();
        StoryView story = new StoryView(new StoryId(1), 5, Language.ENGLISH, "T", articles);
        assertThat(english.byline(story)).isEqualTo("P1, P2, P3 and 2 more · 5 articles · 1 hour ago");
        assertThat(german.byline(story)).isEqualTo("P1, P2, P3 und 2 weitere · 5 Artikel · vor 1 Stunde");
    }

    @Test
    void anUnknownPublisherIsSaidToBeSo() {
        assertThat(english.byline(SampleStories.RAIN)).isEqualTo("publisher not stated · around Apr 22, 2026");
    }

    @Test
    void reasonsAreToldInWords() {
        Reason names = new Reason.Names(List.of("Mara Lind", "Port Arlen"));
        Reason words = new Reason.Words(List.of("strike", "night shift", "dockers"));
        assertThat(english.shared(names)).isEqualTo("both mention Mara Lind and Port Arlen");
        assertThat(english.shared(words)).isEqualTo("both about strike, night shift, and dockers");
        for (EventKind kind : EventKind.values()) {
            assertThat(english.shared(new Reason.Event(kind))).startsWith("both about a");
        }
        assertThat(english.shared(new Reason.Event(EventKind.TRIAL))).isEqualTo("both about a trial");
        assertThat(english.shared(new Reason.Listed())).isEqualTo("was listed beside it");
        assertThat(german.shared(names)).isEqualTo("beide nennen Mara Lind und Port Arlen");
        assertThat(english.found(names)).isEqualTo("mentions Mara Lind and Port Arlen");
        assertThat(english.found(words)).isEqualTo("mentions strike, night shift, and dockers");
        assertThat(english.mentions(List.of())).isEqualTo("close to it in meaning");
        assertThat(english.why(List.of("a", "b"))).isEqualTo("Why: a; b");
    }

    private static Phrases phrases(Locale locale) {
        return new Phrases(Texts.in(locale), SampleStories.NOW, ZoneId.of("Europe/Berlin"));
    }
}
