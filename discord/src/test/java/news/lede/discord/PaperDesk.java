package news.lede.discord;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleId;
import news.lede.article.ReportId;
import news.lede.command.Choice;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.command.Uploads;
import news.lede.community.Asker;
import news.lede.story.StoryId;
import news.lede.story.StoryView;
import news.lede.subscription.Channel;
import news.lede.summary.Evidence;
import news.lede.summary.Statement;
import news.lede.text.Language;

/** A news desk with the commands of the real one and invented stories. Remembers what it was asked; can be made to wait or to fail. */
final class PaperDesk implements NewsDesk {
    static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    /** What was asked, by whom. */
    record Question(Asker asker, String command, Map<String, String> options) {}

    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Uploads files = Uploads.NONE;
    private volatile Consumer<Question> before = q -> {};
    private volatile Channel.Style style = Channel.Style.CARD;

    /** What came with the last question. */
    Uploads files() {
        return files;
    }

    List<Question> questions() {
        return questions;
    }

    /** The next question is answered by this, whatever it is. */
    void next(Answer answer) {
        next.add(answer);
    }

    /** Runs {@code work} before each answer, on the thread that answers. */
    void before(Consumer<Question> work) {
        before = work;
    }

    /** From now on whoever asks waits until what is given back is counted down. */
    CountDownLatch hold() {
        CountDownLatch free = new CountDownLatch(1);
        before = _ -> {
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        return free;
    }

    /** From now on answers are to look so. */
    void style(Channel.Style chosen) {
        style = chosen;
    }

    @Override
    public Channel.Style style(Asker asker) {
        return style;
    }

    @Override
    public List<CommandSpec> commands() {
        return CommandSpecs.ALL;
    }

    @Override
    public Answer answer(Asker asker, String typed) {
        String[] parts = typed.substring(1).split(" ", 2);
        return answer(asker, new Invocation(parts[0], parts.length == 1 ? Map.of() : Map.of("typed", parts[1])));
    }

    @Override
    public Answer answer(Asker asker, Invocation invocation) {
        Question question = new Question(asker, invocation.command(), invocation.options());
        files = invocation.uploads();
        questions.add(question);
        before.accept(question);
        Answer planned = next.poll();
        if (planned != null) {
            return planned;
        }
        Texts texts = Texts.in(asker.locale());
        int page = invocation.option("typed").orElse("").contains("page:2") ? 2 : 1;
        return switch (invocation.command()) {
            case "latest", "topic", "search" -> list(texts, invocation.command(), page);
            case "related" -> related(texts);
            case "story", "summarize" -> card(texts, item(4, 3, 3, List.of()));
            case "topics", "help" -> listing(texts, invocation.command());
            case "start" -> texts.notice("start", List.of(new Action(texts.text("action.latest"), "/latest")));
            default -> texts.notice("command.unknown", List.of(), invocation.command());
        };
    }

    @Override
    public List<Choice> complete(Asker asker, String command, String option, String typed) {
        return IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new Choice(typed + " " + i + " " + "x".repeat(i * 5), option + i))
                .toList();
    }

    static Answer.StoryList list(Texts texts, String command, int page) {
        List<StoryItem> items = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> item(i, 1 + i % 3, 1, List.of()))
                .toList();
        return new Answer.StoryList(
                texts.text("title.latest"),
                items,
                List.of(new Action(
                        texts.text(page == 1 ? "action.next-page" : "action.previous-page"),
                        "/" + command + " page:" + (page == 1 ? 2 : 1))),
                page == 1 ? Optional.empty() : Optional.of(texts.text("page.several", 6, 10)));
    }

    static Answer.StoryList related(Texts texts) {
        return new Answer.StoryList(
                texts.text("title.related", "Ferry line reopens"),
                List.of(
                        item(7, 2, 1, List.of(texts.text("reason.names", "Mara Lind"))),
                        item(8, 1, 0, List.of(texts.text("reason.words", "harbour, strike")))),
                List.of(),
                Optional.empty());
    }

    static Answer.StoryCard card(Texts texts, StoryItem item) {
        return new Answer.StoryCard(
                item.view().title(),
                item,
                List.of(new Action(texts.text("action.related"), item.relatedCommand())),
                Optional.empty());
    }

    static Answer.Listing listing(Texts texts, String command) {
        Answer.Listing.Kind kind = command.equals("help") ? Answer.Listing.Kind.HELP : Answer.Listing.Kind.TOPICS;
        List<Answer.Listing.Line> lines = CommandSpecs.ALL.stream()
                .map(s -> new Answer.Listing.Line(s.usage(), s.description(texts.locale())))
                .toList();
        return new Answer.Listing(
                kind,
                texts.text("title." + command),
                List.of(new Answer.Listing.Section("", lines)),
                List.of(new Action(texts.text("action.latest"), "/latest")),
                Optional.of(texts.text("note.help")));
    }

    /** Story {@code id} with so many articles and sentences. */
    static StoryItem item(long id, int articles, int sentences, List<String> reasons) {
        return item(id, "Ferry line " + id + " reopens after the storm", articles, sentences, reasons);
    }

    static StoryItem item(long id, String title, int articles, int sentences, List<String> reasons) {
        List<Article> all = IntStream.range(0, articles)
                .mapToObj(i -> article(id * 10 + i, i == 0 ? title : title + " (" + i + ")", i))
                .toList();
        List<Statement> summary = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            Article from = all.get(i % all.size());
            String sentence = from.paragraphs().get(i % from.paragraphs().size());
            summary.add(new Statement(
                    sentence, List.of(new Evidence(from, i % from.paragraphs().size(), 0, sentence))));
        }
        return new StoryItem(
                new StoryView(new StoryId(id), 1, Language.ENGLISH, title, all),
                summary,
                reasons,
                OptionalDouble.empty());
    }

    /** The same story with a picture. */
    static StoryItem pictured(StoryItem item) {
        StoryView view = item.view();
        List<Article> articles = new ArrayList<>(view.articles());
        Article plain = articles.getFirst();
        Article pictured = pictured(plain, URI.create("https://news.example/pictures/ferry.jpg"));
        articles.set(0, pictured);
        List<Statement> summary = item.summary().stream()
                .map(s -> new Statement(
                        s.text(),
                        s.evidence().stream()
                                .map(e -> new Evidence(
                                        e.article().equals(plain) ? pictured : e.article(),
                                        e.paragraph(),
                                        e.offset(),
                                        e.sentence()))
                                .toList()))
                .toList();
        return new StoryItem(
                new StoryView(view.id(), view.revision(), view.language(), view.title(), articles),
                summary,
                item.reasons(),
                item.score(),
                item.topic());
    }

    static Article pictured(Article article, URI picture) {
        return new Article(
                article.id(),
                article.report(),
                article.title(),
                article.publisher(),
                article.url(),
                article.paragraphs(),
                article.published(),
                article.approximate(),
                article.language(),
                article.maxSnippet(),
                article.firstSeen(),
                Optional.of(picture));
    }

    static Article article(long id, String title, int number) {
        return article(
                id,
                title,
                List.of("The Harbour Post", "Valley News", "Northern Ledger").get(number % 3),
                "https://news.example/" + id + "/ferry-line",
                List.of(
                        "The ferry to Aldsund sails again on Monday, the harbour master said.",
                        "Two piers had broken in the storm of April 20.",
                        "Tickets bought before then stay valid."));
    }

    static Article article(long id, String title, String publisher, String link, List<String> paragraphs) {
        return new Article(
                new ArticleId(id),
                new ReportId(id),
                title,
                publisher.isEmpty() ? Optional.empty() : Optional.of(publisher),
                link.isEmpty() ? Optional.empty() : Optional.of(URI.create(link)),
                paragraphs,
                NOW.minusSeconds(600 * (id % 50)),
                false,
                new Language(Locale.ENGLISH.getLanguage()),
                OptionalInt.empty(),
                NOW);
    }
}
