package news.lede.subscription;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.subscription.FilterText.Steps;
import news.lede.text.Language;

/**
 * What an article must say, and must not say, to be told: a text in a small language.
 *
 * <pre>{@code
 * strike -football              both words: the first, not the second
 * "night boat" OR ferr*         a phrase, or any word that begins so
 * harbour (strike OR NOT open)  parentheses; NOT and - are one
 * title:strike publisher:post -language:de
 * }</pre>
 *
 * <p>OR and NOT mean that in capitals alone; AND may be written and goes without saying, and binds closer than OR. Case and accents mean nothing, other inflections are other words. A word of Chinese,
 * Japanese or Thai is found wherever it stands in a run, one of Korean with any ending. {@link #toString} is the canonical form: equal filters have equal ones, and it is read as itself. Immutable;
 * {@link #matches} takes time in proportion to the length of the article and the filter.
 */
public final class Filter {
    /** Longer filters are no questions of people. */
    public static final int MOST_CHARS = 400;

    public static final int MOST_TERMS = 32;
    public static final int MOST_DEPTH = 8;

    /** Lets everything through. */
    public static final Filter ANYTHING = new Filter(new All(List.of()));

    /** Where something is looked for. */
    enum Field {
        /** Title and text. */
        ANYWHERE(""),
        TITLE("title"),
        PUBLISHER("publisher"),
        LANGUAGE("language");

        private final String written;

        Field(String written) {
            this.written = written;
        }

        static Optional<Field> of(String written) {
            return List.of(TITLE, PUBLISHER, LANGUAGE).stream()
                    .filter(field -> field.written.equals(written.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        String prefix() {
            return this == ANYWHERE ? "" : written + ":";
        }
    }

    sealed interface Node {}

    /** Every part holds; nothing at all holds always. */
    record All(List<Node> parts) implements Node {}

    /** One of the parts holds. */
    record Any(List<Node> parts) implements Node {}

    record Not(Node node) implements Node {}

    /** A word or phrase; {@code text} without case. {@code open}: it may go on. */
    record Term(Field field, String text, boolean open, Phrase phrase) implements Node {
        boolean in(FilterText article, Steps steps) {
            return article.has(field, phrase, open || Atoms.takesParticles(phrase.last()), steps);
        }
    }

    record Speaks(Language language) implements Node {}

    private final Node root;

    Filter(Node root) {
        this.root = root;
    }

    /** What came of reading a filter. */
    public sealed interface Parsed {
        record Read(Filter filter) implements Parsed {}

        record Wrong(FilterFault fault) implements Parsed {}
    }

    /** Reads what somebody typed; nothing at all is {@link #ANYTHING}. */
    public static Parsed parse(String typed) {
        return FilterParser.parse(typed);
    }

    /**
     * Reads a canonical form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Filter of(String canonical) {
        return switch (parse(canonical)) {
            case Parsed.Read(Filter filter) -> filter;
            case Parsed.Wrong(FilterFault fault) ->
                throw new IllegalArgumentException("not a filter: " + canonical + " (" + fault + ")");
        };
    }

    public boolean matches(FilterText article) {
        return matches(article, new Steps());
    }

    boolean matches(FilterText article, Steps steps) {
        return holds(root, article, steps);
    }

    private static boolean holds(Node node, FilterText article, Steps steps) {
        return switch (node) {
            case All all -> all.parts().stream().allMatch(part -> holds(part, article, steps));
            case Any any -> any.parts().stream().anyMatch(part -> holds(part, article, steps));
            case Not not -> !holds(not.node(), article, steps);
            case Term term -> term.in(article, steps);
            case Speaks speaks -> speaks.language().equals(article.language());
        };
    }

    public boolean isAnything() {
        return root instanceof All(List<Node> parts) && parts.isEmpty();
    }

    /** In the canonical form. */
    @Override
    public String toString() {
        return write(root, false);
    }

    private static String write(Node node, boolean inside) {
        return switch (node) {
            case All all -> {
                String joined = all.parts().stream()
                        .map(part -> write(part, part instanceof Any))
                        .collect(Collectors.joining(" "));
                yield inside ? "(" + joined + ")" : joined;
            }
            case Any any -> {
                String joined =
                        any.parts().stream().map(part -> write(part, false)).collect(Collectors.joining(" OR "));
                yield inside ? "(" + joined + ")" : joined;
            }
            case Not not -> "-" + write(not.node(), true);
            case Term term -> term.field().prefix() + FilterWords.write(term.text(), term.open());
            case Speaks speaks -> Field.LANGUAGE.prefix() + speaks.language().code();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && toString().equals(filter.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
