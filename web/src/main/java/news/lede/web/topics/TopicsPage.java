package news.lede.web.topics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import news.lede.answer.Display;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicCatalog;
import news.lede.topic.TopicId;
import news.lede.topic.TopicReplay;
import news.lede.web.chart.Counted;
import news.lede.web.chart.Spark;
import news.lede.web.page.Page;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Every topic of a community with how much it carries; {@code /topics/flooding} is one of them, to look at and to tune. */
public final class TopicsPage implements Page {
    static final String PATH = "/topics";

    private final Function<Visit, Asker> eyes;
    private final TopicBooks books;
    private final Volumes volumes;
    private final OneTopic one;

    public TopicsPage(Supplier<NewsDesk> desk, Function<Visit, Asker> eyes, TopicBooks books, InstantSource clock) {
        this.eyes = eyes;
        this.books = books;
        this.volumes = new Volumes(books, clock);
        this.one = new OneTopic(desk, books, clock);
    }

    /** A topic of the list. {@code week}: stories of those days. */
    public record Row(String path, String id, String name, boolean own, boolean below, int week, Spark trend) {}

    /** What is drawn. {@code days}: how many days of stories were looked at, seven unless there were very many. */
    public record View(List<Row> rows, long own, int days) {
        public View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String name() {
        return "Topics";
    }

    @Override
    public boolean takesPosts() {
        return true;
    }

    @Override
    public Reply answer(Visit visit) {
        Asker who = eyes.apply(visit);
        List<String> below = visit.below(PATH);
        if (below.size() == 1) {
            return one.answer(visit, who, below.getFirst());
        }
        if (!below.isEmpty() || visit.isPost()) {
            return Reply.notFound();
        }
        return visit.query()
                .text("define")
                .map(name -> Reply.elsewhere(at(name)))
                .orElseGet(() -> list(who));
    }

    static String at(String topic) {
        return PATH + "/"
                + URLEncoder.encode(topic.replace('/', ' '), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    private Reply list(Asker who) {
        TopicCatalog catalog = books.catalog().get();
        List<Topic> topics = catalog.of(who.workspace().id());
        Map<TopicId, List<TopicReplay.Day>> days = volumes.of(topics, who);
        List<Row> rows = ordered(topics).stream()
                .map(topic -> row(topic, topics, days.getOrDefault(topic.id(), List.of()), catalog, who))
                .toList();
        return Reply.page(
                name(),
                "topics.jte",
                new View(
                        rows,
                        rows.stream().filter(Row::own).count(),
                        days.values().stream().mapToInt(List::size).max().orElse(0)));
    }

    /** Each with those below it behind it, by name. */
    private static List<Topic> ordered(List<Topic> topics) {
        Comparator<Topic> byName = Comparator.comparing(topic -> topic.name(Language.ENGLISH));
        Map<TopicId, List<Topic>> children = new TreeMap<>();
        List<Topic> top = new ArrayList<>();
        for (Topic topic : topics) {
            parent(topic, topics)
                    .ifPresentOrElse(
                            id -> children.computeIfAbsent(id, _ -> new ArrayList<>())
                                    .add(topic),
                            () -> top.add(topic));
        }
        List<Topic> ordered = new ArrayList<>();
        top.stream().sorted(byName).forEach(topic -> {
            ordered.add(topic);
            children.getOrDefault(topic.id(), List.of()).stream().sorted(byName).forEach(ordered::add);
        });
        return ordered;
    }

    private static Optional<TopicId> parent(Topic topic, List<Topic> topics) {
        return topic.parent()
                .filter(id -> topics.stream().anyMatch(other -> other.id().equals(id)));
    }

    private static Row row(
            Topic topic, List<Topic> topics, List<TopicReplay.Day> days, TopicCatalog catalog, Asker who) {
        int week = days.stream().mapToInt(TopicReplay.Day::stories).sum();
        return new Row(
                at(topic.id().value()),
                topic.id().value(),
                Display.plain(topic.name(Language.ENGLISH)),
                catalog.own(topic.id(), who.workspace().id()),
                parent(topic, topics).isPresent(),
                week,
                Spark.of(
                        days.stream().map(TopicReplay.Day::stories).toList(),
                        Counted.of(week, "stories") + " in " + days.size() + " days"));
    }
}
