package news.lede.extract;

import java.util.ArrayList;
import java.util.List;

/** Knows the lines that belong to the page and not to the article: section breaks and stray labels. Immutable. */
final class Furniture {
    private static final int LONGEST_POINTER = 40;

    private final Phrases breaks = Phrases.load("section-breaks.txt");
    private final Phrases strays;
    private final Phrases perhapsLinks;

    Furniture() {
        List<String> lines = Resources.lines("furniture.txt");
        strays = new Phrases(
                lines.stream().map(l -> l.startsWith("?") ? l.substring(1) : l).toList());
        perhapsLinks = new Phrases(lines.stream()
                .filter(l -> l.startsWith("?"))
                .map(l -> l.substring(1))
                .toList());
    }

    /** Whether an article ends before this block. */
    boolean endsArticle(Block block) {
        return breaks.isWhole(block) || isCopyright(block.text());
    }

    /** Whether the block points to another article: "Read more: …", "Lesen Sie auch: …". */
    boolean isPointer(Block block) {
        int colon = block.text().indexOf(':');
        if (colon < 1 || colon > 40 || block.words() > LONGEST_POINTER) {
            return false;
        }
        String label = block.text().substring(0, colon);
        return breaks.isWhole(label) || (strays.isWhole(label) && !perhapsLinks.isWhole(label));
    }

    private static boolean isCopyright(String text) {
        return text.length() < 300
                && (text.startsWith("©")
                        || text.startsWith("Copyright ")
                        || text.startsWith("(c) 20")
                        || text.startsWith("(C) 20"));
    }

    /** Whether a stray label may also be a link within a sentence. */
    boolean mayBeLink(Block block) {
        return perhapsLinks.isWhole(block);
    }

    boolean isStray(Block block) {
        return strays.isWhole(block);
    }

    /** The blocks without stray labels, up to the first section break that follows a block of prose. */
    List<Block> trim(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        boolean prose = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean inSentence = goesOnAround(blocks, i);
            if (endsArticle(block) && !inSentence) {
                if (prose) {
                    break;
                }
                continue;
            }
            if (isPointer(block) && !inSentence) {
                continue;
            }
            if (isStray(block) && !(inSentence && perhapsLinks.isWhole(block))) {
                continue;
            }
            prose |= Marks.endsSentence(block.text()) && block.words() > 5;
            kept.add(block);
        }
        return kept;
    }

    private static boolean goesOnAround(List<Block> blocks, int at) {
        return at > 0
                && at + 1 < blocks.size()
                && !Marks.endsSentence(blocks.get(at - 1).text())
                && Marks.continuesSentence(blocks.get(at + 1).text());
    }
}
