package news.lede.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.text.Language;

/** The passages, rewordings and marks of {@code gate-passages-*.txt}. */
final class GatePassages {
    /** A place where a text that holds {@code old} can be made false. */
    record Mark(String kind, String old, String made) {}

    /** Evidence, what says the same in other words, the names in it by their kind (p, g, o), and where it can be made false. */
    record Passage(
            int index,
            Language language,
            String evidence,
            List<String> rewordings,
            Map<String, List<String>> names,
            List<Mark> marks) {
        List<String> texts() {
            return Stream.concat(Stream.of(evidence), rewordings.stream()).toList();
        }

        boolean refuses(String text) {
            return !EvidenceGate.refusals(text, language, List.of(evidence)).isEmpty();
        }
    }

    private GatePassages() {}

    static List<Passage> all() {
        return of("gate-passages-en.txt", "gate-passages-other.txt");
    }

    static List<Passage> of(String... files) {
        List<String> blocks = new ArrayList<>();
        for (String file : files) {
            String[] parts = SummariesInLanguagesTest.resource(file).split("(?m)^= ");
            blocks.addAll(Arrays.asList(parts).subList(1, parts.length));
        }
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> passage(i, blocks.get(i)))
                .toList();
    }

    /** The passages that nobody mended the gate by: a half, drawn by a seed. */
    static Set<Integer> heldBack(List<Passage> all) {
        Random random = new Random(480);
        Set<Integer> held = new HashSet<>();
        all.forEach(p -> {
            if (random.nextBoolean()) {
                held.add(p.index());
            }
        });
        return held;
    }

    private static Passage passage(int index, String block) {
        List<String> lines = block.lines().toList();
        List<String> rewordings = lines.stream()
                .filter(l -> l.startsWith("~ "))
                .map(l -> l.substring(2))
                .toList();
        Map<String, List<String>> names = new HashMap<>();
        lines.stream()
                .filter(l -> l.startsWith("@ "))
                .flatMap(l -> Arrays.stream(l.substring(2).split("\\s*\\|\\s*")))
                .forEach(group -> names.put(
                        group.substring(0, 1),
                        Arrays.asList(group.substring(2).strip().split("\\s*;\\s*"))));
        List<Mark> marks = lines.stream()
                .filter(l -> l.startsWith("! "))
                .map(GatePassages::mark)
                .collect(Collectors.toList());
        return new Passage(index, new Language(lines.get(0).strip()), lines.get(1), rewordings, names, marks);
    }

    private static Mark mark(String line) {
        int colon = line.indexOf(": ");
        String[] sides = line.substring(colon + 2).split(" =>", 2);
        return new Mark(line.substring(2, colon), sides[0], sides[1].startsWith(" ") ? sides[1].substring(1) : "");
    }
}
