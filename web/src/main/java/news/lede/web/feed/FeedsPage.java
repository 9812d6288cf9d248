package news.lede.web.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.web.access.Access;
import news.lede.web.feed.TopicFeeds.Form;
import news.lede.web.page.Endpoint;
import news.lede.web.page.Reply;
import news.lede.web.page.Seats;
import news.lede.web.page.Visit;

/** {@code /feeds}: the addresses of all feeds as the chosen view sees them, to copy into a reader of feeds. */
public final class FeedsPage implements Endpoint {
    private static final String PATH = "/feeds";

    private final Supplier<NewsDesk> desk;
    private final Seats seats;
    private final Access access;

    public FeedsPage(Supplier<NewsDesk> desk, Seats seats, Access access) {
        this.desk = desk;
        this.seats = seats;
        this.access = access;
    }

    /** One topic with its two addresses. */
    public record Row(String name, String rss, String json) {}

    /** What is drawn. {@code keyed}: whether whoever has an address can read that community's feeds. */
    public record View(List<Row> rows, boolean keyed) {
        public View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply answer(Visit visit) {
        if (!visit.below(PATH).isEmpty()) {
            return Reply.notFound();
        }
        String seat = visit.cookie(Seats.COOKIE)
                .filter(key -> seats.all().stream().anyMatch(one -> one.key().equals(key)))
                .orElse("");
        Optional<String> key = access.feedKey(seat);
        Stream<Row> topics = desk.get().answer(seats.take(seat), new Invocation("topics", Map.of()))
                        instanceof Answer.Listing listing
                ? listing.sections().stream()
                        .flatMap(section -> section.lines().stream())
                        .map(line -> row(line.name(), line.text().isEmpty() ? line.name() : line.text(), seat, key))
                : Stream.of();
        List<Row> rows = Stream.concat(Stream.of(row(TopicFeeds.ALL, "Everything", seat, key)), topics)
                .toList();
        return Reply.page("Feeds", "feeds.jte", new View(rows, key.isPresent()));
    }

    private static Row row(String topic, String name, String seat, Optional<String> key) {
        return new Row(
                name, TopicFeeds.address(topic, Form.RSS, seat, key), TopicFeeds.address(topic, Form.JSON, seat, key));
    }
}
