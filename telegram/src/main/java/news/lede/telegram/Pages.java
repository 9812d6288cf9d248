package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;

/** Lays blocks out on as few messages as the service's limits allow, never tearing a block. */
final class Pages {
    /** After entity parsing, in UTF-16 code units. */
    static final int MAX_LENGTH = 4096;
    /** Those beyond are dropped without a word; some room is left for what the service finds by itself. */
    static final int MAX_ENTITIES = 90;

    private final List<String> done = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private int length;
    private int entities;

    private Pages() {}

    /**
     * The HTML of each message, in order; blank blocks are left out.
     *
     * @throws IllegalArgumentException if a block alone is beyond a limit: whoever builds blocks keeps them short
     */
    static List<String> of(List<Block> blocks) {
        Pages pages = new Pages();
        blocks.stream().filter(b -> !b.isBlank()).forEach(pages::add);
        pages.turn();
        return List.copyOf(pages.done);
    }

    private void add(Block block) {
        if (block.length() > MAX_LENGTH || block.entities() > MAX_ENTITIES) {
            throw new IllegalArgumentException(
                    "a block of " + block.length() + " characters and " + block.entities() + " entities");
        }
        int gap = block.close() ? 1 : 2;
        if (length + gap + block.length() > MAX_LENGTH || entities + block.entities() > MAX_ENTITIES) {
            turn();
        }
        if (length > 0) {
            page.append("\n".repeat(gap));
            length += gap;
        }
        block.write(page);
        length += block.length();
        entities += block.entities();
    }

    private void turn() {
        if (length > 0) {
            done.add(page.toString());
            page.setLength(0);
            length = 0;
            entities = 0;
        }
    }
}
