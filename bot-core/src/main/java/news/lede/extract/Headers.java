package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the heads of articles inlined in a page by the sequence of blocks: publisher, age ("38 minutes ago"), perhaps the publisher again, a title, then a long
 * text; in any order, in one block or several. Class names play no part. Immutable.
 */
final class Headers {
    /** A longer block is prose, not part of a head. */
    private static final int LONGEST_TITLE = 40;

    private static final int LONGEST_PUBLISHER = 7;
    private static final int REACH = 4;
    /** A text shorter than this under a head is a teaser or a reader's comment. */
    private static final int SHORTEST_BODY = 40;

    private final RelativeTimes times;
    private final Furniture furniture;

    Headers(RelativeTimes times, Furniture furniture) {
        this.times = times;
        this.furniture = furniture;
    }

    private record Piece(int block, String text, boolean heading, boolean besideTime) {}

    /** The heads in order, each with enough text under it to be an article. */
    List<Header> find(List<Block> blocks) {
        List<Header> candidates = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (i >= free && block.text().length() <= 400) {
                Optional<Header> header = headerAround(blocks, i, free);
                if (header.isPresent()) {
                    candidates.add(header.get());
                    free = header.get().body();
                }
            }
        }
        List<Header> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Header header = candidates.get(i);
            int end = i + 1 < candidates.size() ? candidates.get(i + 1).first() : blocks.size();
            if (words(blocks, header.body(), end) >= SHORTEST_BODY) {
                found.add(header);
            }
        }
        return found;
    }

    private int words(List<Block> blocks, int from, int to) {
        int words = 0;
        for (int i = from; i < to && !furniture.endsArticle(blocks.get(i)); i++) {
            if (blocks.get(i).words() > 7) {
                words += blocks.get(i).words();
            }
        }
        return words;
    }

    private Optional<Header> headerAround(List<Block> blocks, int at, int free) {
        Block block = blocks.get(at);
        List<Piece> beside = new ArrayList<>();
        Optional<String> when = timeOf(block, at, beside);
        if (when.isEmpty()) {
            return Optional.empty();
        }
        int first = at;
        while (first > free && at - first < REACH && isHeadPart(blocks.get(first - 1))) {
            first--;
        }
        List<Piece> before = new ArrayList<>();
        for (int i = first; i < at; i++) {
            pieces(blocks.get(i), i, before);
        }
        List<Piece> after = new ArrayList<>();
        for (int i = at + 1; i < blocks.size() && i - at <= REACH && isHeadPart(blocks.get(i)); i++) {
            pieces(blocks.get(i), i, after);
        }
        List<Piece> all = new ArrayList<>(before);
        all.addAll(beside);
        all.addAll(after);
        Optional<Piece> publisher = publisher(before, beside, after, all);
        boolean twice = publisher.isPresent() && count(all, publisher.get()) > 1;
        Optional<Piece> title = title(before, beside, after, publisher);
        if (publisher.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        int body = Math.max(at, title.get().block()) + 1;
        for (Piece piece : after) {
            if (same(piece, publisher.get()) && piece.block() < body + 2) {
                body = Math.max(body, piece.block() + 1);
            }
        }
        int start = at;
        for (Piece piece : before) {
            if (same(piece, publisher.get()) || piece.equals(title.get())) {
                start = Math.min(start, piece.block());
            }
        }
        return body < blocks.size()
                ? Optional.of(new Header(
                        start,
                        body,
                        title.get().text(),
                        Optional.of(publisher.get().text()),
                        when.get(),
                        twice))
                : Optional.empty();
    }

    /** The words of the block that tell an age, if they stand by themselves in it; what else it holds goes to {@code beside}. */
    private Optional<String> timeOf(Block block, int at, List<Piece> beside) {
        for (String part : block.parts()) {
            if (block.parts().size() > 1 && times.whole(part).isPresent()) {
                for (String other : block.parts()) {
                    if (!other.equals(part)) {
                        piece(other, at, false, true, beside);
                    }
                }
                return Optional.of(part);
            }
        }
        if (times.whole(block.text()).isPresent()) {
            return Optional.of(block.text());
        }
        Optional<RelativeTimes.Found> found = times.within(block.text());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Token> tokens = Tokens.of(block.text());
        int from = tokens.get(found.get().firstToken()).start();
        int to = tokens.get(found.get().firstToken() + found.get().tokens() - 1).end();
        String left = block.text().substring(0, from);
        String right = block.text().substring(to);
        boolean apart = isApart(left, true) && isApart(right, false);
        if (!apart && !startsAlike(left, right)) {
            return Optional.empty();
        }
        String publisher = bare(left);
        if (startsAlike(left, right)) {
            piece(publisher, at, false, true, beside);
            piece(publisher, at, false, true, beside);
            piece(bare(right).substring(publisher.length()), at, false, true, beside);
        } else {
            piece(left, at, false, true, beside);
            piece(right, at, false, true, beside);
        }
        return Optional.of(block.text().substring(from, to));
    }

    /** Whether what stands beside the time is parted from it by a mark, or is nothing. */
    private static boolean isApart(String side, boolean left) {
        String bare = side.strip();
        if (bare.isEmpty()) {
            return true;
        }
        char edge = left ? bare.charAt(bare.length() - 1) : bare.charAt(0);
        return "·•|-–—/,:(>".indexOf(edge) >= 0 && Tokens.words(bare) <= LONGEST_TITLE;
    }

    private static boolean startsAlike(String left, String right) {
        String publisher = bare(left);
        return !publisher.isEmpty()
                && Tokens.words(publisher) <= LONGEST_PUBLISHER
                && bare(right).toLowerCase(Locale.ROOT).startsWith(publisher.toLowerCase(Locale.ROOT));
    }

    private boolean isHeadPart(Block block) {
        return block.words() <= LONGEST_TITLE
                && !(block.words() > 12 && block.text().endsWith("."))
                && !furniture.endsArticle(block);
    }

    private static void pieces(Block block, int at, List<Piece> out) {
        piece(block.text(), at, block.kind() == Block.Kind.HEADING, false, out);
    }

    private static void piece(String text, int at, boolean heading, boolean besideTime, List<Piece> out) {
        String bare = bare(text);
        if (!bare.isEmpty()) {
            out.add(new Piece(at, bare, heading, besideTime));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("^[\\s·•|\\-–—/,:()>]+|[\\s·•|\\-–—/,:()>]+$", "");
    }

    private static boolean same(Piece a, Piece b) {
        return a.text().equalsIgnoreCase(b.text());
    }

    private static long count(List<Piece> all, Piece piece) {
        return all.stream().filter(p -> same(p, piece)).count();
    }

    private static Optional<Piece> publisher(
            List<Piece> before, List<Piece> beside, List<Piece> after, List<Piece> all) {
        Optional<Piece> twice =
                all.stream().filter(p -> isName(p) && count(all, p) > 1).findFirst();
        if (twice.isPresent()) {
            return twice;
        }
        Optional<Piece> sameBlock = beside.stream().filter(Headers::isName).findFirst();
        if (sameBlock.isPresent()) {
            return sameBlock;
        }
        if (!before.isEmpty() && isName(before.getLast()) && !before.getLast().heading()) {
            return Optional.of(before.getLast());
        }
        return after.stream().limit(1).filter(p -> isName(p) && !p.heading()).findFirst();
    }

    private static boolean isName(Piece piece) {
        return Tokens.words(piece.text()) <= LONGEST_PUBLISHER
                && !Marks.endsSentence(piece.text())
                && piece.text().codePoints().anyMatch(Character::isLetter);
    }

    private static Optional<Piece> title(
            List<Piece> before, List<Piece> beside, List<Piece> after, Optional<Piece> publisher) {
        List<Piece> ordered = new ArrayList<>(after);
        ordered.addAll(beside);
        ordered.addAll(before.reversed());
        List<Piece> candidates = ordered.stream()
                .filter(p -> publisher.isEmpty() || !same(p, publisher.get()))
                .filter(p -> Tokens.words(p.text()) > 1)
                .toList();
        Optional<Piece> heading = candidates.stream().filter(Piece::heading).findFirst();
        return heading.isPresent() ? heading : candidates.stream().findFirst();
    }
}
