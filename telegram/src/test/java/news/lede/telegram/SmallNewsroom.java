package news.lede.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.article.NewArticle;
import news.lede.command.CommandDesk;
import news.lede.command.Dispatch;
import news.lede.command.Leaving;
import news.lede.command.Newsroom;
import news.lede.command.Oversight;
import news.lede.command.Tuning;
import news.lede.command.Voices;
import news.lede.community.Asker;
import news.lede.community.Askers;
import news.lede.community.Introduction;
import news.lede.community.Limits;
import news.lede.community.PersonNames;
import news.lede.extract.DocumentExtractor;
import news.lede.fetch.FakeWeb;
import news.lede.ingest.AskedLinks;
import news.lede.ingest.Storing;
import news.lede.onnx.DisabledEmbedder;
import news.lede.store.InMemoryStore;
import news.lede.story.Publishers;
import news.lede.story.RelatedStories;
import news.lede.story.StoryGrouping;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.text.Language;
import news.lede.topic.OwnTopics;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicId;
import news.lede.topic.TopicSearch;

/** The desk of the core with its real rules over the fakes of all ports, and the news of a coast that does not exist. */
final class SmallNewsroom implements Function<Introduction, Asker> {
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    /** The one page that can be asked for, of which nobody has told yet. */
    static final String PAGE = "https://coastwire.example/1";

    static final String PAGE_TITLE = "Lighthouse of Carrow Head gets its keeper back";

    private static final String PAGE_TEXT = """
            <!DOCTYPE html><html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
            <p>The lighthouse of Carrow Head has a keeper again for the first time in thirty years, the coastal trust said on Monday.</p>
            <p>Lina Ferrow, who used to mend clocks in Tarnby, moved into the tower with two cats and a telescope.</p>
            <p>Visitors may climb its 212 steps from June on, in groups of eight, and watch the lamp being lit at dusk.</p>
            </article></body></html>""".formatted(PAGE_TITLE);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryArticleIndex index = new InMemoryArticleIndex(RelatedStories::sketch);
    private final AskedLinks asked = new AskedLinks(
            new FakeWeb().put(PAGE, PAGE_TEXT),
            new DocumentExtractor()::extract,
            _ -> Optional.of(Language.ENGLISH),
            new Storing(
                    store.transactor(),
                    store.articles(),
                    store.revisits(),
                    store.vectors(),
                    store.sources(),
                    new StoryGrouping(store.stories(), store.articles()),
                    store.announcements(),
                    InstantSource.fixed(NOON)),
            store.sources(),
            store.communities(),
            this::bringIndexUpToDate);
    private final Askers askers = new Askers(store.communities(), store.delegations(), List.of());
    final Memory memory = new Memory(store.receivedUpdates(), store.platformFacts());
    final CommandDesk desk;

    SmallNewsroom() {
        StoryViews views = new StoryViews(store.stories(), store.articles());
        desk = new CommandDesk(new Newsroom(
                store.stories(),
                store.articles(),
                store.sources(),
                views,
                new StoryRanking(() -> Publishers.UNRELATED),
                new OwnTopics(store.topics()),
                store.looks(),
                new Summarizer(ExtractLimit.DEFAULT),
                () -> index,
                () -> new RelatedStories(store.stories(), store.articles(), index, views),
                () -> new TopicCatalog(TOPICS, store.topics()),
                () -> new TopicSearch(
                        new TopicDesk(
                                store.articles(),
                                new DisabledEmbedder(),
                                store.vectors(),
                                store.topicVotes(),
                                () -> TOPICS),
                        store.articles(),
                        index,
                        store.stories(),
                        views),
                new Tuning(store.topics(), store.topicDrafts(), store.topicVotes()),
                new Voices(store.storyVotes(), store.storyReports(), store.suggestions()),
                store.subscriptions(),
                new Dispatch(
                        store.matches(), store.outbox(), store.deliveries(), store.suspensions(), store.retractions()),
                () -> {
                    throw new IllegalStateException("nobody adds sources here");
                },
                () -> asked,
                new Oversight(
                        store.transactor(),
                        store.audit(),
                        store.delegations(),
                        new Limits(store.quotas()),
                        PersonNames.none()),
                new Leaving(
                        () -> {
                            throw new UnsupportedOperationException("nobody is erased here");
                        },
                        () -> {
                            throw new UnsupportedOperationException("nobody is taken along here");
                        },
                        () -> {
                            throw new UnsupportedOperationException("nobody is brought here");
                        }),
                InstantSource.fixed(NOON)));
        StoryId dam = story(
                "Reservoir dam above Linfell holds after night of rain",
                "Harbour Courier",
                Duration.ofMinutes(38),
                "The dam above Linfell held on Sunday after a night of rain. Engineer Mara Quist said the sluices stay open until Tuesday.",
                "Some 400 people who had left their houses in Linfell went home in the morning.");
        article(
                Optional.of(dam),
                "Linfell breathes again as the water falls",
                "Valley Post",
                Duration.ofMinutes(20),
                "The water behind the dam fell by two metres, engineer Mara Quist told reporters in Linfell.");
        story(
                "Ferry <Brisa> & crew back in port of Linfell",
                "Coast Wire",
                Duration.ofHours(2),
                "The ferry Brisa reached the port of Linfell at dawn with 80 people on board. Captain Ove Tarn thanked engineer Mara Quist for the light on the dam.");
        story(
                "Dockers of Ardmouth vote on wages",
                "Harbour Courier",
                Duration.ofHours(5),
                "The dockers of Ardmouth vote on Friday on an offer of five per cent. The port stays open until then.");
    }

    private static final List<Topic> TOPICS = List.of(
            topic("harbours", "Harbours and ships", "Häfen und Schiffe", "port", "ferry", "docker*"),
            topic("weather", "Weather", "Wetter", "rain", "storm*"));

    private static Topic topic(String id, String name, String german, String... words) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, name, new Language("de"), german),
                "News on " + name + ".",
                Map.of(Language.ENGLISH, List.of(words)),
                Optional.empty());
    }

    private StoryId story(String title, String publisher, Duration age, String... paragraphs) {
        return article(Optional.empty(), title, publisher, age, paragraphs);
    }

    private StoryId article(
            Optional<StoryId> story, String title, String publisher, Duration age, String... paragraphs) {
        NewArticle written = new NewArticle(
                title,
                Optional.of(publisher),
                Optional.of(URI.create("https://"
                        + publisher.toLowerCase(java.util.Locale.ROOT).replace(" ", "") + ".example/"
                        + Integer.toHexString(title.hashCode()))),
                List.of(paragraphs),
                NOON.minus(age),
                false,
                Language.ENGLISH,
                OptionalInt.empty());
        var source = store.sources().imported().id();
        Article stored = store.articles()
                .add(written, ArticleKeys.of(written, source, Optional.empty()), source, Optional.empty(), NOON);
        index.add(List.of(InMemoryArticleIndex.indexed(stored, source)));
        index.commit();
        if (story.isPresent()) {
            store.stories().join(story.get(), stored.id(), NOON);
            return story.get();
        }
        return store.stories().open(stored.id(), stored.language(), NOON).id();
    }

    /** By one at a time: several read pages at once. */
    private synchronized void bringIndexUpToDate() {
        new IndexKeeper(store.articles(), index).catchUp((_, _) -> {});
    }

    @Override
    public synchronized Asker apply(Introduction introduction) {
        return askers.of(introduction);
    }
}
