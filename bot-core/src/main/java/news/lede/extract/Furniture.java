package news.lede.extract;

import java.util.ArrayList;
import java.util.List;

/** Knows the lines that belong to the page and not to the article: section breaks and stray labels. Immutable. */
final class Furniture {
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
        return breaks.isWhole(block.text()) || isCopyright(block.text());
    }

    private static boolean isCopyright(String text) {
        return text.length() < 300
                && (text.startsWith("©")
                        || text.startsWith("Copyright ")
                        || text.startsWith("(c) 20")
                        || text.startsWith("(C) 20"));
    }

    boolean isStray(Block block) {
        return strays.isWhole(block.text());
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
            if (isStray(block) && !(inSentence && perhapsLinks.isWhole(block.text()))) {
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
