package news.lede.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.story.Change;
import news.lede.story.Proof;
import news.lede.story.StoryId;
import news.lede.story.Timeline.Step;
import news.lede.summary.Evidence;
import news.lede.summary.Quotes;

/** What changed in a story, in words. For one answer: what it quotes is counted there. */
public final class RevisionWords {
    private static final Map<String, String> TOLLS = Map.of(
            "killed", "step.figure.killed",
            "injured", "step.figure.injured",
            "missing", "step.figure.missing",
            "arrested", "step.figure.arrested",
            "evacuated", "step.figure.evacuated",
            "displaced", "step.figure.displaced",
            "rescued", "step.figure.rescued",
            "infected", "step.figure.infected",
            "trapped", "step.figure.trapped");

    private final Texts texts;
    private final Quotes quotes;

    public RevisionWords(Texts texts, Quotes quotes) {
        this.texts = texts;
        this.quotes = quotes;
    }

    /** A step in one line, with what it rests on, never nothing. */
    public record Worded(String text, List<Evidence> evidence) {
        public Worded {
            evidence = List.copyOf(evidence);
        }
    }

    /** "Death toll: at least 14 people were killed (before: 12 people died)". */
    public Worded of(Step step) {
        List<String> parts = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        step.changes().forEach(change -> parts.add(words(change, step.article(), evidence)));
        if (evidence.isEmpty()) {
            evidence.add(Evidence.headline(step.article()));
        }
        return new Worded(String.join("; ", parts), evidence.stream().distinct().toList());
    }

    /** The same with who did it before it: "The Harbour Post: new headline ...". */
    public String withPublisher(Step step) {
        String publisher =
                step.article().publisher().map(Display::plain).orElseGet(() -> texts.text("publisher.unknown"));
        return texts.text("step.by", publisher, of(step).text());
    }

    private String words(Change change, Article article, List<Evidence> evidence) {
        return switch (change) {
            case Change.FirstReport(Optional<Proof> proof) ->
                quoted("step.first", proof.map(p -> quotes.evidence(p, article)), article, evidence);
            case Change.NewSource() -> quoted("step.source", Optional.empty(), article, evidence);
            case Change.Copy() -> texts.text("step.copy");
            case Change.NewFigure figure -> figure(figure, article, evidence);
            case Change.NewOutcome(var outcome, Proof proof) ->
                quoted("step.outcome." + outcome, Optional.of(quotes.evidence(proof, article)), article, evidence);
            case Change.NewPerson(String name, Proof proof) -> person(name, quotes.evidence(proof, article), evidence);
            case Change.HeadlineChanged(String before, String after) -> {
                evidence.add(quotes.headline(after, article));
                evidence.add(quotes.headline(before, article));
                yield texts.text("step.headline", quote(before), quote(after));
            }
            case Change.CorrectionNote(Proof note) ->
                quoted("step.note", Optional.of(quotes.evidence(note, article)), article, evidence);
            case Change.TextCorrected(String before, Proof after) -> corrected(before, after, article, evidence);
            case Change.Withdrawn(int _) -> texts.text("step.withdrawn");
            case Change.Merged(StoryId _) -> texts.text("step.merged");
        };
    }

    /** What happened, and the sentence that says it, or the headline where there is none. */
    private String quoted(String key, Optional<Evidence> found, Article article, List<Evidence> evidence) {
        Evidence from = found.orElseGet(() -> Evidence.headline(article));
        evidence.add(from);
        return quotes.sentence(from)
                .map(sentence -> texts.text("step.quoting", texts.text(key), quote(sentence)))
                .orElseGet(() -> texts.text(key));
    }

    private String figure(Change.NewFigure figure, Article article, List<Evidence> evidence) {
        Evidence from = quotes.evidence(figure.proof(), article);
        evidence.add(from);
        String key = TOLLS.getOrDefault(figure.toll(), "step.figure");
        // A figure that the sentence ascribes to somebody may not stand without them.
        Optional<String> shown = quotes.words(figure.figure(), from)
                .map(Display::plain)
                .or(() -> quotes.sentence(from).map(this::quote));
        if (shown.isEmpty()) {
            return texts.text("step.figure.unquoted");
        }
        String now = texts.text(key, shown.get());
        return figure.before()
                .flatMap(before -> before(before, evidence))
                .map(before -> texts.text("step.before", now, before))
                .orElse(now);
    }

    private Optional<String> before(Change.Earlier before, List<Evidence> evidence) {
        return quotes.article(before.proof())
                .map(article -> quotes.evidence(before.proof(), article))
                .flatMap(from -> quotes.words(before.figure(), from)
                        .map(Display::plain)
                        .or(() -> quotes.sentence(from).map(this::quote))
                        .map(words -> {
                            evidence.add(from);
                            return words;
                        }));
    }

    private String person(String name, Evidence from, List<Evidence> evidence) {
        evidence.add(from);
        return quotes.words(name, from)
                .map(shown -> texts.text("step.person", Display.plain(shown)))
                .orElseGet(() -> texts.text("step.person.unquoted"));
    }

    private String corrected(String before, Proof after, Article article, List<Evidence> evidence) {
        Evidence now = quotes.evidence(after, article);
        evidence.add(now);
        Optional<String> is = quotes.sentence(now);
        Evidence then = quotes.evidence(new Proof(article.id(), after.paragraph(), after.offset(), before), article);
        Optional<String> was = then.paragraph() == Proof.TITLE ? Optional.empty() : quotes.sentence(then);
        if (is.isEmpty()) {
            return texts.text("step.text");
        }
        String quoting = texts.text("step.quoting", texts.text("step.text"), quote(is.get()));
        was.ifPresent(_ -> evidence.add(then));
        return was.map(old -> texts.text("step.before", quoting, quote(old))).orElse(quoting);
    }

    private String quote(String text) {
        return texts.text("quote", Display.plain(text));
    }
}
