package news.lede.feed;

import static news.lede.feed.Space.ATOM;
import static news.lede.feed.Space.DUBLIN_CORE;
import static news.lede.feed.Space.FEED;
import static news.lede.feed.Space.SYNDICATION;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what RSS channels and Atom feeds have in common. */
final class ChannelFacts {
    private final Links links;
    private final Element root;

    ChannelFacts(Links links, Element root) {
        this.links = links;
        this.root = root;
    }

    /** {@code beside}: where RDF keeps the channel's picture. */
    Optional<URI> image(Fields channel, Fields beside) {
        return Stream.of(channel, beside)
                .flatMap(f -> f.all(FEED, "image").stream()
                        .flatMap(i -> f.of(i).text(FEED, "url").flatMap(u -> links.resolve(u, i)).stream()))
                .findFirst()
                .or(() -> picture(channel, "logo"))
                .or(() -> new Media(links).read(channel).image())
                .or(() -> picture(channel, "icon"))
                .or(() -> channel.first(FEED, "description")
                        .flatMap(d -> Media.inText(Markup.html(d), h -> links.resolve(h, d))));
    }

    private Optional<URI> picture(Fields channel, String local) {
        return channel.first(FEED, local)
                .or(() -> channel.first(ATOM, local))
                .flatMap(p -> links.resolve(Fields.text(p), p));
    }

    Optional<String> language(Fields channel) {
        return channel.text(FEED, "language")
                .or(() -> channel.text(DUBLIN_CORE, "language"))
                .or(() -> Optional.of(channel.element().attr("xml:lang")))
                .filter(l -> !l.isBlank())
                .or(() -> Optional.of(root.attr("xml:lang")))
                .flatMap(CleanText::someLine);
    }

    Optional<URI> relation(Fields channel, String relation) {
        return AtomLinks.relation(links(channel), relation, links);
    }

    List<URI> hubs(Fields channel) {
        return AtomLinks.relations(links(channel), "hub", links);
    }

    private static List<Element> links(Fields channel) {
        return Stream.concat(channel.all(ATOM, "link").stream(), channel.all(FEED, "link").stream())
                .filter(l -> l.hasAttr("rel"))
                .toList();
    }

    PollWishes wishes(Fields channel) {
        Set<Integer> hours = new TreeSet<>();
        channel.first(FEED, "skiphours")
                .ifPresent(s -> channel.of(s)
                        .all(FEED, "hour")
                        .forEach(
                                h -> number(Fields.text(h)).filter(n -> n <= 24).ifPresent(n -> hours.add(n % 24))));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        channel.first(FEED, "skipdays")
                .ifPresent(s -> channel.of(s)
                        .all(FEED, "day")
                        .forEach(d -> day(Fields.text(d)).ifPresent(days::add)));
        Optional<Duration> interval = Stream.of(ttl(channel), period(channel))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        return interval.isEmpty() && hours.isEmpty() && days.isEmpty()
                ? PollWishes.NONE
                : new PollWishes(interval, hours, days);
    }

    private static Optional<Duration> ttl(Fields channel) {
        return channel.text(FEED, "ttl")
                .flatMap(ChannelFacts::number)
                .filter(n -> n > 0)
                .map(Duration::ofMinutes);
    }

    /** "hourly" twice is every half hour. The standard's default, daily, holds only where some of it is said. */
    private static Optional<Duration> period(Fields channel) {
        Optional<String> period = channel.text(SYNDICATION, "updateperiod");
        int times = channel.text(SYNDICATION, "updatefrequency")
                .flatMap(ChannelFacts::number)
                .filter(n -> n > 0)
                .orElse(1);
        return period.flatMap(p -> Optional.ofNullable(
                        switch (p.toLowerCase(Locale.ROOT)) {
                            case "hourly" -> Duration.ofHours(1);
                            case "daily" -> Duration.ofDays(1);
                            case "weekly" -> Duration.ofDays(7);
                            case "monthly" -> Duration.ofDays(30);
                            case "yearly" -> Duration.ofDays(365);
                            default -> null;
                        }))
                .map(d -> d.dividedBy(times));
    }

    private static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        return Stream.of(DayOfWeek.values()).filter(d -> d.name().equals(upper)).findFirst();
    }
}
