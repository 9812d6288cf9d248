package news.lede.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts the boxes of advertising networks out of a run of blocks, inside sentences too.
 *
 * <p>A box reads "by Net by Net Sponsored Links Sponsored Links You May Like HEADLINE ADVERTISER Read More Undo". It is known by its start: labels of
 * {@code ad-starts.txt} side by side or said twice (two phrases said twice are a start in any language), and by its end: calls to action of
 * {@code ad-ends.txt} within {@link #LONGEST_RUN} words. Where the call to action is in no list, the words that follow every start on the page
 * are taken for it. A sentence that merely names a network has neither start nor end, and stays. Blocks are read as one stream, so a box may be a part of a
 * paragraph or a series of blocks. Linear in the text. Immutable.
 */
final class AdRuns {
    private static final int LONGEST_RUN = 60;
    private static final int LONGEST_DOUBLED = 7;
    private static final int LONGEST_SHARED_END = 5;
    /** Enough boxes to learn from; keeps a page of nothing but boxes cheap. */
    private static final int MOST_COMPARED = 20;
    /** Within so many characters a quotation that is open is looked for. */
    private static final int LOOKED_BACK = 1000;
    /** A lone label is no proof; with a call to action this near it is. */
    private static final int LONGEST_WEAK_RUN = 30;

    private final Phrases starts;
    private final Phrases certain;
    private final Phrases ends;

    AdRuns() {
        List<String> lines = Resources.lines("ad-starts.txt");
        starts = new Phrases(
                lines.stream().map(l -> l.startsWith("!") ? l.substring(1) : l).toList());
        certain = new Phrases(lines.stream()
                .filter(l -> l.startsWith("!"))
                .map(l -> l.substring(1))
                .toList());
        ends = Phrases.load("ad-ends.txt");
    }

    /** Words {@code first} to before {@code next}, and how sure it is that an advertisement begins there. */
    private record Start(int first, int next, int weight, boolean listed) {}

    private record Cut(int from, int to) {}

    List<Block> cut(List<Block> blocks) {
        StringBuilder joined = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (Block block : blocks) {
            int offset = joined.length();
            offsets.add(offset);
            block.tokens().forEach(t -> tokens.add(new Token(offset + t.start(), offset + t.end(), t.folded())));
            joined.append(block.text()).append('\n');
        }
        String stream = joined.toString();
        List<Cut> cuts = find(stream, tokens);
        if (cuts.isEmpty()) {
            return blocks;
        }
        List<Block> kept = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            int from = offsets.get(i);
            while (first < cuts.size() && cuts.get(first).to() <= from) {
                first++;
            }
            String left = without(cuts, first, stream, from, from + block.text().length());
            if (left.equals(block.text())) {
                kept.add(block);
            } else if (Tokens.words(left) > 0) {
                kept.add(block.withText(left));
            }
        }
        return kept;
    }

    /** The text without its boxes. */
    String cut(String text) {
        return without(find(text, Tokens.of(text)), 0, text, 0, text.length());
    }

    /** The stretch from {@code from} to {@code to} without what the cuts take of it; {@code first} is the first cut that may reach into it. */
    private static String without(List<Cut> cuts, int first, String stream, int from, int to) {
        StringBuilder left = new StringBuilder();
        int at = from;
        for (int i = first; i < cuts.size() && cuts.get(i).from() < to; i++) {
            Cut cut = cuts.get(i);
            if (cut.to() > at) {
                append(left, stream.substring(at, Math.max(at, cut.from())));
                at = Math.min(to, cut.to());
            }
        }
        append(left, stream.substring(at, to));
        return Spaces.tidy(left.toString());
    }

    /** Appends with a space between where one belongs; that is told from the last words before. */
    private static void append(StringBuilder left, String right) {
        String after = right.strip();
        if (after.isEmpty()) {
            return;
        }
        if (!left.isEmpty()) {
            String before = left.substring(Math.max(0, left.length() - LOOKED_BACK));
            left.append(Fragments.isTight(before, after) ? "" : " ");
        }
        left.append(after);
    }

    private List<Cut> find(String stream, List<Token> tokens) {
        List<Start> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); ) {
            Start start = startAt(stream, tokens, at);
            if (start.weight() > 0) {
                found.add(start);
            }
            at = Math.max(at + 1, start.next());
        }
        List<String> shared = sharedEnd(stream, tokens, found);
        List<Cut> cuts = new ArrayList<>();
        int done = 0;
        for (Start start : found) {
            if (start.first() >= done) {
                Optional<Integer> end = endOf(stream, tokens, start, shared);
                if (end.isPresent()) {
                    cuts.add(cut(stream, tokens, start.first(), end.get()));
                    done = end.get();
                }
            }
        }
        return cuts;
    }

    private static Cut cut(String stream, List<Token> tokens, int first, int next) {
        int from = tokens.get(first).start();
        while (from > 0 && " >|•·:*([–—-".indexOf(stream.charAt(from - 1)) >= 0) {
            from--;
        }
        int to = tokens.get(next - 1).end();
        // The mark of a sentence that ended before the box is there already.
        if (Marks.endsSentence(stream.substring(Math.max(0, from - 4), from)) || from == 0) {
            while (to < stream.length() && Marks.isTerminal(stream.charAt(to))) {
                to++;
            }
        }
        while (to < stream.length() && " >|•·»›→…:*)]–—-".indexOf(stream.charAt(to)) >= 0) {
            to++;
        }
        return new Cut(from, to);
    }

    private Start startAt(String stream, List<Token> tokens, int first) {
        int next = first;
        int weight = 0;
        boolean listed = false;
        while (next < tokens.size() && (next == first || !sentenceEndsBetween(stream, tokens, next - 1, next))) {
            int label = starts.matchAt(tokens, next);
            // A label may begin with a small letter only when it names who serves the box ("by …").
            if (label == 1 && next == first && !capital(stream, tokens.get(next)) && !starts(certain, tokens, next)) {
                label = 0;
            }
            int size = label > 0 ? label : doubledAt(stream, tokens, next);
            if (size == 0) {
                break;
            }
            boolean doubled = repeats(stream, tokens, next, size);
            weight += starts(certain, tokens, next) || (doubled && label > 0) ? 2 : 1;
            listed |= label > 0;
            next += doubled ? 2 * size : size;
        }
        return new Start(first, next, weight, listed);
    }

    private static boolean starts(Phrases phrases, List<Token> tokens, int at) {
        return phrases.matchAt(tokens, at) > 0;
    }

    /** The length of the phrase that stands twice in a row at {@code at}, 0 for none. */
    private static int doubledAt(String stream, List<Token> tokens, int at) {
        for (int size = Math.min(LONGEST_DOUBLED, (tokens.size() - at) / 2); size > 0; size--) {
            // Numbers side by side are scores and records.
            if (repeats(stream, tokens, at, size) && !isNumbers(tokens, at, size)) {
                return size;
            }
        }
        return 0;
    }

    private static boolean isNumbers(List<Token> tokens, int at, int size) {
        return tokens.subList(at, at + size).stream().allMatch(t -> t.folded().equals(Token.NUMBER));
    }

    private static boolean repeats(String stream, List<Token> tokens, int at, int size) {
        if (at + 2 * size > tokens.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!tokens.get(at + i).folded().equals(tokens.get(at + size + i).folded())) {
                return false;
            }
        }
        for (int i = at + 1; i < at + 2 * size; i++) {
            if (punctuationBetween(stream, tokens, i - 1, i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Integer> endOf(String stream, List<Token> tokens, Start start, List<String> shared) {
        boolean weak = start.weight() < 2;
        int limit = Math.min(tokens.size(), start.next() + 2 * LONGEST_RUN);
        int words = 0;
        for (int at = start.next(); at < limit && words <= 2 * (weak ? LONGEST_WEAK_RUN : LONGEST_RUN); at++) {
            if (weak && at > start.next() && sentenceEndsBetween(stream, tokens, at - 1, at)) {
                return Optional.empty();
            }
            words += Tokens.isUnspaced(stream.codePointAt(tokens.get(at).start())) ? 1 : 2;
            if (capital(stream, tokens.get(at)) && ends.matchAt(tokens, at) > 0) {
                return Optional.of(lastEnd(stream, tokens, at));
            }
        }
        if (weak) {
            return Optional.empty();
        }
        int known = shared.isEmpty() ? -1 : indexOf(shared, tokens, start);
        if (known >= 0) {
            return Optional.of(known + shared.size());
        }
        // Phrases said twice and nothing else: a menu, or a style.
        return start.listed() ? Optional.of(withoutEnd(stream, tokens, start)) : Optional.empty();
    }

    /** The end of the calls to action that stand in a row from {@code at} on. */
    private int lastEnd(String stream, List<Token> tokens, int at) {
        int next = at;
        while (next < tokens.size()
                && (next == at || capital(stream, tokens.get(next)))
                && ends.matchAt(tokens, next) > 0
                && (next == at || !sentenceEndsBetween(stream, tokens, next - 1, next))) {
            next += ends.matchAt(tokens, next);
        }
        return next;
    }

    /**
     * The longest series of at least two words that follows at least two starts for which no call to action is known; the nearer one of equals. The
     * same advertising box on one page ends with the same buttons, whatever the language.
     */
    private List<String> sharedEnd(String stream, List<Token> tokens, List<Start> found) {
        List<Start> endless = found.stream()
                .filter(s -> s.weight() > 1 && !hasListedEnd(stream, tokens, s))
                .limit(MOST_COMPARED)
                .toList();
        for (int size = LONGEST_SHARED_END; size > 1; size--) {
            Set<List<String>> seen = new HashSet<>();
            for (Start start : endless) {
                List<List<String>> here = new ArrayList<>();
                for (int at = start.next(); at + size <= windowEnd(tokens, start); at++) {
                    if (capital(stream, tokens.get(at))) {
                        here.add(folded(tokens, at, size));
                    }
                }
                Optional<List<String>> again =
                        here.stream().filter(seen::contains).findFirst();
                if (again.isPresent()) {
                    return again.get();
                }
                seen.addAll(here);
            }
        }
        return List.of();
    }

    private boolean hasListedEnd(String stream, List<Token> tokens, Start start) {
        for (int at = start.next(); at < windowEnd(tokens, start); at++) {
            if (capital(stream, tokens.get(at)) && ends.matchAt(tokens, at) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int windowEnd(List<Token> tokens, Start start) {
        return Math.min(tokens.size(), start.next() + LONGEST_RUN);
    }

    private static List<String> folded(List<Token> tokens, int at, int size) {
        return tokens.subList(at, at + size).stream().map(Token::folded).toList();
    }

    private static int indexOf(List<String> words, List<Token> tokens, Start start) {
        for (int at = start.next(); at + words.size() <= windowEnd(tokens, start); at++) {
            if (folded(tokens, at, words.size()).equals(words)) {
                return at;
            }
        }
        return -1;
    }

    /**
     * No call to action is known: what follows the labels up to the end of the sentence is the advertised headline with, it may be, the start of
     * the article's next sentence glued to it. One sentence less is better than one that the publisher never wrote.
     */
    private static int withoutEnd(String stream, List<Token> tokens, Start start) {
        int next = start.next();
        while (next < tokens.size()
                && next - start.next() < LONGEST_RUN
                && (next == start.next() || !sentenceEndsBetween(stream, tokens, next - 1, next))) {
            next++;
        }
        return next - start.next() < LONGEST_RUN ? next : start.next();
    }

    private static boolean capital(String stream, Token token) {
        int first = stream.codePointAt(token.start());
        return !Character.isLowerCase(first);
    }

    private static boolean sentenceEndsBetween(String stream, List<Token> tokens, int left, int right) {
        for (int i = tokens.get(left).end(); i < tokens.get(right).start(); i++) {
            if (Marks.isTerminal(stream.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean punctuationBetween(String stream, List<Token> tokens, int left, int right) {
        for (int i = tokens.get(left).end(); i < tokens.get(right).start(); i++) {
            if (".,;:!?…。，、；：！？\"“”'’‘".indexOf(stream.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
