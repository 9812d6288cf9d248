package news.lede.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rejoins sentences that were broken where a link stood.
 *
 * <p>"presidents Donald" / "Trump" / "and" / "Vladimir Putin" / "." becomes one sentence. A block joins the one before when that one is an open sentence, or
 * when it can itself only be the middle of one. A short block after a finished sentence is a link that opens the next sentence when what follows
 * goes on in the middle of one or, where letters have no case, when its words are found elsewhere in the text; otherwise it is page furniture or a
 * heading. Pure.
 */
final class Fragments {
    private static final int SHORT = 7;
    /** No sentence is longer; keeps joining linear. */
    private static final int LONGEST_JOINED = 3000;

    /** A page of more blocks is no article; looking each up in all would not be linear. */
    private static final int MOST_LOOKED_UP = 500;

    private Fragments() {}

    /** The blocks with their sentences whole. */
    static List<Block> rejoin(List<Block> blocks) {
        List<Block> out = new ArrayList<>();
        Set<String> inProse = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kind() == Block.Kind.HEADING
                    || out.isEmpty()
                    || out.getLast().kind() == Block.Kind.HEADING) {
                out.add(block);
                continue;
            }
            Block last = out.getLast();
            boolean open = !Marks.endsSentence(last.text());
            if (!open || !mayJoin(last, block) || last.text().length() > LONGEST_JOINED) {
                out.add(block);
                continue;
            }
            if (Marks.continuesSentence(block.text()) || isProse(last) || startsInProse(last)) {
                out.set(out.size() - 1, last.withText(join(last.text(), block.text())));
                continue;
            }
            if (!Marks.isCased(last.text() + block.text())) {
                if (inProse == null) {
                    inProse = prose(blocks);
                }
                if (inProse.contains(last.text())) {
                    out.set(out.size() - 1, last.withText(join(last.text(), block.text())));
                    continue;
                }
            }
            out.add(block);
        }
        return out;
    }

    /**
     * The blocks of a page with sentences whole where each link stands in an element of its own. Stricter than {@link #rejoin}, since a page holds much that is
     * no text: only neighbours in one element join, and only when the second, or what follows it closely, is the middle of a sentence. An age ("hace 38
     * minutos") begins small without being the middle of anything.
     */
    static List<Block> relink(List<Block> blocks, RelativeTimes times) {
        List<Block> out = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!out.isEmpty()
                    && isLinked(out.getLast(), blocks, i)
                    && times.whole(block.text()).isEmpty()
                    && times.whole(out.getLast().text()).isEmpty()) {
                Block last = out.removeLast();
                out.add(last.joined(block, join(last.text(), block.text())));
            } else {
                out.add(block);
            }
        }
        return out;
    }

    private static boolean isLinked(Block last, List<Block> blocks, int at) {
        Block block = blocks.get(at);
        if (!areNeighbours(last, block)
                || Marks.endsSentence(last.text())
                || last.text().length() > LONGEST_JOINED) {
            return false;
        }
        if (Marks.continuesSentence(block.text())) {
            return last.words() > 3 || block.words() > 4;
        }
        if (last.words() <= SHORT || looksLikeHeading(last.text())) {
            return false;
        }
        if (!Marks.isCased(last.text() + block.text())) {
            return true;
        }
        for (int i = at; i < Math.min(blocks.size(), at + 3) && blocks.get(i).words() <= SHORT; i++) {
            if (i > at
                    && areNeighbours(last, blocks.get(i))
                    && Marks.continuesSentence(blocks.get(i).text())) {
                return true;
            }
            if (i + 1 < blocks.size()
                    && areNeighbours(last, blocks.get(i + 1))
                    && Marks.continuesSentence(blocks.get(i + 1).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean areNeighbours(Block a, Block b) {
        return a.kind() == Block.Kind.TEXT
                && b.kind() == Block.Kind.TEXT
                && a.home() != null
                && b.home() != null
                && (a.home() == b.home()
                        || a.home().parent() == b.home().parent()
                        || a.home().parent() == b.home()
                        || b.home().parent() == a.home());
    }

    private static boolean mayJoin(Block last, Block next) {
        return last.kind() == next.kind() || Marks.continuesSentence(next.text());
    }

    /** Whether the block is long enough to be an open sentence rather than a heading or a label. */
    private static boolean isProse(Block block) {
        return block.words() > SHORT && !looksLikeHeading(block.text());
    }

    private static boolean startsInProse(Block block) {
        return block.text().endsWith(",")
                || block.text().endsWith("，")
                || block.text().endsWith("、");
    }

    /** Title case: nearly every longer word begins with a capital. */
    static boolean looksLikeHeading(String text) {
        int longer = 0;
        int capital = 0;
        for (String word : text.split(" ")) {
            if (word.length() > 3) {
                longer++;
                capital += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
            }
        }
        return longer > 2 && capital * 10 >= longer * 9;
    }

    private static Set<String> prose(List<Block> blocks) {
        Set<String> found = new HashSet<>();
        if (blocks.size() > MOST_LOOKED_UP) {
            return found;
        }
        StringBuilder all = new StringBuilder();
        for (Block block : blocks) {
            if (block.words() > SHORT) {
                all.append(block.text()).append('\n');
            }
        }
        for (Block block : blocks) {
            if (block.words() <= SHORT && all.indexOf(block.text()) >= 0) {
                found.add(block.text());
            }
        }
        return found;
    }

    /** Two pieces of one sentence, with a space between them where the script and the marks want one. */
    static String join(String left, String right) {
        return isTight(left, right) ? left + right : left + " " + right;
    }

    /** Whether no space belongs between the two. */
    static boolean isTight(String left, String right) {
        boolean quoteCloses = (right.startsWith("\"") || right.startsWith("'"))
                && left.chars().filter(c -> c == right.charAt(0)).count() % 2 == 1;
        int before = left.codePointBefore(left.length());
        int after = right.codePointAt(0);
        boolean unspaced = (Tokens.isUnspaced(before) && Tokens.isUnspaced(after))
                || isWide(before)
                || (Tokens.isUnspaced(before) && isWide(after));
        return unspaced
                || quoteCloses
                || Marks.startsWithClosing(right)
                || Marks.endsWithOpening(left)
                        && left.length() > 1
                        && left.charAt(left.length() - 1) != '-'
                        && left.charAt(left.length() - 1) != '–'
                        && left.charAt(left.length() - 1) != '—';
    }

    /** Full-width marks carry their own space. */
    private static boolean isWide(int code) {
        return (code >= 0x3001 && code <= 0x301F) || (code >= 0xFF01 && code <= 0xFF60);
    }
}
