package news.lede.extract;

import java.util.Arrays;
import java.util.List;

/**
 * A sum of small decision trees over numbers, as a chance. Immutable.
 *
 * <p>Written as one line a tree, node before its two branches: {@code feature<threshold} or {@code =value}.
 */
final class Trees {
    /** In {@link #features} of a node without branches. */
    private static final int LEAF = -1;

    /** Where each tree begins among the nodes of all, which stand behind each other. */
    private final int[] roots;

    private final int[] features;
    private final float[] values;
    private final int[] rights;

    Trees(List<String> lines) {
        String[][] trees = lines.stream().map(l -> l.split(" ")).toArray(String[][]::new);
        int nodes = Arrays.stream(trees).mapToInt(t -> t.length).sum();
        roots = new int[trees.length];
        features = new int[nodes];
        values = new float[nodes];
        rights = new int[nodes];
        int from = 0;
        for (int t = 0; t < trees.length; t++) {
            roots[t] = from;
            if (read(trees[t], 0, from) != trees[t].length) {
                throw new IllegalStateException("tree " + t + " has nodes that belong to none");
            }
            from += trees[t].length;
        }
    }

    /** Reads the node {@code at} and all below it; the number of the node behind them. */
    private int read(String[] nodes, int at, int from) {
        String node = nodes[at];
        int less = node.indexOf('<');
        if (less < 0) {
            features[from + at] = LEAF;
            values[from + at] = Float.parseFloat(node.substring(1));
            return at + 1;
        }
        features[from + at] = Integer.parseInt(node.substring(0, less));
        values[from + at] = Float.parseFloat(node.substring(less + 1));
        int right = read(nodes, at + 1, from);
        rights[from + at] = from + right;
        return read(nodes, right, from);
    }

    /** 0 to 1. */
    double chance(float[] row) {
        double sum = 0;
        for (int root : roots) {
            int at = root;
            int feature = features[at];
            while (feature != LEAF) {
                at = row[feature] < values[at] ? at + 1 : rights[at];
                feature = features[at];
            }
            sum += values[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The chance of each row, 0 to 1; of an empty one 0. */
    float[] chances(float[][] rows) {
        float[] out = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = rows[i].length == 0 ? 0 : (float) chance(rows[i]);
        }
        return out;
    }
}
