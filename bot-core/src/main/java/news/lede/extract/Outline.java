package news.lede.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The lines and elements of a page in reading order, each with its distance from the headline in characters of text. What tells of the article stands near
 * its headline; the same marks in lists of other articles, in comments and in sidebars stand far from it or under names that say so. Immutable once made.
 */
final class Outline {
    /** A line stands at {@code at}, so many characters of text from the top. {@code fold}: the sidebar, list or comment that it is in. */
    record Line(String text, int at, Element home, @Nullable Element fold) {}

    private record Spot(Element element, int at, @Nullable Element fold) {}

    private static final int MOST_LINES = 4_000;
    private static final int MOST_ELEMENTS = 40_000;
    /** Above the headline stand the menus of the site too, so what is above counts as farther away. */
    private static final int ABOVE = 2;

    private static final double SAME_TITLE = 0.7;
    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "head", "button");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
    /** Elements that stand within a line. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "big", "cite", "em", "font", "i", "img", "ins", "label", "mark", "q", "s", "small",
            "span", "strong", "sub", "sup", "time", "u", "wbr", "address");

    private static final Set<String> LABELS = Set.of("a", "label", "small", "span", "strong", "time");

    private final List<Line> lines = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final Optional<Line> headline;
    private final List<Line> inOrder;
    /** The elements that hold the headline. */
    private final Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Optional<String> title;

    Outline(Document page, Optional<String> title, Folds folds) {
        this.title = title;
        Reader reader = new Reader(folds);
        page.body().filter(reader);
        reader.flush();
        headline = title.flatMap(this::headline);
        headline.ifPresent(h -> {
            around.add(h.home());
            around.addAll(h.home().parents());
        });
        inOrder = lines.stream().filter(l -> !isFolded(l.fold())).toList();
    }

    /** The lines at most {@code distance} characters from the headline, nearest first, those in lists of other things left out. */
    List<Line> linesWithin(int distance) {
        return inOrder.stream()
                .filter(l -> distance(l) <= distance)
                .sorted(Comparator.comparingInt(this::distance))
                .toList();
    }

    /** As {@link #nearestElements}, those at most {@code distance} characters away. */
    List<Element> elementsWithin(int distance) {
        return spots.stream()
                .filter(s -> distance(s.at()) <= distance && !isFolded(s.fold()))
                .sorted(Comparator.comparingInt(s -> distance(s.at())))
                .map(Spot::element)
                .toList();
    }

    /** The lines in reading order, those in lists of other things left out. */
    List<Line> inOrder() {
        return inOrder;
    }

    /** The elements of the page from the nearest to the headline to the farthest, those in lists of other things left out. */
    List<Element> nearestElements() {
        return spots.stream()
                .filter(s -> !isFolded(s.fold()))
                .sorted(Comparator.comparingInt(s -> distance(s.at())))
                .map(Spot::element)
                .toList();
    }

    /** Whether words of a heading are of the title; a date there is what the article is about. */
    boolean isOfTitle(Line line, String words) {
        return HEADINGS.contains(line.home().normalName())
                && title.map(t -> t.contains(words)).orElse(false);
    }

    /** How far from the headline something stands, in characters. */
    int distance(Line line) {
        return distance(line.at());
    }

    private int distance(int at) {
        int from = headline.map(Line::at).orElse(0);
        return at >= from ? at - from : ABOVE * (from - at);
    }

    /** A list that holds the headline itself is no list of other things. */
    private boolean isFolded(@Nullable Element fold) {
        return fold != null && !around.contains(fold);
    }

    private Optional<Line> headline(String title) {
        return lines.stream()
                .filter(l -> HEADINGS.contains(l.home().normalName()))
                .filter(l -> Overlap.ofWords(l.text(), title) >= SAME_TITLE)
                .findFirst()
                .or(() -> lines.stream()
                        .filter(l -> l.home().normalName().equals("h1") && l.fold() == null)
                        .findFirst())
                .or(() -> lines.stream()
                        .filter(l -> l.text().length() < 2 * title.length() + 20)
                        .filter(l -> Overlap.ofWords(l.text(), title) >= SAME_TITLE)
                        .findFirst());
    }

    private final class Reader implements NodeFilter {
        private final Folds folds;
        private final StringBuilder text = new StringBuilder();
        private final Deque<Element> open = new ArrayDeque<>();
        /** Elements that are called alike are judged alike. */
        private final Map<String, Boolean> known = new HashMap<>();

        private int read;
        private @Nullable Element home;

        Reader(Folds folds) {
            this.folds = folds;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (SILENT.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (lines.size() >= MOST_LINES || spots.size() >= MOST_ELEMENTS) {
                return FilterResult.STOP;
            }
            if (!INLINE.contains(element.normalName())) {
                flush();
                home = element;
            } else if (!text.isEmpty() && LABELS.contains(element.normalName())) {
                // Labels set apart by style alone are words apart.
                text.append(' ');
            }
            if (folds(element)) {
                open.push(element);
            }
            spots.add(new Spot(element, read + text.length(), open.peek()));
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (!INLINE.contains(element.normalName())) {
                    flush();
                    home = element.parent();
                } else if (LABELS.contains(element.normalName())) {
                    text.append(' ');
                }
                if (open.peek() == element) {
                    open.pop();
                }
            }
            return FilterResult.CONTINUE;
        }

        private boolean folds(Element element) {
            String classes = element.className();
            String id = element.id();
            String key = classes.isEmpty() && id.isEmpty()
                    ? element.normalName()
                    : element.normalName() + " " + classes + "#" + id;
            return known.computeIfAbsent(key, n -> folds.folds(element));
        }

        void flush() {
            String line = Spaces.single(text.toString());
            if (!line.isEmpty() && home != null) {
                lines.add(new Line(line, read, home, open.peek()));
            }
            read += line.length();
            text.setLength(0);
        }
    }
}
