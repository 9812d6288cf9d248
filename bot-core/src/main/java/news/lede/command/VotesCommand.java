package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.ArticleId;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.StoryVotes;
import news.lede.story.StoryVotes.Tally;
import news.lede.topic.Topic;
import news.lede.topic.TopicVotes;

/** {@code /votes}: what members of a workspace said of stories and topics, without names; moderators can have it forgotten, of all stories or of one topic. */
final class VotesCommand implements Handler {
    private static final int STORIES = 10;
    /** Articles of one story may each have votes. */
    private static final int LOOKED_AT = 5 * STORIES;

    private static final int TITLE_SHOWN = 120;
    private static final int NAME_SHOWN = 40;
    private static final String OF_STORIES = "stories";

    private final Newsroom newsroom;

    VotesCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.VOTES;
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> forget = request.arguments().text("forget");
        if (forget.isEmpty()) {
            return shown(request);
        }
        String what = forget.get().toLowerCase(Locale.ROOT);
        return what.equals(OF_STORIES) ? storiesForgotten(request) : topicForgotten(request, forget.get());
    }

    private Answer shown(Request request) {
        Texts texts = request.texts();
        List<Listing.Line> stories = stories(request);
        List<TopicVotes.Counted> counted =
                newsroom.tuning().votes().counted(request.asker().workspace().id());
        if (stories.isEmpty() && counted.isEmpty()) {
            return texts.notice("votes.none", List.of());
        }
        List<Listing.Section> sections = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        if (!stories.isEmpty()) {
            sections.add(new Listing.Section(texts.text("votes.stories"), stories));
            actions.add(
                    new Action(texts.text("action.forget-stories"), "/votes forget:" + OF_STORIES, Action.Kind.CANCEL));
        }
        if (!counted.isEmpty()) {
            sections.add(new Listing.Section(
                    texts.text("votes.topics"),
                    counted.stream()
                            .map(one -> new Listing.Line(
                                    name(request, one), texts.text("votes.topic", one.yes(), one.no())))
                            .toList()));
            counted.stream()
                    .limit(Action.MOST - actions.size())
                    .forEach(one -> actions.add(new Action(
                            texts.text("action.forget-topic", name(request, one)),
                            "/votes forget:" + one.topic(),
                            Action.Kind.CANCEL)));
        }
        return new Listing(
                Listing.Kind.SETTINGS,
                texts.text("title.votes"),
                sections,
                actions,
                Optional.of(texts.text("note.votes")));
    }

    /** Those that most spoke of, as far as they are still seen; votes on articles of one story stand together. */
    private List<Listing.Line> stories(Request request) {
        WorkspaceId workspace = request.asker().workspace().id();
        List<StoryVotes.Counted> most = newsroom.voices().votes().most(workspace, LOOKED_AT);
        Map<ArticleId, StoryId> stories = newsroom.stories()
                .storiesOf(most.stream().map(StoryVotes.Counted::article).toList());
        Map<StoryId, Tally> tallies = new LinkedHashMap<>();
        for (StoryVotes.Counted one : most) {
            Optional.ofNullable(stories.get(one.article()))
                    .ifPresent(story -> tallies.merge(story, one.tally(), Tally::plus));
        }
        Map<StoryId, StoryView> views = newsroom.views().byId(tallies.keySet(), request.viewer());
        return tallies.entrySet().stream()
                .flatMap(entry ->
                        Optional.ofNullable(views.get(entry.getKey()))
                                .map(view -> line(entry.getValue(), view))
                                .stream())
                .limit(STORIES)
                .toList();
    }

    private static Listing.Line line(Tally tally, StoryView story) {
        return new Listing.Line(
                "👍 " + tally.good() + " 👎 " + tally.bad(),
                "#" + story.id() + " " + Display.brief(story.title(), TITLE_SHOWN));
    }

    private String name(Request request, TopicVotes.Counted one) {
        return newsroom.topics()
                .get()
                .called(one.topic().value(), request.asker().workspace().id())
                .map(topic -> Display.brief(topic.name(TopicStories.language(request.texts())), NAME_SHOWN))
                .orElse(one.topic().value());
    }

    private Answer storiesForgotten(Request request) {
        Texts texts = request.texts();
        StoryVotes votes = newsroom.voices().votes();
        WorkspaceId workspace = request.asker().workspace().id();
        Tally said = votes.all(workspace);
        if (said.equals(Tally.NONE)) {
            return texts.notice("votes.none", List.of());
        }
        if (!request.arguments().flag("confirm").orElse(false)) {
            return confirm(texts, texts.text("votes.stories"), said.good() + said.bad(), OF_STORIES);
        }
        request.ledger().together(() -> {
            votes.clear(workspace);
            return request.ledger()
                    .changed(
                            request.asker(),
                            "votes",
                            OF_STORIES,
                            Map.of("good", Integer.toString(said.good()), "bad", Integer.toString(said.bad())),
                            Map.of());
        });
        return texts.notice("votes.forgotten", List.of(), texts.text("votes.stories"), said.good() + said.bad());
    }

    private Answer topicForgotten(Request request, String typed) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        TopicVotes votes = newsroom.tuning().votes();
        String wanted = newsroom.topics()
                .get()
                .named(typed, workspace)
                .map(Topic::id)
                .map(Object::toString)
                .orElse(typed);
        Optional<TopicVotes.Counted> counted = votes.counted(workspace).stream()
                .filter(one -> one.topic().value().equals(wanted))
                .findFirst();
        if (counted.isEmpty()) {
            return texts.notice(
                    "votes.unknown",
                    List.of(new Action(texts.text("title.votes"), "/votes")),
                    Display.brief(typed, CommandLine.ECHOED));
        }
        TopicVotes.Counted said = counted.get();
        String name = name(request, said);
        if (!request.arguments().flag("confirm").orElse(false)) {
            return confirm(texts, name, said.yes() + said.no(), said.topic().value());
        }
        request.ledger().together(() -> {
            votes.clear(workspace, said.topic());
            return request.ledger()
                    .changed(
                            request.asker(),
                            "votes",
                            said.topic().value(),
                            Map.of("fits", Integer.toString(said.yes()), "not", Integer.toString(said.no())),
                            Map.of());
        });
        return texts.notice("votes.forgotten", List.of(), name, said.yes() + said.no());
    }

    private static Answer confirm(Texts texts, String what, int count, String forget) {
        return texts.notice(
                "votes.confirm",
                List.of(
                        new Action(
                                texts.text("action.forget"),
                                "/votes forget:" + forget + " confirm:yes",
                                Action.Kind.CONFIRM),
                        new Action(texts.text("title.votes"), "/votes", Action.Kind.BACK)),
                what,
                count);
    }
}
