package news.lede.extract;

import java.util.List;

/**
 * A sum of small decision trees over numbers, as a chance. Immutable.
 *
 * <p>Written as one line a tree, node before its two branches: {@code feature<threshold} or {@code =value}.
 */
final class Trees {
    private final int[][] features;
    private final float[][] values;
    private final int[][] rights;

    Trees(List<String> lines) {
        features = new int[lines.size()][];
        values = new float[lines.size()][];
        rights = new int[lines.size()][];
        for (int t = 0; t < lines.size(); t++) {
            String[] nodes = lines.get(t).split(" ");
            features[t] = new int[nodes.length];
            values[t] = new float[nodes.length];
            rights[t] = new int[nodes.length];
            int end = read(t, nodes, 0);
            if (end != nodes.length) {
                throw new IllegalStateException("tree " + t + " has nodes that belong to none");
            }
        }
    }

    private int read(int tree, String[] nodes, int at) {
        String node = nodes[at];
        int less = node.indexOf('<');
        if (less < 0) {
            features[tree][at] = -1;
            values[tree][at] = Float.parseFloat(node.substring(1));
            return at + 1;
        }
        features[tree][at] = Integer.parseInt(node.substring(0, less));
        values[tree][at] = Float.parseFloat(node.substring(less + 1));
        rights[tree][at] = read(tree, nodes, at + 1);
        return read(tree, nodes, rights[tree][at]);
    }

    /** 0 to 1. */
    double chance(float[] row) {
        double sum = 0;
        for (int t = 0; t < features.length; t++) {
            int[] feature = features[t];
            float[] value = values[t];
            int at = 0;
            while (feature[at] >= 0) {
                at = row[feature[at]] < value[at] ? at + 1 : rights[t][at];
            }
            sum += value[at];
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
