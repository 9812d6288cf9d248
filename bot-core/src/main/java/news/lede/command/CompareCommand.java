package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account.Line;
import news.lede.answer.Answer.Account.Section;
import news.lede.answer.Differences;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.story.Comparison;
import news.lede.story.Difference;
import news.lede.story.Dispute;
import news.lede.story.Mention;
import news.lede.story.Side;
import news.lede.story.StoryView;
import news.lede.summary.Allowance;
import news.lede.summary.Evidence;
import news.lede.summary.EvidenceGate;
import news.lede.summary.Statement;

/** {@code /compare}: where the sources of one story differ, side by side. */
final class CompareCommand implements Handler {
    private final Newsroom newsroom;
    private final OneStory stories;

    CompareCommand(Newsroom newsroom, OneStory stories) {
        this.newsroom = newsroom;
        this.stories = stories;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.COMPARE;
    }

    @Override
    public Answer answer(Request request) {
        return stories.answer(request, spec(), story -> compare(request.texts(), story));
    }

    private Answer compare(Texts texts, StoryView story) {
        long reports = story.articles().stream().map(Article::report).distinct().count();
        String number = story.id().toString();
        if (reports < 2) {
            return texts.notice("compare.one", actions(texts, story), number);
        }
        Comparison comparison = Comparison.of(story);
        if (comparison.isEmpty()) {
            return texts.notice("compare.agree", actions(texts, story), number, reports);
        }
        Differences words = new Differences(texts);
        Allowance allowance = newsroom.summarizer().allowance();
        List<Section> sections = new ArrayList<>();
        for (Dispute dispute : comparison.figures()) {
            sections.add(new Section(words.heading(dispute), lines(dispute.sides(), words.labels(dispute), allowance)));
        }
        List<Difference> others = new ArrayList<>(comparison.attribution());
        others.addAll(comparison.dates());
        for (Difference difference : others) {
            sections.add(new Section(
                    words.heading(difference), lines(difference.sides(), words.labels(difference), allowance)));
        }
        return new Answer.Account(
                Answer.Account.Kind.COMPARE,
                texts.text("title.compare", story.title()),
                story,
                sections,
                actions(texts, story),
                Optional.of(texts.text("note.compare")));
    }

    private static List<Action> actions(Texts texts, StoryView story) {
        return List.of(
                StoryActions.open(texts, story),
                StoryActions.sources(texts, story),
                new Action(texts.text("action.related"), "/related " + story.id(), Action.Kind.RELATED));
    }

    private static List<Line> lines(List<Side> sides, List<String> labels, Allowance allowance) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            lines.add(line(sides.get(i), labels.get(i), allowance));
        }
        return lines;
    }

    /** The side with the sentence it rests on, as long as the article may be quoted; beyond that with the words that differ alone. */
    private static Line line(Side side, String label, Allowance allowance) {
        Mention quoted = side.mention();
        Evidence whole = new Evidence(quoted.article(), quoted.paragraph(), quoted.offset(), quoted.sentence());
        boolean shown = allowance.permits(quoted.article(), quoted.sentence().length())
                && EvidenceGate.passes(new Statement(quoted.sentence(), List.of(whole)));
        List<Evidence> evidence = new ArrayList<>();
        if (shown) {
            allowance.spend(quoted.article(), quoted.sentence().length());
            evidence.add(whole);
        } else {
            evidence.add(words(quoted));
        }
        side.mentions().reversed().stream()
                .filter(mention -> !mention.equals(quoted))
                .forEach(mention -> evidence.add(words(mention)));
        return new Line(label, shown ? quoted.sentence() : "", evidence);
    }

    /** The words that differ, without the rest of their sentence. */
    private static Evidence words(Mention mention) {
        return new Evidence(
                mention.article(),
                mention.paragraph(),
                mention.offset() + mention.told().start(),
                mention.words());
    }
}
