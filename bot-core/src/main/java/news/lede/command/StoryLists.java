package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.story.StoryView;
import news.lede.summary.Allowance;
import news.lede.summary.Summarizer;

/** Makes answers of several stories: one page of them, each told in a line, with the way to the next page. */
final class StoryLists {
    private final Newsroom newsroom;
    private final CommandLine commandLine;

    StoryLists(Newsroom newsroom, CommandLine commandLine) {
        this.newsroom = newsroom;
        this.commandLine = commandLine;
    }

    /** A story to be told in a line or two, why it is here, what it is ordered by, and the name of the topic it was found under. */
    record Line(StoryView story, List<String> reasons, double score, Optional<String> topic) {
        Line(StoryView story, List<String> reasons, double score) {
            this(story, reasons, score, Optional.empty());
        }
    }

    /** Why a story is here, in words that quote its articles. */
    interface Quoting {
        List<String> reasons(StoryView story, Allowance allowance);
    }

    /** How many stories to look up for the page asked for: all up to it, and one more that tells whether there is another page. */
    static int reach(Request request) {
        long upTo = (long) request.arguments().page() * request.arguments().count();
        return (int) Math.min(upTo, Arguments.MAX_REACH) + 1;
    }

    /**
     * The page asked for of {@code found}, which holds at least one story and is in the order to show. A page beyond the last is a notice. {@code note}
     * says in the last line what a reader should know of the whole answer.
     */
    Answer page(Request request, String title, List<Line> found, Optional<String> note) {
        return page(request, title, found, note, (_, _) -> List.of());
    }

    /** The same with further reasons, which quote articles and so are made within the allowance of the answer, before its summaries. */
    Answer page(Request request, String title, List<Line> found, Optional<String> note, Quoting reasons) {
        return page(request, title, found, note, reasons, _ -> List.of());
    }

    /** The same with what else can be done with the stories that are shown. */
    Answer page(
            Request request,
            String title,
            List<Line> found,
            Optional<String> note,
            Quoting reasons,
            Function<List<StoryItem>, List<Action>> further) {
        Arguments arguments = request.arguments();
        int count = arguments.count();
        long from = (long) (arguments.page() - 1) * count;
        int end = Math.min(found.size(), Arguments.MAX_REACH);
        if (from >= end) {
            return request.texts()
                    .notice(
                            "page.beyond",
                            List.of(turn(request, "action.first-page", 1, Action.Kind.BACK)),
                            Integer.toString(arguments.page()));
        }
        int to = (int) Math.min(from + count, end);
        Allowance allowance = newsroom.summarizer().allowance();
        List<StoryItem> items = found.subList((int) from, to).stream()
                .map(line -> item(line, allowance, reasons.reasons(line.story(), allowance)))
                .toList();
        List<Action> actions = new ArrayList<>(further.apply(items));
        actions.addAll(turns(request, to < end));
        return new Answer.StoryList(title, items, actions, footer(request, from + 1, to, note));
    }

    /** All of {@code stories}, told like those of a page. At least one. */
    Answer shown(String title, List<StoryView> stories, List<Action> actions, Optional<String> footer) {
        Allowance allowance = newsroom.summarizer().allowance();
        List<StoryItem> items = stories.stream()
                .map(story -> new StoryItem(
                        story,
                        newsroom.summarizer().summarize(story, Summarizer.Length.LINE, allowance),
                        List.of(),
                        OptionalDouble.empty(),
                        Optional.empty()))
                .toList();
        return new Answer.StoryList(title, items, actions, footer);
    }

    private List<Action> turns(Request request, boolean more) {
        int page = request.arguments().page();
        List<Action> turns = new ArrayList<>();
        if (more) {
            turns.add(turn(request, "action.next-page", page + 1, Action.Kind.MORE));
        }
        if (page > 1) {
            turns.add(turn(request, "action.previous-page", page - 1, Action.Kind.BACK));
        }
        return turns;
    }

    private Action turn(Request request, String label, int page, Action.Kind kind) {
        return new Action(
                request.texts().text(label),
                commandLine.write(request.arguments().atPage(page)),
                kind);
    }

    private static Optional<String> footer(Request request, long first, int last, Optional<String> note) {
        if (request.arguments().page() == 1) {
            return note;
        }
        Texts texts = request.texts();
        String place = first == last ? texts.text("page.one", first) : texts.text("page.several", first, last);
        return Optional.of(note.map(n -> place + " · " + n).orElse(place));
    }

    private StoryItem item(Line line, Allowance allowance, List<String> quoting) {
        return new StoryItem(
                line.story(),
                newsroom.summarizer().summarize(line.story(), Summarizer.Length.LINE, allowance),
                Stream.concat(line.reasons().stream(), quoting.stream()).toList(),
                OptionalDouble.of(rounded(line.score())),
                line.topic());
    }

    /** Four digits order stories as well and can be read. */
    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    /** What to say to somebody who sees no news at all; empty when there is some. */
    Optional<Answer> nothingYet(Request request) {
        return newsroom.stories().newest(request.viewer().sources(), 1).isEmpty()
                ? Optional.of(request.texts().notice("no-news", List.of()))
                : Optional.empty();
    }
}
