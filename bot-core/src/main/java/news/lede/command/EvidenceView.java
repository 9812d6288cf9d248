package news.lede.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Account;
import news.lede.answer.Answer.Account.Line;
import news.lede.answer.Answer.Account.Section;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.story.StoryView;
import news.lede.summary.Allowance;
import news.lede.summary.Evidence;
import news.lede.summary.EvidenceGate;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/**
 * One story by its evidence: every sentence of its summary with the article it stands in and those that say the same, then the articles that no sentence was taken from. Nothing but headlines is
 * shown beyond what the summary of the same story shows, unless the allowance of an article has room.
 */
final class EvidenceView {
    /** More articles than these a reader does not look through; the rest is counted. */
    private static final int MOST_OTHERS = 15;

    private final Summarizer summarizer;
    private final StoryActions actions;

    EvidenceView(Summarizer summarizer, StoryActions actions) {
        this.summarizer = summarizer;
        this.actions = actions;
    }

    Answer of(Request request, StoryView story) {
        Texts texts = request.texts();
        Phrases phrases = request.phrases();
        Allowance allowance = summarizer.allowance();
        List<Statement> summary = summarizer.summarize(story, Summarizer.Length.FULL, allowance);
        StoryItem item = new StoryItem(story, summary, List.of(), OptionalDouble.empty());
        List<Section> sections = new ArrayList<>();
        Set<Article> shown = new LinkedHashSet<>();
        for (Statement statement : summary) {
            sections.add(new Section("", lines(statement, allowance, texts, phrases)));
            statement.evidence().forEach(evidence -> shown.add(evidence.article()));
        }
        List<Article> others = item.sources().stream()
                .filter(article -> !shown.contains(article))
                .toList();
        if (!others.isEmpty()) {
            sections.add(new Section(
                    texts.text(shown.isEmpty() ? "sources" : "evidence.others"),
                    others.stream()
                            .limit(MOST_OTHERS)
                            .map(article -> new Line("", article.title(), List.of(Evidence.headline(article))))
                            .toList()));
        }
        return new Account(
                Account.Kind.EVIDENCE,
                texts.text("title.evidence", story.title()),
                story,
                sections,
                next(texts, story),
                footer(texts, phrases, summary, others.size() - MOST_OTHERS));
    }

    private static Optional<String> footer(Texts texts, Phrases phrases, List<Statement> summary, int left) {
        if (left > 0) {
            return Optional.of(phrases.more(left));
        }
        return Optional.of(texts.text(summary.isEmpty() ? "note.no-quote" : "note.evidence"));
    }

    private List<Action> next(Texts texts, StoryView story) {
        List<Action> next = new ArrayList<>();
        next.add(StoryActions.open(texts, story));
        if (actions.differs(story)) {
            next.add(StoryActions.compare(texts, story));
        }
        next.add(new Action(texts.text("action.related"), "/related " + story.id(), Action.Kind.RELATED));
        return next;
    }

    /** The sentence where it was taken from, then whoever says it too. */
    private static List<Line> lines(Statement statement, Allowance allowance, Texts texts, Phrases phrases) {
        List<Line> lines = new ArrayList<>();
        String note = phrases.disputed(statement).map(differ -> " " + differ).orElse("");
        Evidence first = statement.evidence().getFirst();
        lines.add(new Line("", statement.text() + note, List.of(first)));
        Set<Article> told = new LinkedHashSet<>(List.of(first.article()));
        for (Evidence support : statement.evidence()) {
            if (told.add(support.article())) {
                lines.add(support(support, statement.text(), allowance, texts));
            }
        }
        return lines;
    }

    /** In its own words where they are others and may be shown. */
    private static Line support(Evidence support, String said, Allowance allowance, Texts texts) {
        String sentence = support.sentence();
        boolean quoted = !sentence.equals(said)
                && allowance.permits(support.article(), sentence.length())
                && EvidenceGate.passes(new Statement(sentence, List.of(support)));
        if (quoted) {
            allowance.spend(support.article(), sentence.length());
        }
        return new Line(texts.text("evidence.too"), quoted ? sentence : "", List.of(support));
    }
}
