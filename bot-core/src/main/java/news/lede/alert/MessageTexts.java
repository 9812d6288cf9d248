package news.lede.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.RevisionWords;
import news.lede.answer.RevisionWords.Worded;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.Articles;
import news.lede.story.Change;
import news.lede.story.Revision;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.story.Timeline.Step;
import news.lede.story.Timelines;
import news.lede.subscription.Channel;
import news.lede.summary.Allowance;
import news.lede.summary.Quotes;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/** What our messages say, as answers that adapters draw like any other. Thread-safe. */
final class MessageTexts {
    /** Stories that one message tells; the others are told by their number. */
    static final int MOST_IN_DIGEST = 10;

    /** What came with one update; older changes can be looked up. */
    private static final int MOST_STEPS = 3;

    private final Stories stories;
    private final Articles articles;
    private final Summarizer summarizer;
    private final Timelines timelines;

    MessageTexts(Stories stories, Articles articles, Summarizer summarizer) {
        this.stories = stories;
        this.articles = articles;
        this.summarizer = summarizer;
        this.timelines = new Timelines(stories);
    }

    /** {@code subject}: the name of the topic it speaks of most. */
    Answer card(StoryView view, Channel.Style style, Texts texts, Optional<String> subject, Optional<String> footer) {
        List<Statement> summary = summary(view, style, summarizer.allowance());
        boolean unquoted = summary.isEmpty() && style != Channel.Style.HEADLINES;
        return new Answer.StoryCard(
                view.title(),
                new StoryItem(view, summary, List.of(), OptionalDouble.empty()).on(subject),
                actions(view, texts),
                footer.or(() -> unquoted ? Optional.of(texts.text("note.no-quote")) : Optional.empty()));
    }

    private List<Statement> summary(StoryView view, Channel.Style style, Allowance allowance) {
        return switch (style) {
            case HEADLINES -> List.of();
            case COMPACT -> summarizer.summarize(view, Summarizer.Length.LINE, allowance);
            case CARD, EMBED -> summarizer.summarize(view, Summarizer.Length.CARD, allowance);
        };
    }

    private static List<Action> actions(StoryView view, Texts texts) {
        String number = view.id().toString();
        return List.of(
                new Action(texts.text("action.open"), "/story " + number, Action.Kind.OPEN),
                new Action(texts.text("action.related"), "/related " + number, Action.Kind.RELATED),
                new Action(texts.text("action.sources"), "/story " + number + " view:evidence", Action.Kind.SOURCES),
                new Action(texts.text("action.timeline"), "/timeline " + number, Action.Kind.TIMELINE),
                new Action(texts.text("action.why"), "/why " + number, Action.Kind.WHY),
                new Action(texts.text("action.good"), "/vote good " + number, Action.Kind.GOOD),
                new Action(texts.text("action.bad"), "/vote bad " + number, Action.Kind.BAD));
    }

    /** The small line below a message that was edited: "5 sources · updated 14:05". */
    String grown(int voices, Instant now, Texts texts, Phrases phrases) {
        return texts.text("alert.grown", texts.count("alert.sources", voices), phrases.time(now, false));
    }

    /** What came after revision {@code shown}, the latest first; empty when nothing of it is news there. */
    Optional<Answer> update(StoryView view, int shown, Texts texts, Phrases phrases) {
        Optional<Instant> since = stories.revisions(view.id()).stream()
                .filter(revision -> revision.story().equals(view.id()) && revision.number() <= shown)
                .map(Revision::at)
                .max(Instant::compareTo);
        List<Step> news = timelines.of(view).since(since.orElse(Instant.EPOCH)).stream()
                .filter(Step::material)
                .filter(step -> !isCorrecting(step))
                .toList();
        return account(view, "title.update", news.reversed(), texts, phrases);
    }

    /** What a publisher corrected in one revision, with what it had said before. */
    Optional<Answer> correction(StoryView view, StoryId story, long number, Texts texts, Phrases phrases) {
        List<Step> corrected = stories.revisions(view.id()).stream()
                .filter(revision -> revision.story().equals(story) && revision.number() == number)
                .flatMap(revision -> step(view, revision).stream())
                .toList();
        return account(view, "title.correction", corrected, texts, phrases);
    }

    private static Optional<Step> step(StoryView view, Revision revision) {
        List<Change> changes =
                revision.changes().stream().filter(Change::correcting).toList();
        return view.articles().stream()
                .filter(article ->
                        revision.article().filter(article.id()::equals).isPresent())
                .filter(_ -> !changes.isEmpty())
                .findFirst()
                .map(article -> new Step(revision.at(), revision.at(), false, revision.material(), article, changes));
    }

    private static boolean isCorrecting(Step step) {
        return step.changes().stream().anyMatch(Change::correcting);
    }

    private Optional<Answer> account(StoryView view, String title, List<Step> steps, Texts texts, Phrases phrases) {
        RevisionWords words = new RevisionWords(texts, new Quotes(articles, summarizer.allowance()));
        List<Account.Line> lines = new ArrayList<>();
        for (Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
            Worded worded = words.of(step);
            lines.add(new Account.Line(publisher(step.article(), texts), worded.text(), worded.evidence()));
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Account(
                        Account.Kind.TIMELINE,
                        texts.text(title, Display.plain(view.title())),
                        view,
                        List.of(new Account.Section("", lines)),
                        actions(view, texts),
                        Optional.of(phrases.time(steps.getFirst().noticed(), false))));
    }

    private static String publisher(Article article, Texts texts) {
        return article.publisher().map(Display::plain).orElseGet(() -> texts.text("publisher.unknown"));
    }

    /** Several stories, the best first, and how many there were besides; {@code thanks} stands below them. */
    Answer digest(
            List<StoryView> shown,
            int more,
            Optional<String> thanks,
            Channel.Style style,
            Phrases phrases,
            Instant now) {
        Texts texts = phrases.texts();
        Allowance allowance = summarizer.allowance();
        Channel.Style length = style == Channel.Style.HEADLINES ? style : Channel.Style.COMPACT;
        List<StoryItem> items = shown.stream()
                .map(view -> new StoryItem(view, summary(view, length, allowance), List.of(), OptionalDouble.empty()))
                .toList();
        return new Answer.Briefing(
                texts.text("title.digest", phrases.day(now)),
                items,
                List.of(new Action(texts.text("action.latest"), "/latest")),
                Stream.concat(more > 0 ? Stream.of(phrases.more(more)) : Stream.empty(), thanks.stream())
                        .reduce((one, other) -> one + " · " + other));
    }

    /** What stands in place of a message whose story was taken back. */
    Answer takenBack(Texts texts) {
        return texts.notice("taken-back", List.of());
    }

    /** What stands in place of a message of whose story nothing is read there any more. */
    Answer removed(Texts texts) {
        return texts.notice("removed", List.of());
    }

    /** What stands in place of a message whose story its publishers took down. */
    Answer withdrawn(StoryView view, Phrases phrases) {
        return phrases.texts()
                .notice("withdrawn", List.of(), Display.plain(view.title()), phrases.publisher(view.titled()));
    }

    /** The last state of a message whose story turned out to have been told before. */
    Answer toldBefore(StoryView view, Optional<Told> first, Texts texts, Phrases phrases) {
        String when = first.map(told -> phrases.time(told.at(), false)).orElse("");
        return texts.notice(
                "told-before",
                List.of(new Action(texts.text("action.open"), "/story " + view.id(), Action.Kind.OPEN)),
                Display.plain(view.title()),
                when);
    }
}
