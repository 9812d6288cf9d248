package news.lede.benchmarks.stories;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.AnswerJson;
import news.lede.answer.AnswerText;
import news.lede.answer.Phrases;
import news.lede.article.IndexKeeper;
import news.lede.command.CommandDesk;
import news.lede.command.Dispatch;
import news.lede.command.Leaving;
import news.lede.command.Newsroom;
import news.lede.command.Oversight;
import news.lede.command.Tuning;
import news.lede.command.Voices;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.PersonNames;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.Viewer;
import news.lede.community.Workspace;
import news.lede.config.PublisherFiles;
import news.lede.config.TopicFiles;
import news.lede.lucene.LuceneArticleIndex;
import news.lede.onnx.MiniLmEmbedder;
import news.lede.store.SqliteStore;
import news.lede.store.Store;
import news.lede.story.Publishers;
import news.lede.story.RelatedStories;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.topic.ArticleVectors;
import news.lede.topic.OwnTopics;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicDesk;
import news.lede.topic.TopicSearch;

/** The desk over a data folder, and somebody who asks it and follows everything there. */
public final class Desk implements AutoCloseable {
    private final Store store;
    private final InstantSource clock;
    private final LuceneArticleIndex index;
    private final MiniLmEmbedder embedder = new MiniLmEmbedder();
    private final CommandDesk desk;
    private final Asker asker;

    Desk(Path data, InstantSource clock) {
        this(SqliteStore.open(data, Store.Mode.ALONE), data.resolve("index"), clock);
    }

    /** Over any store, which it closes, and the folder of a search index. */
    public Desk(Store opened, Path indexFolder, InstantSource clock) {
        this.store = opened;
        this.clock = clock;
        index = LuceneArticleIndex.open(indexFolder, store.identity(), RelatedStories::sketch);
        new IndexKeeper(store.articles(), index).catchUp((_, _) -> {});
        StoryViews views = new StoryViews(store.stories(), store.articles());
        TopicDesk topicDesk =
                new TopicDesk(store.articles(), embedder, store.vectors(), store.topicVotes(), TopicFiles::shipped);
        TopicSearch topics = new TopicSearch(topicDesk, store.articles(), index, store.stories(), views);
        topicDesk.prepare(TopicFiles.shipped());
        while (topicDesk.read(500) > 0 || topicDesk.readBack(500)) {
            // As a running Lede does beside its work.
        }
        topicDesk.learn();
        RelatedStories related = new RelatedStories(
                store.stories(),
                store.articles(),
                index,
                views,
                new ArticleVectors(store.articles(), embedder, store.vectors()));
        TopicCatalog catalog = new TopicCatalog(TopicFiles.shipped(), store.topics());
        Publishers publishers = PublisherFiles.publishers(List.of());
        desk = new CommandDesk(new Newsroom(
                store.stories(),
                store.articles(),
                store.sources(),
                views,
                new StoryRanking(() -> publishers),
                new OwnTopics(store.topics()),
                store.looks(),
                new Summarizer(ExtractLimit.DEFAULT),
                () -> index,
                () -> related,
                () -> catalog,
                () -> topics,
                new Tuning(store.topics(), store.topicDrafts(), store.topicVotes()),
                new Voices(store.storyVotes(), store.storyReports(), store.suggestions()),
                store.subscriptions(),
                new Dispatch(
                        store.matches(), store.outbox(), store.deliveries(), store.suspensions(), store.retractions()),
                () -> {
                    throw new IllegalStateException("nobody follows anything here");
                },
                () -> {
                    throw new IllegalStateException("nobody fetches here");
                },
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
                clock));
        Communities communities = store.communities();
        Workspace workspace = communities.workspace("console", "local", "Console");
        Conversation conversation =
                communities.conversation(workspace.id(), new Place("console", "local", Optional.empty()));
        asker = new Asker(
                new PersonKey("console", "local"),
                Role.MEMBER,
                workspace,
                conversation,
                Locale.ENGLISH,
                new Viewer(workspace.id(), communities.visibleSources(workspace.id())));
    }

    Answer answer(String typed) {
        return desk.answer(asker, typed);
    }

    /** The answer as `lede ask --json` writes it, to somebody in that role. */
    public String written(Role role, String typed) {
        Asker as = new Asker(
                asker.person(), role, asker.workspace(), asker.conversation(), asker.locale(), asker.viewer());
        return new AnswerJson(new AnswerText(Phrases.of(as, clock.instant()))).write(desk.answer(as, typed));
    }

    /** The highest number among the newest stories. */
    public long newestStory() {
        if (answer("/latest") instanceof Answer.StoryList list) {
            return list.stories().stream()
                    .mapToLong(item -> item.view().id().value())
                    .max()
                    .orElseThrow();
        }
        throw new IllegalStateException("nothing is stored");
    }

    long articles() {
        return store.articles().count();
    }

    @Override
    public void close() {
        embedder.close();
        index.close();
        store.close();
    }
}
