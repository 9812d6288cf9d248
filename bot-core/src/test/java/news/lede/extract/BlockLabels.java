package news.lede.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which blocks of a page are in a known text: those that share most of their runs of four words with it; shorter ones by what stands beside them. */
final class BlockLabels {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;

    private final List<List<String>> blocks = new ArrayList<>();
    private final Map<List<String>, Integer> runs = new HashMap<>();
    private final String whole;
    private final float[] labels;

    private BlockLabels(List<Block> blocks, String text) {
        List<String> words = tokens(text);
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.merge(words.subList(i, i + RUN), 1, Integer::sum);
        }
        whole = " " + String.join(" ", words) + " ";
        blocks.forEach(b -> this.blocks.add(tokens(b.text())));
        labels = new float[blocks.size()];
    }

    /** 1 for each block that is in the text, 0 for the others. */
    static float[] of(List<Block> blocks, String text) {
        BlockLabels found = new BlockLabels(blocks, text);
        found.longOnes();
        found.repeated();
        for (int round = 0; round < 3; round++) {
            found.shortOnes();
        }
        return found.labels;
    }

    static List<String> tokens(String text) {
        List<String> out = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            out.add(matcher.group());
        }
        return out;
    }

    private void longOnes() {
        for (int i = 0; i < labels.length; i++) {
            List<String> own = blocks.get(i);
            int found = 0;
            for (int j = 0; j + RUN <= own.size(); j++) {
                found += runs.containsKey(own.subList(j, j + RUN)) ? 1 : 0;
            }
            labels[i] = found > 0 && found * 2 >= own.size() - RUN + 1 ? 1 : 0;
        }
    }

    /** What the page shows more often than the text holds it counts where most of the text is. */
    private void repeated() {
        Map<List<String>, List<Integer>> same = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0) {
                same.computeIfAbsent(blocks.get(i), b -> new ArrayList<>()).add(i);
            }
        }
        for (Map.Entry<List<String>, List<Integer>> entry : same.entrySet()) {
            int count = runs.getOrDefault(entry.getKey().subList(0, RUN), 1);
            entry.getValue().stream()
                    .sorted(Comparator.comparingInt(this::textAround).reversed())
                    .skip(count)
                    .toList()
                    .forEach(i -> labels[i] = 0);
        }
    }

    private int textAround(int at) {
        int words = 0;
        for (int i = Math.max(0, at - 4); i < Math.min(labels.length, at + 5); i++) {
            words += i != at && labels[i] > 0 ? Math.min(60, blocks.get(i).size()) : 0;
        }
        return words;
    }

    private void shortOnes() {
        for (int i = 0; i < labels.length; i++) {
            List<String> own = blocks.get(i);
            if (!own.isEmpty() && own.size() < RUN && labels[i] == 0) {
                labels[i] =
                        follows(own, i - 1) || follows(own, i - 2) || leads(own, i + 1) || leads(own, i + 2) ? 1 : 0;
            }
        }
    }

    private boolean follows(List<String> own, int other) {
        if (other < 0 || labels[other] == 0) {
            return false;
        }
        List<String> before = blocks.get(other);
        return holds(before.subList(Math.max(0, before.size() - RUN + 1), before.size()), own);
    }

    private boolean leads(List<String> own, int other) {
        if (other >= labels.length || labels[other] == 0) {
            return false;
        }
        List<String> after = blocks.get(other);
        return holds(own, after.subList(0, Math.min(after.size(), RUN - 1)));
    }

    private boolean holds(List<String> left, List<String> right) {
        return whole.contains(" " + String.join(" ", left) + " " + String.join(" ", right) + " ");
    }
}
