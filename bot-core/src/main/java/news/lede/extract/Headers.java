package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the heads of articles inlined in a page by the sequence of blocks: publisher, age ("38 minutes ago"), perhaps the publisher again, a title, then a long
 * text; in any order, in one block or several. Class names play no part. Immutable.
 */
final class Headers {
    /** A longer block is prose, not part of a head. */
    private static final int LONGEST_TITLE = 40;

    private static final int LONGEST_PUBLISHER = 7;
    private static final int REACH = 4;
    /** A text shorter than this under a head is a teaser or a reader's comment, unless the head itself leaves no doubt. */
    private static final int SHORTEST_BODY = 60;

    /** Enough under a head that names its publisher twice, or that looks like one over a long text. */
    private static final int SHORTEST_SURE_BODY = 25;
    /** A page lists fewer; keeps comparing them with each other cheap. */
    private static final int MOST_HEADS = 200;
    /** So many blocks without a sentence are no longer the text. */
    private static final int MOST_IDLE = 8;

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
        for (int i = 0; i < blocks.size() && candidates.size() < MOST_HEADS; i++) {
            Block block = blocks.get(i);
            if (i >= free && block.text().length() <= 400) {
                Optional<Header> header = headerAround(blocks, i, free);
                if (header.isPresent()) {
                    candidates.add(header.get());
                    free = header.get().body();
                }
            }
        }
        List<Header> whole = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Header header = candidates.get(i);
            int next = i + 1 < candidates.size() ? candidates.get(i + 1).first() : blocks.size();
            whole.add(header.endingAt(textEnd(blocks, header.body(), next)));
        }
        Set<Integer> sureShapes = whole.stream()
                .filter(h -> isArticle(blocks, h, SHORTEST_BODY))
                .map(Header::blocks)
                .collect(Collectors.toSet());
        List<Header> found = whole.stream()
                .filter(h -> isArticle(
                        blocks,
                        h,
                        h.publisherTwice() || sureShapes.contains(h.blocks()) ? SHORTEST_SURE_BODY : SHORTEST_BODY))
                .toList();
        return isList(blocks, found) ? found : List.of();
    }

    /**
     * Two heads make a list of articles; one does after a section break ("Related Articles") or when it names its publisher twice. Before them must stand an
     * article: a head at the top of the page is that article's own.
     */
    private boolean isList(List<Block> blocks, List<Header> found) {
        if (found.isEmpty()) {
            return false;
        }
        Header first = found.getFirst();
        int prose = 0;
        int sectionBreak = -1;
        for (int i = 0; i < first.first(); i++) {
            prose += BodyFinder.isProse(blocks.get(i)) ? blocks.get(i).words() : 0;
            sectionBreak = prose > 0 && furniture.endsArticle(blocks.get(i)) ? i : sectionBreak;
        }
        boolean repeated = found.size() > 1
                && (found.stream().allMatch(Header::publisherTwice)
                        || found.stream().noneMatch(Header::publisherTwice)
                        || sectionBreak >= 0);
        boolean afterBreak = sectionBreak >= 0 && first.first() - sectionBreak <= REACH;
        return repeated || afterBreak || first.publisherTwice();
    }

    /** Where the prose under a head ends: at a section break, or where many blocks in a row are none. */
    private int textEnd(List<Block> blocks, int from, int to) {
        int end = from;
        int idle = 0;
        for (int i = from; i < to && idle < MOST_IDLE; i++) {
            if (furniture.endsArticle(blocks.get(i))) {
                break;
            }
            boolean prose = isText(blocks.get(i));
            idle = prose ? 0 : idle + 1;
            end = prose ? i + 1 : end;
        }
        return end;
    }

    private static boolean isText(Block block) {
        return BodyFinder.isProse(block) || Marks.endsSentence(block.text()) && BodyFinder.linkShare(block) < 0.5;
    }

    private static boolean isArticle(List<Block> blocks, Header header, int shortest) {
        int prose = 0;
        int all = 0;
        for (Block block : blocks.subList(header.body(), header.end())) {
            prose += isText(block) ? block.words() : 0;
            all += block.words();
        }
        boolean opens = blocks.subList(header.body(), Math.min(header.end(), header.body() + 3)).stream()
                .anyMatch(b -> b.words() >= 8);
        return opens && prose >= shortest && prose * 2 > all;
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
        if (publisher.isEmpty() || title.isEmpty() || (!twice && isPlainWord(when.get(), beside))) {
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
        Optional<RelativeTimes.Found> found = times.within(block.text(), block.tokens());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Token> tokens = block.tokens();
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
                && !(block.words() > 12 && Marks.endsStatement(block.text()))
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
        int from = 0;
        int to = text.length();
        while (from < to && isEdge(text.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || "·•|-–—/,:()>".indexOf(c) >= 0;
    }

    private static boolean same(Piece a, Piece b) {
        return a.text().equalsIgnoreCase(b.text());
    }

    private static long count(List<Piece> all, Piece piece) {
        return all.stream().filter(p -> same(p, piece)).count();
    }

    private Optional<Piece> publisher(List<Piece> before, List<Piece> beside, List<Piece> after, List<Piece> all) {
        Optional<Piece> twice =
                all.stream().filter(p -> isName(p) && count(all, p) > 1).findFirst();
        if (twice.isPresent()) {
            return twice;
        }
        Optional<Piece> sameBlock = beside.stream().filter(this::isName).findFirst();
        if (sameBlock.isPresent()) {
            return sameBlock;
        }
        if (!before.isEmpty() && isName(before.getLast()) && !before.getLast().heading()) {
            return Optional.of(before.getLast());
        }
        return after.stream().limit(1).filter(p -> isName(p) && !p.heading()).findFirst();
    }

    /** "Today" and "now" are words of many headlines: they tell an age only of a publisher named twice, "yesterday" also of one beside it. */
    private boolean isPlainWord(String when, List<Piece> beside) {
        boolean days = times.whole(when).map(age -> age.toDays() > 0).orElse(false);
        return Tokens.of(when).size() < 2 && !(days && !beside.isEmpty());
    }

    private boolean startsWithAge(String text) {
        return times.within(text)
                .filter(f -> f.firstToken() == 0 && f.tokens() > 1)
                .isPresent();
    }

    private boolean isName(Piece piece) {
        return Character.isLetterOrDigit(piece.text().codePointAt(0))
                && Marks.startsBig(piece.text())
                && piece.text().indexOf(':') < 0
                && times.within(piece.text()).isEmpty()
                && FactsReader.instant(piece.text(), true).isEmpty()
                && Tokens.words(piece.text()) <= LONGEST_PUBLISHER
                && !Marks.endsSentence(piece.text())
                && piece.text().codePoints().anyMatch(Character::isLetter);
    }

    private Optional<Piece> title(
            List<Piece> before, List<Piece> beside, List<Piece> after, Optional<Piece> publisher) {
        List<Piece> ordered = new ArrayList<>(after);
        ordered.addAll(beside);
        ordered.addAll(before.reversed());
        List<Piece> candidates = ordered.stream()
                .filter(p -> publisher.isEmpty() || !same(p, publisher.get()))
                .filter(p -> Tokens.words(p.text()) > 2 && Marks.startsBig(p.text()) && !startsWithAge(p.text()))
                .toList();
        Optional<Piece> heading = candidates.stream().filter(Piece::heading).findFirst();
        return heading.isPresent() ? heading : candidates.stream().findFirst();
    }
}
