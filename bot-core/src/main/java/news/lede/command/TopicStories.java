package news.lede.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Viewer;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicSearch.TopicHit;

/** Finds the stories on what somebody calls a topic: a defined one by id or name, else any words. */
final class TopicStories {
    /** A hash sign before a name, a question mark after it, quotes around it. */
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private final Newsroom newsroom;

    TopicStories(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** A story with why it is on the topic. */
    record OnTopic(StoryView story, TopicHit hit) {
        /** In words. Of words that are no topic of ours the search tells none. */
        List<String> reasons(Phrases phrases, boolean defined) {
            return defined || !hit.words().isEmpty() ? List.of(phrases.mentions(hit.words())) : List.of();
        }
    }

    sealed interface Outcome {}

    /**
     * At least one story, best first. {@code name} is the topic's in the asker's language, or the words; {@code note} tells a reader who named no topic of ours.
     */
    record Stories(String name, Optional<String> note, List<OnTopic> stories) implements Outcome {}

    /** No story; the notice says whether the topic is quiet, unknown or mistyped. */
    record None(Answer.Notice notice) implements Outcome {}

    /** At most {@code limit} stories on {@code typed} that {@code viewer} may see. */
    Outcome find(Request request, String typed, Viewer viewer, int limit) {
        Texts texts = request.texts();
        Optional<Topic> topic = named(request, typed);
        if (topic.isPresent()) {
            String name = topic.get().name(language(texts));
            List<OnTopic> stories = visible(newsroom.topicSearch().get().on(topic.get(), viewer, limit), viewer);
            return stories.isEmpty()
                    ? new None(texts.notice("topic.quiet", List.of(latest(texts)), name))
                    : new Stories(name, Optional.empty(), stories);
        }
        String words = Display.brief(typed, CommandLine.ECHOED);
        List<OnTopic> stories = visible(newsroom.topicSearch().get().on(typed, viewer, limit), viewer);
        Optional<Topic> near = near(request, typed);
        if (!stories.isEmpty()) {
            String note = near.map(t -> texts.text("note.any-words-near", words, t.id().value()))
                    .orElseGet(() -> texts.text("note.any-words", words));
            return new Stories(words, Optional.of(note), stories);
        }
        return new None(near.map(t -> didYouMean(texts, words, t))
                .orElseGet(() -> texts.notice("topic.unknown", List.of(topics(texts)), words)));
    }

    /** The topic that {@code typed} names. */
    Optional<Topic> named(Request request, String typed) {
        return newsroom.topics()
                .get()
                .named(
                        EDGES.matcher(typed).replaceAll(""),
                        request.asker().workspace().id());
    }

    private List<OnTopic> visible(List<TopicHit> hits, Viewer viewer) {
        Map<StoryId, StoryView> views =
                newsroom.views().byId(hits.stream().map(TopicHit::story).toList(), viewer);
        return hits.stream()
                .flatMap(
                        hit -> Optional.ofNullable(views.get(hit.story())).map(view -> new OnTopic(view, hit)).stream())
                .toList();
    }

    private Optional<Topic> near(Request request, String typed) {
        List<Topic> known =
                newsroom.topics().get().of(request.asker().workspace().id());
        List<String> names = known.stream().flatMap(TopicCatalog::callings).toList();
        return Nearest.of(typed, names)
                .flatMap(name -> known.stream()
                        .filter(t -> TopicCatalog.callings(t).anyMatch(name::equals))
                        .findFirst());
    }

    private static Answer.Notice didYouMean(Texts texts, String typed, Topic near) {
        String id = near.id().value();
        return texts.notice(
                "topic.near",
                List.of(new Action(near.name(language(texts)), "/topic " + id), topics(texts)),
                typed,
                id);
    }

    private static Action topics(Texts texts) {
        return new Action(texts.text("action.topics"), "/topics");
    }

    private static Action latest(Texts texts) {
        return new Action(texts.text("action.latest"), "/latest");
    }

    static Language language(Texts texts) {
        return new Language(texts.locale().getLanguage());
    }
}
