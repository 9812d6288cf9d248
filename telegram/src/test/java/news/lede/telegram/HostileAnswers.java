package news.lede.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.summary.Evidence;
import news.lede.text.Language;

/** Answers of every kind full of hostile text, the same for the same seed. */
final class HostileAnswers {
    private final HostileText text;

    HostileAnswers(long seed) {
        text = new HostileText(seed);
    }

    Answer next() {
        return switch (text.below(6)) {
            case 0 ->
                new Answer.StoryList(text.next(), some(text.below(20) == 0 ? 30 : 6, this::story), actions(), footer());
            case 1 -> new Answer.StoryCard(text.next(), story(), actions(), footer());
            case 2 ->
                new Answer.Listing(
                        Answer.Listing.Kind.TOPICS, text.next(), upTo(6, this::section), actions(), footer());
            case 3 -> new Answer.Briefing(text.next(), some(8, this::story), actions(), footer());
            case 4 -> account();
            default -> new Answer.Notice(text.nextSolid(), text.next(), actions());
        };
    }

    private Answer.Account account() {
        StoryItem story = story();
        return new Answer.Account(
                Answer.Account.Kind.values()[text.below(Answer.Account.Kind.values().length)],
                text.next(),
                story.view(),
                some(4, () -> new Answer.Account.Section(text.next(), some(12, () -> line(story)))),
                actions(),
                footer());
    }

    private Answer.Account.Line line(StoryItem story) {
        List<Evidence> evidence = story.view().articles().stream()
                .filter(article -> !article.paragraphs().isEmpty())
                .map(article -> new Evidence(article, 0, 0, article.paragraphs().getFirst()))
                .toList();
        Article own = new Article(
                new ArticleId(7),
                new ReportId(7),
                text.nextSolid(),
                Optional.of(text.next()),
                url(),
                List.of("A line."),
                SampleStories.NOW,
                false,
                Language.ENGLISH,
                OptionalInt.empty(),
                SampleStories.NOW);
        return new Answer.Account.Line(
                text.next(), text.next(), evidence.isEmpty() ? List.of(new Evidence(own, 0, 0, "A line.")) : evidence);
    }

    private StoryItem story() {
        List<Article> articles = some(text.below(10) == 0 ? 40 : 4, this::article);
        return SampleStories.story(
                1 + text.below(1_000_000), text.nextSolid(), upTo(3, text::next), articles.toArray(Article[]::new));
    }

    private Article article() {
        long id = 1 + text.below(1_000_000);
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                text.nextSolid(),
                text.below(3) == 0 ? Optional.empty() : Optional.of(text.next()),
                url(),
                upTo(2, text::next),
                SampleStories.NOW,
                text.below(2) == 0,
                Language.ENGLISH,
                OptionalInt.empty(),
                SampleStories.NOW);
    }

    private Optional<URI> url() {
        return switch (text.below(6)) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(URI.create(
                        text.below(2) == 0 ? "javascript:alert(1)" : "https://paper.example/%22%3E%3Cb%3E?q='&lt;"));
            case 2 -> Optional.of(URI.create("https://paper.example/" + "x".repeat(text.below(4000))));
            case 3 -> Optional.of(URI.create("HTTPS://paper.example/?a=1&b='2'"));
            case 4 -> Optional.of(URI.create("https://bücher.example/ä"));
            default -> Optional.of(URI.create("/relative"));
        };
    }

    private Answer.Listing.Section section() {
        return new Answer.Listing.Section(
                text.next(), upTo(20, () -> new Answer.Listing.Line(text.next(), text.next())));
    }

    private List<Action> actions() {
        return upTo(12, () -> new Action(text.next(), command(), kind()));
    }

    private String command() {
        return switch (text.below(4)) {
            case 0 -> "/story " + text.below(1_000_000);
            case 1 -> "/subscribe topic:" + text.next() + " when:daily at:07:30 to:here confirm:yes";
            case 2 -> "/unsubscribe " + text.below(1_000);
            default -> "/search " + text.next();
        };
    }

    private Action.Kind kind() {
        return Action.Kind.values()[text.below(Action.Kind.values().length)];
    }

    private Optional<String> footer() {
        return text.below(2) == 0 ? Optional.empty() : Optional.of(text.next());
    }

    private <T> List<T> some(int most, Supplier<T> each) {
        return many(1 + text.below(most), each);
    }

    private <T> List<T> upTo(int most, Supplier<T> each) {
        return many(text.below(most + 1), each);
    }

    private static <T> List<T> many(int count, Supplier<T> each) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(each.get());
        }
        return list;
    }
}
