package news.lede.subscription;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.lede.subscription.Filter.Field;
import news.lede.subscription.Filter.Node;
import news.lede.subscription.FilterFault.Kind;
import news.lede.subscription.FilterWords.Piece;
import news.lede.text.Language;

/** Reads filters: descends from OR over AND to single words, without going back. For one use. */
final class FilterParser {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final List<Piece> pieces;
    private int at;
    private int depth;
    private int terms;

    private FilterParser(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static Filter.Parsed parse(String typed) {
        if (typed.length() > Filter.MOST_CHARS) {
            return tooLong();
        }
        FilterParser parser = new FilterParser(FilterWords.of(typed));
        if (parser.peek() == Piece.Kind.END) {
            return new Filter.Parsed.Read(Filter.ANYTHING);
        }
        try {
            Node root = parser.any();
            if (parser.peek() != Piece.Kind.END) {
                throw parser.wrong(Kind.LONE_PARENTHESIS, parser.here());
            }
            Filter filter = new Filter(root);
            // Some signs are several letters once they are spelt out.
            return filter.toString().length() > Filter.MOST_CHARS ? tooLong() : new Filter.Parsed.Read(filter);
        } catch (WrongException e) {
            return new Filter.Parsed.Wrong(e.fault);
        }
    }

    private static Filter.Parsed tooLong() {
        return new Filter.Parsed.Wrong(new FilterFault(Kind.TOO_LONG, Filter.MOST_CHARS + 1, ""));
    }

    /** Ends the descent; never leaves this class. */
    private static final class WrongException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient FilterFault fault;

        WrongException(FilterFault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }

    private WrongException wrong(Kind kind, Piece piece) {
        return new WrongException(new FilterFault(kind, piece.at(), piece.text()));
    }

    private Piece here() {
        return pieces.get(at);
    }

    private Piece.Kind peek() {
        return here().kind();
    }

    private Node any() throws WrongException {
        List<Node> parts = new ArrayList<>();
        parts.add(all());
        while (peek() == Piece.Kind.OR) {
            at++;
            parts.add(all());
        }
        return joined(parts, false);
    }

    private Node all() throws WrongException {
        List<Node> parts = new ArrayList<>();
        parts.add(one());
        while (true) {
            switch (peek()) {
                case OR, CLOSES, END -> {
                    return joined(parts, true);
                }
                case AND -> {
                    at++;
                    parts.add(one());
                }
                default -> parts.add(one());
            }
        }
    }

    private Node one() throws WrongException {
        boolean negated = false;
        while (peek() == Piece.Kind.MINUS || peek() == Piece.Kind.NOT) {
            negated = !negated;
            at++;
        }
        Node node = positive();
        return negated ? not(node) : node;
    }

    private static Node not(Node node) {
        return node instanceof Filter.Not(Node inner) ? inner : new Filter.Not(node);
    }

    private Node positive() throws WrongException {
        Piece piece = here();
        return switch (piece.kind()) {
            case OPENS -> group();
            case FIELD -> fielded();
            case WORD, PHRASE -> term(Field.ANYWHERE);
            case BROKEN -> throw wrong(Kind.OPEN_QUOTE, piece);
            case STAR -> throw wrong(Kind.NO_WORD, piece);
            case CLOSES, AND, OR, END, MINUS, NOT ->
                throw at > 0 || piece.kind() != Piece.Kind.CLOSES
                        ? wrong(Kind.NOTHING_FOLLOWS, piece)
                        : wrong(Kind.LONE_PARENTHESIS, piece);
        };
    }

    private Node group() throws WrongException {
        Piece opening = here();
        at++;
        if (++depth > Filter.MOST_DEPTH) {
            throw wrong(Kind.TOO_DEEP, opening);
        }
        Node inner = any();
        if (peek() != Piece.Kind.CLOSES) {
            throw wrong(Kind.OPEN_PARENTHESIS, opening);
        }
        at++;
        depth--;
        return inner;
    }

    private Node fielded() throws WrongException {
        Piece name = here();
        Field field = Field.of(name.text()).orElseThrow(() -> wrong(Kind.NO_FIELD, name));
        at++;
        Piece value = here();
        return switch (value.kind()) {
            case WORD, PHRASE -> field == Field.LANGUAGE ? language(value) : term(field);
            case BROKEN -> throw wrong(Kind.OPEN_QUOTE, value);
            default -> throw wrong(Kind.NOTHING_FOLLOWS, value);
        };
    }

    private Node language(Piece value) throws WrongException {
        String code = value.text().strip().toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(code)) {
            throw wrong(Kind.NO_LANGUAGE, value);
        }
        count(value);
        at++;
        return new Filter.Speaks(new Language(code));
    }

    private Node term(Field field) throws WrongException {
        Piece piece = here();
        count(piece);
        String text = FilterWords.canonical(piece.text());
        List<String> atoms = Atoms.of(text);
        if (atoms.isEmpty()) {
            throw wrong(Kind.NO_WORD, piece);
        }
        at++;
        boolean open = peek() == Piece.Kind.STAR;
        if (open) {
            at++;
        }
        return new Filter.Term(field, text, open, new Phrase(atoms));
    }

    private void count(Piece piece) throws WrongException {
        if (++terms > Filter.MOST_TERMS) {
            throw wrong(Kind.TOO_MANY, piece);
        }
    }

    /** One part stands for itself, parts of the same kind become those of the whole, and what is said twice is said once. */
    private static Node joined(List<Node> parts, boolean all) {
        Map<String, Node> distinct = new LinkedHashMap<>();
        for (Node part : parts) {
            List<Node> flat = switch (part) {
                case Filter.All(List<Node> inner) when all -> inner;
                case Filter.Any(List<Node> inner) when !all -> inner;
                default -> List.of(part);
            };
            flat.forEach(node -> distinct.putIfAbsent(new Filter(node).toString(), node));
        }
        List<Node> nodes = List.copyOf(distinct.values());
        if (nodes.size() == 1) {
            return nodes.getFirst();
        }
        return all ? new Filter.All(nodes) : new Filter.Any(nodes);
    }
}
