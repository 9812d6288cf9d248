package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.extract.ExtractedArticle;
import news.lede.extract.Extraction;
import news.lede.extract.Origins;
import news.lede.feed.Entry;
import news.lede.feed.ParsedFeed;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final Drafting drafting = new Drafting(
            _ -> new Extraction.Refused(Extraction.Refusal.NO_ARTICLE, Optional.empty()),
            new ArticleLanguage(_ -> Optional.empty()),
            new SettableClock(NOW));

    private static Entry entry(String title, Optional<Instant> published) {
        return Entry.builder()
                .title(title)
                .published(published)
                .summary("<p>" + title + " is all that is known so far.</p>")
                .build();
    }

    private List<String> titles(Entry... entries) {
        ParsedFeed.Feed feed =
                new ParsedFeed.Feed("Harbour Post", Optional.empty(), Optional.of("en"), List.of(entries));
        return drafting.feed(feed, NOW).others().stream()
                .map(d -> d.article().title())
                .toList();
    }

    @Test
    void entriesOfAFeedAreTakenInOldestFirst() {
        assertThat(titles(
                        entry("third", Optional.of(NOW.minusSeconds(10))),
                        entry("first", Optional.of(NOW.minusSeconds(30))),
                        entry("second", Optional.of(NOW.minusSeconds(20)))))
                .containsExactly("first", "second", "third");
    }

    @Test
    void entriesOfOneInstantAreTakenInFromTheEndOfTheFeed() {
        assertThat(titles(entry("newest", Optional.empty()), entry("older", Optional.empty())))
                .containsExactly("older", "newest");
    }

    @Test
    void aDateInTheFutureIsAMistakeAndTheArticleIsTakenAsNew() {
        ParsedFeed.Feed feed = new ParsedFeed.Feed(
                "Harbour Post",
                Optional.empty(),
                Optional.of("en"),
                List.of(entry("tomorrow", Optional.of(NOW.plusSeconds(86_400)))));
        Draft draft = drafting.feed(feed, NOW).others().getFirst();
        assertThat(draft.article().published()).isEqualTo(NOW);
        assertThat(draft.article().approximate()).isTrue();
    }

    private static ExtractedArticle page(Optional<URI> picture) {
        return new ExtractedArticle(
                "Ferry aground",
                Optional.of("Harbour Post"),
                Optional.empty(),
                Optional.empty(),
                List.of("A ferry ran aground."),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of("en"),
                OptionalInt.empty(),
                false,
                new Origins(Optional.empty(), Optional.empty(), Optional.empty()),
                0.9,
                picture);
    }

    @Test
    void thePictureIsThePagesElseTheFeeds() {
        URI small = URI.create("https://post.example/small.jpg");
        URI large = URI.create("https://post.example/large.jpg");
        Entry entry =
                Entry.builder().title("Ferry aground").image(Optional.of(small)).build();
        Draft draft = drafting.feed(
                        new ParsedFeed.Feed("Harbour Post", Optional.empty(), Optional.of("en"), List.of(entry)), NOW)
                .others()
                .getFirst();

        assertThat(draft.article().image()).contains(small);
        assertThat(drafting.fromPage(draft, page(Optional.of(large)), List.of())
                        .article()
                        .image())
                .contains(large);
        assertThat(drafting.fromPage(draft, page(Optional.empty()), List.of())
                        .article()
                        .image())
                .contains(small);
        assertThat(drafting.fromPage(draft, page(Optional.of(URI.create("http://post.example/large.jpg"))), List.of())
                        .article()
                        .image())
                .contains(small);
    }
}
