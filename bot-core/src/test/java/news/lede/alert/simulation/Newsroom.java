package news.lede.alert.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.lede.alert.FakeTopicFits;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ArticleKey;
import news.lede.article.Samples;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.Store;
import news.lede.story.Change;
import news.lede.story.Story;
import news.lede.story.StoryId;
import news.lede.text.Language;

/** News that is stored with its announcement: stories that open, grow, are corrected and become one. What happened is noted. */
final class Newsroom {
    static final List<String> TOPICS = List.of("ferries", "harbour", "markets");

    /** An article that was announced with topics it is on. */
    record News(StoryId story, int revision, Set<String> topics, Instant at, Instant truly, boolean material) {}

    private record Merger(StoryId survivor, StoryId absorbed) {}

    private final Store store;
    private final SimTime time;
    private final Faults faults;
    private final FakeTopicFits topics;
    private final SourceId source;
    private final Set<StoryId> stories = new LinkedHashSet<>();
    private final List<News> news = new ArrayList<>();
    private final List<Merger> mergers = new ArrayList<>();
    private int articles;

    Newsroom(Store store, SimTime time, Faults faults, FakeTopicFits topics) {
        this.store = store;
        this.time = time;
        this.faults = faults;
        this.topics = topics;
        this.source = store.sources()
                .addIfAbsent(SourceKind.FEED, "https://courier.example/feed", "courier")
                .id();
        store.sources().addToPack("default", source);
    }

    /** Something happens. */
    void happen() {
        switch (faults.below(11)) {
            case 0, 1, 2, 3, 4 -> open();
            case 5, 6, 7 -> grow();
            case 8 -> correct();
            default -> merge();
        }
    }

    private Article article(Instant now) {
        String title = "Ferry number " + ++articles + " aground";
        return store.articles()
                .add(
                        Samples.article(title, now, title + ", the harbour office of quay " + articles + " said."),
                        List.of(new ArticleKey("key:" + title)),
                        source,
                        Optional.empty(),
                        now);
    }

    private Set<String> fitting(ArticleId article) {
        Set<String> fitting = new TreeSet<>();
        for (int i = faults.below(3); i >= 0; i--) {
            fitting.add(faults.oneOf(TOPICS));
        }
        fitting.forEach(topic -> topics.fits(article, topic));
        return fitting;
    }

    private void open() {
        Instant now = time.instant();
        store.transactor().inTransaction(() -> {
            Article article = article(now);
            Story story = store.stories().open(article.id(), Language.ENGLISH, now);
            store.stories().describe(story.id(), 1, true, List.of(new Change.FirstReport(Optional.empty())));
            announce(story.id(), 1, fitting(article.id()), now, true);
            return true;
        });
    }

    private void announce(StoryId story, int revision, Set<String> fitting, Instant now, boolean material) {
        store.announcements().announce(story, revision, now);
        stories.add(story);
        news.add(new News(story, revision, fitting, now, time.truly(), material));
        faults.note("announced story %s revision %s material %s on %s", story, revision, material, fitting);
    }

    private Optional<StoryId> any() {
        return stories.isEmpty()
                ? Optional.empty()
                : store.stories().find(faults.oneOf(List.copyOf(stories))).map(Story::id);
    }

    private void grow() {
        any().ifPresent(story -> {
            Instant now = time.instant();
            boolean material = faults.below(2) == 0;
            store.transactor().inTransaction(() -> {
                Article article = article(now);
                int revision = store.stories().join(story, article.id(), now).revision();
                Change change = material ? new Change.HeadlineChanged("x", article.title()) : new Change.NewSource();
                store.stories().describe(story, revision, material, List.of(change));
                announce(story, revision, fitting(article.id()), now, material);
                return true;
            });
        });
    }

    private void correct() {
        any().ifPresent(id -> {
            Instant now = time.instant();
            store.transactor().inTransaction(() -> {
                Story story = store.stories().find(id).orElseThrow();
                Change change = new Change.HeadlineChanged("Ferry adrift", "Ferry aground");
                int revision = store.stories()
                        .revise(id, faults.oneOf(story.members()), true, List.of(change), now)
                        .number();
                announce(id, revision, Set.of(), now, true);
                return true;
            });
        });
    }

    private void merge() {
        Optional<StoryId> survivor = any();
        Optional<StoryId> absorbed = any();
        if (survivor.isEmpty() || survivor.equals(absorbed)) {
            return;
        }
        Instant now = time.instant();
        faults.note("%s absorbs %s", survivor.get(), absorbed.orElseThrow());
        store.transactor().inTransaction(() -> {
            Story merged = store.stories().merge(survivor.get(), absorbed.orElseThrow(), now);
            // Now and then it is said twice, as by somebody who could not know that it was.
            for (int i = faults.below(3); i >= 0; i -= 2) {
                store.announcements().announce(merged.id(), merged.revision(), now);
            }
            return true;
        });
        mergers.add(new Merger(survivor.get(), absorbed.orElseThrow()));
    }

    Set<StoryId> stories() {
        return stories;
    }

    List<News> news() {
        return news;
    }

    /** How many mergers there were until now: two things of one instant come in an order too. */
    int mergers() {
        return mergers.size();
    }

    /** Which story one was part of after so many mergers. */
    StoryId survivor(StoryId story, int happened) {
        StoryId now = story;
        for (Merger merger : mergers.subList(0, happened)) {
            if (merger.absorbed().equals(now)) {
                now = merger.survivor();
            }
        }
        return now;
    }

    boolean wasMerged(StoryId story) {
        return mergers.stream()
                .anyMatch(merger ->
                        merger.survivor().equals(story) || merger.absorbed().equals(story));
    }
}
