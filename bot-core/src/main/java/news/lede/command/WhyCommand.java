package news.lede.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.RankingWords;
import news.lede.answer.Texts;
import news.lede.story.StoryRanking.Ranked;
import news.lede.story.StoryView;
import news.lede.topic.Topic;

/**
 * {@code /why}: what decided about a story, a link, a topic, or that nothing came.
 *
 * <p>Of a story: what puts it where it stands in {@code /latest}, and what became of it here. The rest is told by {@link WhyLink} and {@link WhySilence}.
 */
final class WhyCommand implements Handler {
    private final StoryReferences references;
    private final StoryCommand stories;
    private final Rankings rankings;
    private final Newsroom newsroom;

    WhyCommand(Newsroom newsroom, StoryReferences references, StoryCommand stories, Rankings rankings) {
        this.newsroom = newsroom;
        this.references = references;
        this.stories = stories;
        this.rankings = rankings;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.WHY;
    }

    @Override
    public Answer answer(Request request) {
        Arguments arguments = request.arguments();
        Optional<String> topic = arguments.text("topic");
        if (topic.isPresent()) {
            return named(request, topic.get())
                    .map(known -> new WhySilence(newsroom, request).topic(known))
                    .orElseGet(() -> unknown(request, topic.get()));
        }
        Optional<String> typed = arguments.text("story").or(() -> arguments.text("link"));
        if (typed.isEmpty()) {
            return new WhySilence(newsroom, request).everything();
        }
        String meant = typed.get();
        Optional<URI> link = Links.parse(meant);
        if (link.isPresent()) {
            return new WhyLink(newsroom, references, request).answer(link.get());
        }
        Optional<Topic> known = StoryReferences.isNumber(meant) ? Optional.empty() : named(request, meant);
        return known.map(found -> new WhySilence(newsroom, request).topic(found))
                .orElseGet(() -> story(request, meant));
    }

    private Optional<Topic> named(Request request, String typed) {
        return new TopicStories(newsroom).named(request, typed);
    }

    private static Answer unknown(Request request, String typed) {
        Texts texts = request.texts();
        List<Action> actions = List.of(new Action(texts.text("action.topics"), "/topics"));
        return texts.notice("topic.unknown", actions, Display.brief(typed, CommandLine.ECHOED));
    }

    private Answer story(Request request, String meant) {
        return references.find(meant, request.viewer()) instanceof StoryReferences.One(StoryView story)
                ? why(request, story)
                // Which story is meant, or why there is none, is told as /story tells it.
                : stories.answer(request.with(request.arguments().with("story", meant)));
    }

    private Answer why(Request request, StoryView story) {
        Texts texts = request.texts();
        RankingWords words = new RankingWords(texts, request.phrases());
        List<Ranked> all = rankings.latest(request);
        Optional<Ranked> ranked =
                all.stream().filter(r -> r.story().id().equals(story.id())).findFirst();
        List<String> lines = new ArrayList<>();
        lines.add(Display.plain(story.title()));
        lines.add("");
        ranked.ifPresentOrElse(
                r -> {
                    lines.addAll(words.place(r, all.size()));
                    lines.addAll(words.whole(r.story(), r.weight()));
                },
                () -> {
                    lines.add(texts.text("why.not-listed", all.size()));
                    lines.addAll(words.whole(story, rankings.weight(request, story)));
                });
        lines.addAll(telling(request, story));
        return new Answer.Notice(
                texts.text("title.why", story.id().toString()),
                String.join("\n", lines),
                List.of(StoryActions.open(texts, story), new Action(texts.text("action.latest"), "/latest")));
    }

    /** What became of it here; nothing where nobody subscribed and nothing was told. */
    private List<String> telling(Request request, StoryView story) {
        StoryTrail trail = new StoryTrail(newsroom, request);
        List<Listing.Line> messages = trail.messages(story);
        if (trail.here().isEmpty() && messages.isEmpty()) {
            return List.of();
        }
        List<Listing.Line> told = new ArrayList<>(trail.wishes(story));
        told.addAll(messages);
        told.addAll(new PlaceState(newsroom, request, request.asker()).all());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(request.texts().text("why.section.telling"));
        told.forEach(line -> lines.add(line.text().isEmpty() ? line.name() : line.name() + ": " + line.text()));
        return lines;
    }
}
