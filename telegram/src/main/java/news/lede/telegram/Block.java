package news.lede.telegram;

import java.util.List;

/**
 * Part of an answer that must not be torn: a title, a story, a line of a list. {@code close}: it follows the block before it without an empty line. {@code folded}: it
 * stands, with those beside it, in a quote that opens when tapped on.
 */
record Block(List<Html> nodes, boolean close, boolean folded) {
    Block {
        nodes = List.copyOf(nodes);
    }

    Block(List<Html> nodes, boolean close) {
        this(nodes, close, false);
    }

    static Block of(Html... nodes) {
        return new Block(List.of(nodes), false);
    }

    /** The same within a quote that opens when tapped on. */
    Block fold() {
        return new Block(nodes, close, true);
    }

    boolean isBlank() {
        return nodes.stream().allMatch(Html::isBlank);
    }

    int length() {
        return nodes.stream().mapToInt(Html::length).sum();
    }

    int entities() {
        return nodes.stream().mapToInt(Html::entities).sum();
    }

    int detected() {
        return nodes.stream().mapToInt(Html::detected).sum();
    }

    void write(StringBuilder out) {
        nodes.forEach(n -> n.write(out));
    }
}
