package news.lede.telegram;

import java.util.List;

/** Part of an answer that must not be torn: a title, a story, a line of a list. {@code close}: it follows the block before it without an empty line. */
record Block(List<Html> nodes, boolean close) {
    Block {
        nodes = List.copyOf(nodes);
    }

    static Block of(Html... nodes) {
        return new Block(List.of(nodes), false);
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

    void write(StringBuilder out) {
        nodes.forEach(n -> n.write(out));
    }
}
