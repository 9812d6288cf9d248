package news.lede.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.text.Folding;
import news.lede.text.Language;

/** Cuts a filter into its signs and words, and writes words so that they are cut out again. Pure; takes time in proportion to the length. */
final class FilterWords {
    private static final String QUOTES = "\"“”„‟«»＂";
    /** Phones make dashes of hyphens. */
    private static final String MINUSES = "-–—−";

    private static final int MOST_ROUNDS = 5;
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}" + QUOTES + "]+");

    /** A sign or word; {@code at}: where it begins, from 1. */
    record Piece(Kind kind, int at, String text) {
        enum Kind {
            OPENS,
            CLOSES,
            MINUS,
            AND,
            OR,
            NOT,
            /** What stands before a colon. */
            FIELD,
            WORD,
            /** Between quotes. */
            PHRASE,
            /** A quote that is not closed, to the end. */
            BROKEN,
            /** A star right behind a word or phrase. */
            STAR,
            END
        }
    }

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private FilterWords(String text) {
        this.text = text;
    }

    /** Ends with one {@link Piece.Kind#END}. */
    static List<Piece> of(String text) {
        return new FilterWords(text).cut();
    }

    private List<Piece> cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '(') {
                sign(Piece.Kind.OPENS);
            } else if (c == ')') {
                sign(Piece.Kind.CLOSES);
            } else if (MINUSES.indexOf(c) >= 0) {
                sign(Piece.Kind.MINUS);
            } else if (QUOTES.indexOf(c) >= 0) {
                phrase();
                star();
            } else {
                word();
            }
        }
        pieces.add(new Piece(Piece.Kind.END, text.length() + 1, ""));
        return pieces;
    }

    private void sign(Piece.Kind kind) {
        pieces.add(new Piece(kind, at + 1, text.substring(at, at + 1)));
        at++;
    }

    private void phrase() {
        int close = at + 1;
        while (close < text.length() && QUOTES.indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean closed = close < text.length();
        pieces.add(new Piece(closed ? Piece.Kind.PHRASE : Piece.Kind.BROKEN, at + 1, text.substring(at + 1, close)));
        at = closed ? close + 1 : close;
    }

    private void star() {
        if (at < text.length() && text.charAt(at) == '*') {
            sign(Piece.Kind.STAR);
        }
    }

    private void word() {
        int end = at;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        String written = text.substring(at, end);
        Optional<String> field = field(written);
        if (field.isPresent()) {
            pieces.add(new Piece(Piece.Kind.FIELD, at + 1, field.get()));
            at += field.get().length() + 1;
            return;
        }
        boolean star = written.length() > 1 && written.endsWith("*");
        String bare = star ? written.substring(0, written.length() - 1) : written;
        pieces.add(
                new Piece(OPERATORS.contains(written) ? Piece.Kind.valueOf(written) : Piece.Kind.WORD, at + 1, bare));
        at += bare.length();
        star();
    }

    /** The letters before a colon, if it begins so: {@code 10:30} does not, nor does an address. */
    private static Optional<String> field(String written) {
        int colon = written.indexOf(':');
        if (colon <= 0 || written.startsWith("//", colon + 1)) {
            return Optional.empty();
        }
        String name = written.substring(0, colon);
        return Optional.of(name).filter(n -> n.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')));
    }

    private static boolean isEnd(char c) {
        return isSpace(c) || c == '(' || c == ')' || QUOTES.indexOf(c) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** What is kept of a word or phrase: without case, one space between words, and no quote, which other signs may turn into. */
    static String canonical(String written) {
        String before = written;
        String now = lower(written);
        // What one round composes, another may put into lower case; after a few nothing changes any more.
        for (int round = 0; round < MOST_ROUNDS && !now.equals(before); round++) {
            before = now;
            now = lower(now);
        }
        return now;
    }

    private static String lower(String text) {
        return SPACES.matcher(Folding.lower(text, Language.UNKNOWN))
                .replaceAll(" ")
                .strip();
    }

    /** A word bare where it is cut out as it is, else between quotes. */
    static String write(String word, boolean open) {
        List<Piece> bare = of(word);
        boolean plain = bare.size() == 2
                && bare.getFirst().kind() == Piece.Kind.WORD
                && bare.getFirst().text().equals(word)
                && word.charAt(0) != '*';
        return (plain ? word : "\"" + word + "\"") + (open ? "*" : "");
    }
}
