package news.lede.extract;

import java.util.List;
import java.util.Optional;

/**
 * The headline of an article.
 *
 * @param next the first block after it and what belongs to it
 * @param when words beside it that tell when the article was published
 * @param stated whether it stands apart as a headline does; otherwise it is the first sentence
 */
record TitleLine(String text, int next, Optional<String> when, boolean stated) {
    private static final int LONGEST = 40;
    private static final int SHORTEST = 3;
    private static final int LONGEST_CUT = 200;

    /** The headline of saved text: of the lines above the first sentence, the first that is long enough. */
    static TitleLine saved(List<Block> blocks, RelativeTimes times) {
        int prose = 0;
        while (prose < blocks.size() && !isSentence(blocks.get(prose))) {
            prose++;
        }
        int title = -1;
        Optional<String> when = Optional.empty();
        for (int i = 0; i < Math.min(prose, blocks.size()); i++) {
            String line = blocks.get(i).text();
            if (times.whole(line).isPresent()
                    || (line.length() < 60 && FactsReader.instant(line, true).isPresent())) {
                when = Optional.of(line);
            } else if (title < 0 && isHeadline(blocks.get(i))) {
                title = i;
            }
        }
        if (title >= 0) {
            int next = title + 1;
            while (next < prose
                    && blocks.get(next).words() <= SHORTEST
                    && when.filter(blocks.get(next).text()::equals).isPresent()) {
                next++;
            }
            return new TitleLine(blocks.get(title).text(), next, when, true);
        }
        if (blocks.isEmpty()) {
            return new TitleLine("", 0, when, false);
        }
        int first = Math.min(prose, blocks.size() - 1);
        return new TitleLine(cut(blocks.get(first).text()), first, when, false);
    }

    private static boolean isHeadline(Block block) {
        return block.words() >= SHORTEST
                && block.words() <= LONGEST
                && !block.text().endsWith(":");
    }

    private static boolean isSentence(Block block) {
        return block.words() > LONGEST
                || (block.words() > 8
                        && Marks.endsSentence(block.text())
                        && block.text().endsWith("."))
                || block.words() > 18;
    }

    /** The headline of a page: what its marks agree on, without the site's name when a line of the page shows it so. */
    static String html(List<Block> blocks, PageFacts facts) {
        if (facts.title().isEmpty()) {
            return blocks.stream()
                    .filter(TitleLine::isHeadline)
                    .findFirst()
                    .map(Block::text)
                    .orElse("");
        }
        String title = facts.title().get();
        return blocks.stream()
                .limit(60)
                .map(Block::text)
                .filter(t -> t.length() < title.length()
                        && t.length() * 2 > title.length()
                        && title.startsWith(t)
                        && Tokens.words(t) >= SHORTEST)
                .findFirst()
                .orElse(title);
    }

    private static String cut(String text) {
        String first = text.split("(?<=[.!?。！？])\\s", 2)[0];
        if (first.length() <= LONGEST_CUT) {
            return first;
        }
        int space = first.lastIndexOf(' ', LONGEST_CUT);
        return first.substring(0, space > 0 ? space : LONGEST_CUT) + "…";
    }
}
