package news.lede.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Grows {@link Trees} by gradient boosting of the logistic loss over binned numbers. Same rows and seed, same trees. */
final class TreeGrower {
    /** {@code leaves}: of one tree; {@code least}: weight that a leaf needs. */
    record Settings(
            int trees, int leaves, double rate, double least, double ridge, double columns, double groups, long seed) {}

    private static final int BINS = 40;

    private final Settings settings;
    private final float[][] cuts;
    private final byte[][] bins;
    private final float[] labels;
    private final float[] weights;
    private final int[] groups;
    private final int rows;
    private final double[] sums;
    private final double[] slope;
    private final double[] bend;

    TreeGrower(float[][] data, float[] labels, float[] weights, int[] groups, Settings settings) {
        this.settings = settings;
        this.labels = labels;
        this.weights = weights;
        this.groups = groups;
        rows = data.length;
        int columns = data[0].length;
        cuts = new float[columns][];
        bins = new byte[columns][rows];
        IntStream.range(0, columns).forEach(c -> bin(data, c));
        sums = new double[rows];
        slope = new double[rows];
        bend = new double[rows];
    }

    private void bin(float[][] data, int column) {
        float[] sorted = new float[rows];
        for (int r = 0; r < rows; r++) {
            sorted[r] = data[r][column];
        }
        Arrays.sort(sorted);
        List<Float> found = new ArrayList<>();
        int distinct = 1;
        for (int r = 1; r < rows; r++) {
            distinct += sorted[r] != sorted[r - 1] ? 1 : 0;
        }
        if (distinct <= BINS) {
            for (int r = 1; r < rows; r++) {
                if (sorted[r] != sorted[r - 1]) {
                    found.add((sorted[r] + sorted[r - 1]) / 2);
                }
            }
        } else {
            for (int b = 1; b < BINS; b++) {
                float cut = sorted[(int) ((long) rows * b / BINS)];
                if (cut > sorted[0] && (found.isEmpty() || cut > found.getLast())) {
                    found.add(cut);
                }
            }
        }
        cuts[column] = new float[found.size()];
        for (int i = 0; i < found.size(); i++) {
            cuts[column][i] = found.get(i);
        }
        for (int r = 0; r < rows; r++) {
            float value = data[r][column];
            int at = Arrays.binarySearch(cuts[column], value);
            bins[column][r] = (byte) (at >= 0 ? at + 1 : -at - 1);
        }
    }

    private record Branches(Node left, Node right) {}

    private static final class Node {
        int[] rows;
        double slope;
        double bend;
        int feature = -1;
        int cut;
        double gain;

        @Nullable
        Branches branches;

        Node(int[] rows) {
            this.rows = rows;
        }
    }

    List<String> grow() {
        Random random = new Random(settings.seed());
        List<String> out = new ArrayList<>();
        int groupCount = Arrays.stream(groups).max().orElse(0) + 1;
        for (int t = 0; t < settings.trees(); t++) {
            for (int r = 0; r < rows; r++) {
                double p = 1 / (1 + Math.exp(-sums[r]));
                slope[r] = weights[r] * (p - labels[r]);
                bend[r] = weights[r] * Math.max(1e-6, p * (1 - p));
            }
            boolean[] in = new boolean[groupCount];
            for (int g = 0; g < groupCount; g++) {
                in[g] = random.nextDouble() < settings.groups();
            }
            int[] sample = IntStream.range(0, rows).filter(r -> in[groups[r]]).toArray();
            boolean[] columns = new boolean[cuts.length];
            for (int c = 0; c < cuts.length; c++) {
                columns[c] = cuts[c].length > 0 && random.nextDouble() < settings.columns();
            }
            Node root = new Node(sample);
            best(root, columns);
            List<Node> open = new ArrayList<>(List.of(root));
            int leaves = 1;
            while (leaves < settings.leaves()) {
                Node next = open.stream()
                        .filter(n -> n.feature >= 0)
                        .max((a, b) -> Double.compare(a.gain, b.gain))
                        .orElse(null);
                if (next == null || next.gain < 1e-4) {
                    break;
                }
                open.remove(next);
                Branches branches = split(next);
                best(branches.left(), columns);
                best(branches.right(), columns);
                open.add(branches.left());
                open.add(branches.right());
                leaves++;
            }
            StringBuilder line = new StringBuilder();
            write(root, line);
            out.add(line.toString().strip());
            for (int r = 0; r < rows; r++) {
                Node at = root;
                for (Branches b = at.branches; b != null; b = at.branches) {
                    at = bins[at.feature][r] <= at.cut ? b.left() : b.right();
                }
                sums[r] += value(at);
            }
        }
        return out;
    }

    private double value(Node node) {
        return -settings.rate() * node.slope / (node.bend + settings.ridge());
    }

    private void write(Node node, StringBuilder out) {
        Branches branches = node.branches;
        if (branches == null) {
            out.append(String.format(Locale.ROOT, "=%.4g ", value(node)));
            return;
        }
        out.append(node.feature)
                .append('<')
                .append(cuts[node.feature][node.cut])
                .append(' ');
        write(branches.left(), out);
        write(branches.right(), out);
    }

    private Branches split(Node node) {
        int[] left = new int[node.rows.length];
        int[] right = new int[node.rows.length];
        int l = 0;
        int r = 0;
        for (int row : node.rows) {
            if (bins[node.feature][row] <= node.cut) {
                left[l++] = row;
            } else {
                right[r++] = row;
            }
        }
        node.rows = new int[0];
        Branches branches = new Branches(new Node(Arrays.copyOf(left, l)), new Node(Arrays.copyOf(right, r)));
        node.branches = branches;
        return branches;
    }

    private void best(Node node, boolean[] columns) {
        double[] g = new double[BINS + 1];
        double[] h = new double[BINS + 1];
        for (int row : node.rows) {
            node.slope += slope[row];
            node.bend += bend[row];
        }
        double whole = node.slope * node.slope / (node.bend + settings.ridge());
        for (int c = 0; c < columns.length; c++) {
            if (!columns[c]) {
                continue;
            }
            Arrays.fill(g, 0);
            Arrays.fill(h, 0);
            byte[] column = bins[c];
            for (int row : node.rows) {
                g[column[row]] += slope[row];
                h[column[row]] += bend[row];
            }
            double gl = 0;
            double hl = 0;
            for (int b = 0; b < cuts[c].length; b++) {
                gl += g[b];
                hl += h[b];
                double gr = node.slope - gl;
                double hr = node.bend - hl;
                if (hl < settings.least() || hr < settings.least()) {
                    continue;
                }
                double gain = gl * gl / (hl + settings.ridge()) + gr * gr / (hr + settings.ridge()) - whole;
                if (gain > node.gain) {
                    node.gain = gain;
                    node.feature = c;
                    node.cut = b;
                }
            }
        }
    }
}
