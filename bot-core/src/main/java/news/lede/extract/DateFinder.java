package news.lede.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.lede.text.AddressDay;
import org.jsoup.nodes.Element;

/**
 * Finds when an article was published: what the page states for programs, then the {@code time} nearest to the headline, then the address, then the date that
 * readers see near the headline, then what tells only of a change or stands far away. Immutable.
 */
final class DateFinder {
    private static final List<String> PUBLISHED = Resources.lines("date-metas.txt");
    /** They tell of a change, or of the page rather than the article. */
    private static final List<String> DOUBTFUL = List.of(
            "article:post_date",
            "created",
            "dateupdate",
            "datemodified",
            "article:modified_time",
            "og:updated_time",
            "last-modified",
            "revised");

    /** So far from the headline, in characters, a date may stand and still be the article's. */
    private static final int NEAR = 1_200;

    private static final int NEAREST = 600;
    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_LINES = 400;

    private final Labels otherDates = new Labels("other-date-labels.txt");
    private final Labels publication = new Labels("publish-labels.txt");

    Optional<Fact<Published>> find(
            Landmarks page,
            Metas metas,
            Optional<JsonNode> article,
            Supplier<Outline> outline,
            Optional<URI> url,
            boolean dayFirst) {
        Optional<Fact<Moment>> stated = first(
                        article.flatMap(a -> JsonLd.text(a, "datePublished")).stream(), dayFirst, Place.STRUCTURED_DATA)
                .or(() -> first(PUBLISHED.stream().flatMap(n -> metas.first(n).stream()), dayFirst, Place.META))
                .or(() -> first(page.published.stream().map(DateFinder::machine), dayFirst, Place.MARKUP));
        if (stated.isPresent()) {
            return stated.map(s -> new Fact<>(
                    new Published(s.value().instant(), publishersDay(s.value(), page, metas, outline, dayFirst)),
                    s.place()));
        }
        return marked(outline.get(), dayFirst)
                .or(() -> inAddress(url))
                .or(() -> visible(outline.get(), NEAR, false, dayFirst))
                .or(() -> visible(outline.get(), NEAR, true, dayFirst))
                .or(() -> doubtful(metas, article, dayFirst))
                .or(() -> faraway(outline.get(), dayFirst))
                .map(f ->
                        new Fact<>(new Published(f.value().instant(), f.value().day()), f.place()));
    }

    /**
     * The day of a moment on the calendar of its publisher. Pages that state UTC for programs often show their own day elsewhere: the same moment with another
     * clock, or the day before or after beside the headline.
     */
    private LocalDate publishersDay(
            Moment stated, Landmarks page, Metas metas, Supplier<Outline> outline, boolean dayFirst) {
        if (stated.dateOnly() || !stated.isUtc()) {
            return stated.day();
        }
        Stream<String> others = Stream.concat(
                Stream.concat(
                        PUBLISHED.stream().flatMap(n -> metas.all(n).stream()), metas.all("published_at").stream()),
                page.times.stream().limit(40).map(t -> t.attr("datetime")));
        Optional<LocalDate> elsewhere = others.flatMap(t -> Moment.read(t, dayFirst).stream())
                .filter(stated::isSameElsewhere)
                .map(Moment::day)
                .findFirst();
        return elsewhere.orElseGet(() -> visible(outline.get(), NEAREST, false, dayFirst)
                .map(f -> f.value().day())
                .filter(stated::mayFallOn)
                .orElse(stated.day()));
    }

    private static Optional<Fact<Moment>> first(Stream<String> texts, boolean dayFirst, Place place) {
        return texts.flatMap(t -> Moment.read(t, dayFirst).stream()).findFirst().map(m -> new Fact<>(m, place));
    }

    private static String machine(Element element) {
        for (String attribute : List.of("datetime", "content", "title")) {
            String value = element.attr(attribute).strip();
            if (value.chars().anyMatch(Character::isDigit)) {
                return value;
            }
        }
        return Spaces.single(element.text());
    }

    /** The {@code time} nearest to the headline; one that tells of a change only when there is no other. */
    private Optional<Fact<Moment>> marked(Outline outline, boolean dayFirst) {
        List<Element> times = outline.nearestElements().stream()
                .filter(e -> e.normalName().equals("time") || e.hasAttr("datetime"))
                .limit(8)
                .toList();
        List<Element> original = times.stream().filter(t -> !isUpdate(t)).toList();
        return first((original.isEmpty() ? times : original).stream().map(DateFinder::machine), dayFirst, Place.MARKUP);
    }

    private boolean isUpdate(Element time) {
        Element parent = time.parent();
        String names = time.className() + " " + time.attr("itemprop");
        return names.contains("odified")
                || (names.contains("updated") && !names.contains("published"))
                || otherDates.isIn(time.ownText())
                || (parent != null && otherDates.isIn(parent.ownText()))
                || (time.previousElementSibling() != null
                        && otherDates.isIn(time.previousElementSibling().text()));
    }

    private static Optional<Fact<Moment>> inAddress(Optional<URI> url) {
        return url.flatMap(AddressDay::in).map(day -> new Fact<>(Moment.day(day), Place.ADDRESS));
    }

    /** The date of the nearest line that is little more than a date; with {@code updates} also dates of a change. */
    private Optional<Fact<Moment>> visible(Outline outline, int within, boolean updates, boolean dayFirst) {
        for (Outline.Line line : outline.linesWithin(within)) {
            Optional<LocalDate> day = day(line.text(), updates, dayFirst)
                    .filter(found -> !outline.isOfTitle(line, found.text()))
                    .map(DatesInText.Found::day);
            if (day.isPresent()) {
                return day.map(d -> new Fact<>(Moment.day(d), Place.VISIBLE));
            }
        }
        return Optional.empty();
    }

    private Optional<DatesInText.Found> day(String line, boolean updates, boolean dayFirst) {
        if (line.length() > LONGEST_LINE || line.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return DatesInText.first(line, dayFirst)
                .filter(f -> f.start() <= LONGEST_LABEL)
                .filter(f -> updates || !otherDates.isIn(line.substring(0, f.start())));
    }

    private static Optional<Fact<Moment>> doubtful(Metas metas, Optional<JsonNode> article, boolean dayFirst) {
        return first(
                Stream.concat(
                        Stream.of("dateCreated", "dateModified")
                                .flatMap(f -> article.flatMap(a -> JsonLd.text(a, f)).stream()),
                        DOUBTFUL.stream().flatMap(n -> metas.first(n).stream())),
                dayFirst,
                Place.META);
    }

    /** The date behind a label like "published on" anywhere on the page, else of the first line that is only a date. */
    private Optional<Fact<Moment>> faraway(Outline outline, boolean dayFirst) {
        List<Outline.Line> lines = outline.inOrder().stream().limit(MOST_LINES).toList();
        List<LocalDate> bare = new ArrayList<>();
        String before = "";
        for (Outline.Line line : lines) {
            Optional<DatesInText.Found> found =
                    line.text().length() > LONGEST_LINE ? Optional.empty() : DatesInText.first(line.text(), dayFirst);
            if (found.isPresent()) {
                String label = line.text().substring(0, found.get().start());
                if (publication.isIn(label) || publication.isIn(before)) {
                    return Optional.of(new Fact<>(Moment.day(found.get().day()), Place.VISIBLE));
                }
                if (line.text().length() - found.get().text().length() < 12) {
                    bare.add(found.get().day());
                }
            }
            before = line.text().length() <= LONGEST_LABEL ? line.text() : "";
        }
        return bare.stream().findFirst().map(d -> new Fact<>(Moment.day(d), Place.VISIBLE));
    }
}
