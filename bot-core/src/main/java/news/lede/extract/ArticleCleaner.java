package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import news.lede.text.Language;

/** Makes clean paragraphs of an article's blocks, which hold no advertising any more; the one cleaner behind HTML and saved text. Immutable. */
final class ArticleCleaner {
    private static final int STRAY = 6;

    private final Furniture furniture;
    private final Polish polish = new Polish();

    ArticleCleaner(Furniture furniture) {
        this.furniture = furniture;
    }

    List<String> clean(List<Block> blocks, String title, Language language) {
        List<Block> whole = Fragments.rejoin(furniture.trim(blocks));
        List<String> out = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            Block block = whole.get(i);
            if (isStray(block) || (out.isEmpty() && isTitle(block, title))) {
                continue;
            }
            for (String paragraph : polish.polish(Spaces.tidy(block.text()))) {
                out.addAll(Paragraphs.split(paragraph, language));
            }
        }
        return out;
    }

    /** A few words that end no sentence, in a text that has no headings to be one of. */
    private static boolean isStray(Block block) {
        return block.home() == null
                && block.kind() == Block.Kind.TEXT
                && !Marks.endsSentence(block.text())
                && block.words() <= STRAY;
    }

    private static boolean isTitle(Block block, String title) {
        return Phrases.words(block.text()).equals(Phrases.words(title));
    }
}
