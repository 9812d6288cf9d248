package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.story.StoryReports;
import news.lede.story.StoryReports.Kind;
import news.lede.story.StoryReports.Said;
import news.lede.story.StoryView;

/** {@code /report}: a member says what is wrong with a story; moderators of their workspace read it with {@code /reports}. */
final class ReportCommand implements Handler {
    /** What one person may say in {@link #WITHIN}; who says more makes the rest unreadable. */
    static final int MOST = 20;

    static final Duration WITHIN = Duration.ofDays(1);

    /** Some sentences. */
    static final int WORDS_CHARS = 500;

    private final Newsroom newsroom;
    private final OneStory oneStory;

    ReportCommand(Newsroom newsroom, OneStory oneStory) {
        this.newsroom = newsroom;
        this.oneStory = oneStory;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.REPORT;
    }

    @Override
    public Answer answer(Request request) {
        Optional<Kind> kind = request.arguments().text("kind").flatMap(SpokenChoice.FAULT::of);
        Optional<String> words = request.arguments().text("words").filter(w -> !w.isEmpty());
        return oneStory.answer(
                request,
                "/report",
                story -> kind.or(() -> words.map(_ -> Kind.OTHER))
                        .map(said -> report(request, story, said, words.orElse("")))
                        .orElseGet(() -> choose(request.texts(), story)));
    }

    private static Answer choose(Texts texts, StoryView story) {
        List<Action> actions = Arrays.stream(Kind.values())
                .map(kind -> new Action(
                        texts.text("fault." + SpokenChoice.FAULT.typed(kind)),
                        "/report " + story.id() + " kind:" + SpokenChoice.FAULT.typed(kind),
                        Action.Kind.REPORT))
                .toList();
        return texts.notice(
                "report.choose",
                actions,
                Display.plain(story.title()),
                story.id().toString());
    }

    private Answer report(Request request, StoryView story, Kind kind, String words) {
        Texts texts = request.texts();
        Asker asker = request.asker();
        if (words.length() > WORDS_CHARS) {
            return texts.notice("value.too-long", List.of(), WORDS_CHARS);
        }
        StoryReports reports = newsroom.voices().reports();
        Instant since = request.now().minus(WITHIN);
        if (reports.madeSince(asker.workspace().id(), asker.person(), since) >= MOST) {
            return limit(request, since);
        }
        Said said = new Said(
                asker.workspace().id(),
                asker.conversation().id(),
                story.titled().id(),
                story.revision(),
                asker.person(),
                kind,
                words,
                request.now());
        String notice = switch (reports.add(
                said, story.articles().stream().map(Article::id).toList())) {
            case NEW -> "report.new";
            case AGAIN -> "report.again";
            case SETTLED -> "report.settled";
        };
        return texts.notice(
                notice,
                next(request, story),
                Display.plain(story.title()),
                texts.text("fault." + SpokenChoice.FAULT.typed(kind)));
    }

    private static List<Action> next(Request request, StoryView story) {
        Action open = StoryActions.open(request.texts(), story);
        return request.asker().role().may(Role.MODERATOR)
                ? List.of(new Action(request.texts().text("action.reports"), "/reports"), open)
                : List.of(open);
    }

    /** Says when there is room again. */
    private Answer limit(Request request, Instant since) {
        Asker asker = request.asker();
        Phrases phrases = request.phrases();
        Instant next = newsroom.voices()
                .reports()
                .earliestSince(asker.workspace().id(), asker.person(), since)
                .orElse(since)
                .plus(WITHIN);
        return request.texts()
                .notice("report.limit", List.of(), MOST, phrases.day(next) + ", " + phrases.time(next, false));
    }
}
