package news.lede.command;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.lede.answer.Answer;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.article.Article;
import news.lede.article.ArticleIndex;
import news.lede.article.ArticleKeys;
import news.lede.article.InMemoryArticleIndex;
import news.lede.article.IndexKeeper;
import news.lede.article.NewArticle;
import news.lede.belongings.CommunityExport;
import news.lede.belongings.CommunityImport;
import news.lede.belongings.PersonalData;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.PersonNames;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.extract.DocumentExtractor;
import news.lede.feed.FeedParser;
import news.lede.fetch.FakeWeb;
import news.lede.ingest.AskedLinks;
import news.lede.ingest.SourceTrial;
import news.lede.ingest.Storing;
import news.lede.onnx.DisabledEmbedder;
import news.lede.opml.Listed;
import news.lede.opml.Pack;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.store.InMemoryStore;
import news.lede.story.PublisherFamily;
import news.lede.story.Publishers;
import news.lede.story.RelatedStories;
import news.lede.story.StoryGrouping;
import news.lede.story.StoryId;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.text.Language;
import news.lede.time.SettableClock;
import news.lede.topic.OwnTopics;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicId;
import news.lede.topic.TopicSearch;

/** A news desk over the fakes of all ports, with the real rules of stories, topics and summaries, in a workspace that follows the default pack. */
final class TestDesk {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    /** One for all: reading its words takes longer than most tests do. */
    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    final SettableClock clock = new SettableClock(NOW);
    final InMemoryStore store = new InMemoryStore();
    final InMemoryArticleIndex index = new InMemoryArticleIndex(RelatedStories::sketch);
    final StoryViews views = new StoryViews(store.stories(), store.articles());
    final AtomicInteger indexOpened = new AtomicInteger();
    final AtomicInteger topicsLoaded = new AtomicInteger();
    final FakeWeb web = new FakeWeb();
    final Limits limits = new Limits(store.quotas());
    PersonNames names = PersonNames.none();
    final FakePersonalData personal = new FakePersonalData();
    final Following following = new Following(
            new Follows(
                    store.transactor(),
                    store.sources(),
                    store.communities(),
                    store.pollStates(),
                    () -> PACKS,
                    limits,
                    Duration.ofMinutes(15),
                    clock),
            store.communities(),
            store.pollStates(),
            store.sourceEvents(),
            () -> new SourceTrial(
                    web,
                    document -> new FeedParser().parse(document.bytes(), document.address(), document.charset()),
                    clock));
    private final AskedLinks askedLinks = new AskedLinks(
            web,
            EXTRACTOR::extract,
            _ -> Optional.empty(),
            new Storing(
                    store.transactor(),
                    store.articles(),
                    store.revisits(),
                    store.vectors(),
                    store.sources(),
                    new StoryGrouping(store.stories(), store.articles()),
                    store.announcements(),
                    clock),
            store.sources(),
            store.communities(),
            () -> new IndexKeeper(store.articles(), index).catchUp((_, _) -> {}));
    final CommandDesk desk;
    private final Workspace workspace = store.communities().workspace("test", "1", "Arlen readers");

    TestDesk() {
        this.desk = new CommandDesk(newsroom(() -> index));
    }

    Newsroom newsroom(Supplier<ArticleIndex> articleIndex) {
        return newsroom(articleIndex, new StoryRanking(() -> PUBLISHERS));
    }

    Newsroom newsroom(Supplier<ArticleIndex> articleIndex, StoryRanking ranking) {
        Supplier<ArticleIndex> counted = () -> {
            indexOpened.incrementAndGet();
            return articleIndex.get();
        };
        return new Newsroom(
                store.stories(),
                store.articles(),
                store.sources(),
                views,
                ranking,
                new OwnTopics(store.topics()),
                store.looks(),
                new Summarizer(ExtractLimit.DEFAULT),
                counted,
                () -> new RelatedStories(store.stories(), store.articles(), counted.get(), views),
                () -> {
                    topicsLoaded.incrementAndGet();
                    return new TopicCatalog(TOPICS, store.topics());
                },
                () -> new TopicSearch(
                        new TopicDesk(
                                store.articles(),
                                new DisabledEmbedder(),
                                store.vectors(),
                                store.topicVotes(),
                                () -> TOPICS),
                        store.articles(),
                        counted.get(),
                        store.stories(),
                        views),
                new Tuning(store.topics(), store.topicDrafts(), store.topicVotes()),
                new Voices(store.storyVotes(), store.storyReports(), store.suggestions()),
                store.subscriptions(),
                new Dispatch(
                        store.matches(), store.outbox(), store.deliveries(), store.suspensions(), store.retractions()),
                () -> following,
                () -> askedLinks,
                new Oversight(
                        store.transactor(),
                        store.audit(),
                        store.delegations(),
                        limits,
                        (workspace, persons) -> names.of(workspace, persons)),
                new Leaving(() -> personal, this::taking, this::bringing),
                clock);
    }

    private CommunityExport taking() {
        return new CommunityExport(
                new CommunityExport.Books(
                        store.transactor(),
                        store.communities(),
                        store.communityRecords(),
                        store.sources(),
                        store.topics(),
                        store.subscriptions(),
                        store.delegations()),
                clock);
    }

    private CommunityImport bringing() {
        return new CommunityImport(
                new CommunityImport.Books(
                        store.transactor(),
                        store.communities(),
                        store.communityRecords(),
                        store.sources(),
                        store.topics(),
                        store.subscriptions(),
                        store.delegations(),
                        store.audit(),
                        following.follows(),
                        limits),
                _ -> false,
                clock);
    }

    /** Keeps a row of each person until they have it erased. */
    static final class FakePersonalData implements PersonalData {
        final Set<PersonKey> erased = new HashSet<>();

        @Override
        public Map<String, List<Map<String, String>>> keptOf(PersonKey person) {
            return erased.contains(person) ? Map.of() : Map.of("look", List.of(Map.of("person", person.id())));
        }

        @Override
        public void erase(PersonKey person) {
            erased.add(person);
        }
    }

    static final Publishers PUBLISHERS = new Publishers(
            List.of(new PublisherFamily("Harbour Press", Set.of(), Set.of("The Harbour Post", "Harbour Radio"))));

    static final List<Topic> TOPICS = List.of(
            topic("economy", "Economy", "Wirtschaft", "trade", "prices", "wages"),
            topic("harbour", "Harbours and ships", "Häfen und Schiffe", "harbour", "port", "docker*"),
            topic("weather", "Weather", "Wetter", "rain", "storm*"));

    static final List<Pack> PACKS = List.of(
            pack("coast", "News of the coast", "Pier News", "Quay News"),
            pack("valley", "News of the valley", "Mill News"));

    private static Pack pack(String name, String title, String... sources) {
        return new Pack(
                name,
                title,
                List.of(sources).stream()
                        .map(source -> new Listed(
                                SourceKind.FEED,
                                "https://" + source.toLowerCase(Locale.ROOT).replace(" ", ".") + ".example/feed",
                                source,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Set.of()))
                        .toList());
    }

    static Topic topic(String id, String name, String german, String... words) {
        return new Topic(
                new TopicId(id),
                Map.of(Language.ENGLISH, name, new Language("de"), german),
                "News on " + name + ".",
                Map.of(Language.ENGLISH, List.of(words)),
                Optional.empty());
    }

    /** An article of the imported source, in a story of its own. */
    StoryId add(String title, String publisher, Duration age, String... paragraphs) {
        return add(store.sources().imported(), title, publisher, age, paragraphs);
    }

    StoryId add(Source source, String title, String publisher, Duration age, String... paragraphs) {
        Article article = article(source, title, publisher, age, paragraphs);
        return store.stories()
                .open(article.id(), article.language(), clock.instant())
                .id();
    }

    void join(StoryId story, String title, String publisher, Duration age, String... paragraphs) {
        join(story, store.sources().imported(), title, publisher, age, paragraphs);
    }

    void join(StoryId story, Source source, String title, String publisher, Duration age, String... paragraphs) {
        Article article = article(source, title, publisher, age, paragraphs);
        store.stories().join(story, article.id(), clock.instant());
    }

    /** A feed that only those see who follow it. */
    Source foreign() {
        return store.sources().addIfAbsent(SourceKind.FEED, "https://foreign.example/feed", "Foreign Feed");
    }

    /** A feed of the default pack. */
    Source feed(String title) {
        Source feed =
                store.sources().addIfAbsent(SourceKind.FEED, "https://" + title.hashCode() + ".example/feed", title);
        store.sources().addToPack(Communities.DEFAULT_PACK, feed.id());
        return feed;
    }

    static String link(String title) {
        return "https://news.example/" + Integer.toHexString(title.hashCode());
    }

    private Article article(Source source, String title, String publisher, Duration age, String... paragraphs) {
        NewArticle article = new NewArticle(
                title,
                Optional.of(publisher).filter(p -> !p.isEmpty()),
                Optional.of(URI.create(link(title))),
                List.of(paragraphs),
                NOW.minus(age),
                false,
                Language.ENGLISH,
                OptionalInt.empty());
        Article stored = store.articles()
                .add(
                        article,
                        ArticleKeys.of(article, source.id(), Optional.empty()),
                        source.id(),
                        Optional.empty(),
                        clock.instant());
        index.add(List.of(InMemoryArticleIndex.indexed(stored, source.id())));
        index.commit();
        return stored;
    }

    Asker member() {
        return asker(Role.MEMBER, Locale.ENGLISH);
    }

    Asker asker(Role role, Locale locale) {
        Conversation conversation =
                store.communities().conversation(workspace.id(), new Place("test", "1", Optional.empty()));
        return new Asker(
                new PersonKey("test", "7"),
                role,
                workspace,
                conversation,
                locale,
                store.communities().viewer(workspace.id()));
    }

    Answer ask(String typed) {
        return desk.answer(member(), typed);
    }

    String text(String typed) {
        return text(ask(typed));
    }

    String text(Answer answer) {
        return new AnswerText(Phrases.of(member(), clock.instant())).of(answer);
    }

    /** The titles of the stories answered; fails with the answer's text when it holds none. */
    List<String> titles(String typed) {
        return list(typed).stories().stream().map(s -> s.view().title()).toList();
    }

    Answer.StoryList list(String typed) {
        Answer answer = ask(typed);
        if (answer instanceof Answer.StoryList list) {
            return list;
        }
        throw new AssertionError("no list of stories: " + text(answer));
    }

    Answer.Notice notice(String typed) {
        Answer answer = ask(typed);
        if (answer instanceof Answer.Notice notice) {
            return notice;
        }
        throw new AssertionError("no notice: " + text(answer));
    }
}
