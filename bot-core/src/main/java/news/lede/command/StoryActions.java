package news.lede.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Action.Kind;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.story.Comparison;
import news.lede.story.StoryView;
import news.lede.topic.StorySubjects;
import news.lede.topic.Topic;

/** What a reader of one story can do next, by how often people do it. Thread-safe. */
final class StoryActions {
    /** Of a topic on a button. */
    private static final int TOPIC_CHARS = 30;

    private final StorySubjects subjects;

    private static final int MOST_STORIES = 1_000;

    /** By the view itself: a story that changed is another view. Comparing costs milliseconds, and cards are opened again and again. */
    private final Cache<StoryView, Boolean> differing = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_STORIES)
            .executor(Runnable::run)
            .build();

    StoryActions(StorySubjects subjects) {
        this.subjects = subjects;
    }

    /** The topic that a story speaks of most. */
    Optional<Topic> subject(Request request, StoryView story) {
        return subjects.in(request.asker().workspace().id()).apply(story);
    }

    /** {@code from}: the topic that the story was found under; whoever came from there can say whether the story belongs there. {@code subject}: what it speaks of. */
    List<Action> of(Request request, StoryItem item, Optional<Topic> from, Optional<Topic> subject) {
        Texts texts = request.texts();
        StoryView story = item.view();
        String number = story.id().toString();
        List<Action> actions = new ArrayList<>();
        actions.add(new Action(texts.text("action.related"), item.relatedCommand(), Kind.RELATED));
        actions.add(sources(texts, story));
        actions.add(new Action(texts.text("action.timeline"), "/timeline " + number, Kind.TIMELINE));
        // Whoever came from a topic gets to the comparison by the sources.
        if (from.isEmpty() && differs(story)) {
            actions.add(compare(texts, story));
        }
        actions.add(new Action(texts.text("action.why"), "/why " + number, Kind.WHY));
        from.or(() -> subject).ifPresent(topic -> actions.add(follow(texts, topic)));
        actions.add(new Action(texts.text("action.good"), "/vote good " + number, Kind.GOOD));
        actions.add(new Action(texts.text("action.bad"), "/vote bad " + number, Kind.BAD));
        from.ifPresent(topic -> {
            String name = name(texts, topic);
            String call = "/feedback " + number + " topic:" + topic.id() + " fits:";
            actions.add(new Action(texts.text("action.fits", name), call + "yes"));
            actions.add(new Action(texts.text("action.fits-not", name), call + "no"));
        });
        actions.add(new Action(texts.text("action.report"), "/report " + number, Kind.REPORT));
        return actions;
    }

    /** Leads to a preview: being told of a topic is nothing to start by a slip of the thumb. */
    static Action follow(Texts texts, Topic topic) {
        return new Action(
                texts.text("action.follow", name(texts, topic)),
                "/subscribe " + topic.id() + " when:now to:me",
                Kind.FOLLOW);
    }

    private static String name(Texts texts, Topic topic) {
        return Display.brief(topic.name(TopicStories.language(texts)), TOPIC_CHARS);
    }

    static Action open(Texts texts, StoryView story) {
        return new Action(texts.text("action.whole-story"), "/story " + story.id(), Kind.OPEN);
    }

    static Action sources(Texts texts, StoryView story) {
        return new Action(texts.text("action.sources"), "/story " + story.id() + " view:evidence", Kind.SOURCES);
    }

    static Action compare(Texts texts, StoryView story) {
        return new Action(texts.text("action.compare"), "/compare " + story.id(), Kind.COMPARE);
    }

    /** Whether {@code /compare} has something to tell. */
    boolean differs(StoryView story) {
        return differing.get(
                story,
                asked -> asked.articles().stream()
                                        .map(Article::report)
                                        .distinct()
                                        .count()
                                > 1
                        && !Comparison.of(asked).isEmpty());
    }
}
