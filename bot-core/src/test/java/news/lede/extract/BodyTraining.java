package news.lede.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.lede.extract.SamplePages.Sample;

/**
 * Grows the trees of {@code body-trees-1.txt} and {@code body-trees-2.txt} from pages whose text is known, and tells how well such trees do on sites they have
 * not seen.
 *
 * <p>Arguments: a folder as {@link SamplePages} reads it, a folder for the results, the number of parts that the sites are dealt into. Written are the two files,
 * grown on all pages, and {@code held-out.json}: of every page the text that the whole extractor finds with trees grown on the other parts' sites alone, in the
 * form of {@link Evaluation}. Takes about two minutes for 500 pages; same pages, same trees.
 */
public final class BodyTraining {
    private static final TreeGrower.Settings FIRST = new TreeGrower.Settings(80, 12, 0.12, 0.3, 1, 0.4, 0.7, 7);
    private static final TreeGrower.Settings SECOND = new TreeGrower.Settings(120, 10, 0.08, 0.5, 2, 0.4, 0.7, 7);
    /** The second look learns from first looks at pages that the first trees have not seen. */
    private static final int INNER_PARTS = 4;
    /** Deals the sites in two ways that have nothing to do with each other. */
    private static final int OUTER = 31;

    private static final int INNER = 127;

    private record Grown(List<String> first, List<String> second) {
        DocumentExtractor extractor() {
            return new DocumentExtractor(new Trees(first), new Trees(second));
        }
    }

    private BodyTraining() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        List<Sample> samples = SamplePages.read(Path.of(args[0]));
        Path out = Files.createDirectories(Path.of(args[1]));
        int parts = Integer.parseInt(args[2]);
        Map<String, Map<String, String>> found = new ConcurrentSkipListMap<>();
        IntStream.range(0, parts).parallel().forEach(part -> heldOut(samples, part, parts, found));
        new ObjectMapper().writeValue(out.resolve("held-out.json").toFile(), found);
        Grown grown = grown(samples);
        Files.write(out.resolve("body-trees-1.txt"), grown.first());
        Files.write(out.resolve("body-trees-2.txt"), grown.second());
    }

    private static void heldOut(List<Sample> samples, int part, int parts, Map<String, Map<String, String>> found) {
        DocumentExtractor extractor = grown(samples.stream()
                        .filter(s -> part(s, OUTER, parts) != part)
                        .toList())
                .extractor();
        for (Sample sample : samples) {
            if (part(sample, OUTER, parts) == part
                    && extractor.extract(sample.document()) instanceof Extraction.Page page) {
                found.put(
                        sample.id(),
                        Map.of("articleBody", String.join("\n\n", page.main().paragraphs())));
            }
        }
    }

    private static int part(Sample sample, int factor, int parts) {
        return Math.floorMod((sample.site().hashCode() * factor) >>> 3, parts);
    }

    private static Grown grown(List<Sample> samples) {
        IdentityHashMap<Sample, float[][]> again = new IdentityHashMap<>();
        for (int inner = 0; inner < INNER_PARTS; inner++) {
            List<Sample> known = new ArrayList<>();
            List<Sample> unseen = new ArrayList<>();
            for (Sample sample : samples) {
                (part(sample, INNER, INNER_PARTS) == inner ? unseen : known).add(sample);
            }
            Trees trees = new Trees(grow(known, Sample::rows, FIRST));
            for (Sample sample : unseen) {
                again.put(sample, sample.page().again(sample.rows(), trees.chances(sample.rows())));
            }
        }
        return new Grown(
                grow(samples, Sample::rows, FIRST), grow(samples, s -> Objects.requireNonNull(again.get(s)), SECOND));
    }

    private static List<String> grow(
            List<Sample> samples, Function<Sample, float[][]> look, TreeGrower.Settings settings) {
        int size = samples.stream().mapToInt(s -> s.rows().length).sum();
        float[][] rows = new float[size][];
        float[] labels = new float[size];
        float[] weights = new float[size];
        int[] groups = new int[size];
        int at = 0;
        for (int group = 0; group < samples.size(); group++) {
            Sample sample = samples.get(group);
            float[][] seen = look.apply(sample);
            for (int i = 0; i < seen.length; i++) {
                rows[at] = seen[i];
                labels[at] = sample.labels()[i];
                weights[at] = sample.weights()[i];
                groups[at++] = group;
            }
        }
        return new TreeGrower(rows, labels, weights, groups, settings).grow();
    }
}
