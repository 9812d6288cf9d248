package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;

/** Lays blocks out on as few messages as the service's limits allow, never tearing a block. */
final class Pages {
    /** After entity parsing, in UTF-16 code units. */
    static final int MAX_LENGTH = 4096;
    /** The service keeps 100, counting in order what is marked up and what it finds by itself, and drops the others without a word. */
    static final int MAX_ENTITIES = 100;

    private static final String OPENED = "<blockquote expandable>";
    private static final String CLOSED = "</blockquote>";

    private final List<String> done = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private int length;
    private int entities;
    private boolean folded;

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
        int marked = block.entities() + (block.folded() ? 1 : 0);
        if (block.length() > MAX_LENGTH || marked > MAX_ENTITIES) {
            throw new IllegalArgumentException(
                    "a block of " + block.length() + " characters and " + marked + " entities");
        }
        int gap = block.close() ? 1 : 2;
        int more = marked + block.detected();
        if (length + gap + block.length() > MAX_LENGTH || entities + more > MAX_ENTITIES) {
            turn();
        }
        if (folded && !block.folded()) {
            unfold();
        }
        if (length > 0) {
            page.append("\n".repeat(gap));
            length += gap;
        }
        if (block.folded() && !folded) {
            page.append(OPENED);
            folded = true;
        }
        block.write(page);
        length += block.length();
        entities += more;
    }

    private void unfold() {
        if (folded) {
            page.append(CLOSED);
            folded = false;
        }
    }

    private void turn() {
        unfold();
        if (length > 0) {
            done.add(page.toString());
            page.setLength(0);
            length = 0;
            entities = 0;
        }
    }
}
