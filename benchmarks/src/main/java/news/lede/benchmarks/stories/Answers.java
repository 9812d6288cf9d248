package news.lede.benchmarks.stories;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import news.lede.answer.Answer;

/**
 * How long answers take from full stores, warm, from the typed question to the answer that adapters draw. Questions of a kind differ from one another, and kinds are asked in turn. Prints
 * percentiles of each kind in milliseconds, and how much was allocated: time varies with what else a machine does, these bytes do not.
 */
public final class Answers {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60;
    /** Stories that readers ask about are not old. */
    private static final double NEWEST_SHARE = 0.2;

    private static final List<String> TOPICS = List.of(
            "immigration",
            "elections",
            "climate",
            "economy",
            "health",
            "crime",
            "sport",
            "technology",
            "war",
            "education");

    private Answers() {}

    /** Arguments: how many questions of each kind, then data folders that {@link StoreFilling} made. */
    public static void main(String[] args) {
        for (int i = 1; i < args.length; i++) {
            measure(Path.of(args[i]), Integer.parseInt(args[0]));
        }
    }

    private static void measure(Path data, int asked) {
        try (Desk desk = new Desk(data, InstantSource.system())) {
            Vocabulary words = new Vocabulary(7);
            Questions questions = new Questions(new Random(11), words, desk.newestStory());
            Map<String, Function<Questions, String>> kinds = kinds();
            Map<String, double[]> times = new LinkedHashMap<>();
            Map<String, double[]> processor = new LinkedHashMap<>();
            Map<String, double[]> allocated = new LinkedHashMap<>();
            Map<String, Integer> notices = new LinkedHashMap<>();
            for (int i = -WARM_UP; i < asked; i++) {
                for (Map.Entry<String, Function<Questions, String>> kind : kinds.entrySet()) {
                    String typed = kind.getValue().apply(questions);
                    long bytes = THREADS.getCurrentThreadAllocatedBytes();
                    long start = System.nanoTime();
                    long cpu = THREADS.getCurrentThreadCpuTime();
                    Answer answer = desk.answer(typed);
                    double cpuMillis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
                    double millis = (System.nanoTime() - start) / 1e6;
                    double kilobytes = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e3;
                    if (i >= 0) {
                        times.computeIfAbsent(kind.getKey(), _ -> new double[asked])[i] = millis;
                        processor.computeIfAbsent(kind.getKey(), _ -> new double[asked])[i] = cpuMillis;
                        allocated.computeIfAbsent(kind.getKey(), _ -> new double[asked])[i] = kilobytes;
                        notices.merge(kind.getKey(), answer instanceof Answer.Notice ? 1 : 0, Integer::sum);
                    }
                }
            }
            System.out.printf("%d articles stored; %d questions of each kind; milliseconds%n", desk.articles(), asked);
            System.out.printf(
                    "    %-28s %8s %8s %8s %8s %12s %8s %10s %8s %8s%n",
                    "", "median", "p95", "p99", "longest", "CPU median", "CPU p99", "kB median", "kB p99", "notices");
            times.forEach((kind, each) -> row(
                    kind,
                    percentiles(each),
                    percentiles(processor.getOrDefault(kind, each)),
                    percentiles(allocated.getOrDefault(kind, each)),
                    notices.getOrDefault(kind, 0)));
        }
    }

    private static Map<String, Function<Questions, String>> kinds() {
        Map<String, Function<Questions, String>> kinds = new LinkedHashMap<>();
        kinds.put("/latest", _ -> "/latest");
        kinds.put("/topic of a known topic", Questions::topic);
        kinds.put("/topic, free words", questions -> "/topic " + questions.words());
        kinds.put("/related to a story", questions -> "/related " + questions.story());
        kinds.put("/related, free words", questions -> "/related " + questions.words());
        kinds.put("/search", questions -> "/search " + questions.subject());
        kinds.put("/story", questions -> "/story " + questions.story());
        return kinds;
    }

    private record Questions(Random random, Vocabulary vocabulary, long newest) {
        String topic() {
            return "/topic " + Vocabulary.pick(TOPICS, random);
        }

        long story() {
            return newest - (long) (random.nextDouble() * NEWEST_SHARE * newest);
        }

        /** Two words of one subject, which many articles have. */
        String subject() {
            List<String> subject = vocabulary.subject(random.nextInt(vocabulary.subjects()));
            return Vocabulary.pick(subject, random) + " " + Vocabulary.pick(subject, random);
        }

        String words() {
            return vocabulary.person(random) + " " + vocabulary.rareWord(random) + " " + vocabulary.place(random);
        }
    }

    /** Half, 95 and 99 in a hundred, all. */
    private static double[] percentiles(double[] each) {
        double[] sorted = each.clone();
        Arrays.sort(sorted);
        return new double[] {
            sorted[sorted.length / 2],
            sorted[sorted.length * 95 / 100],
            sorted[sorted.length * 99 / 100],
            sorted[sorted.length - 1]
        };
    }

    private static void row(String kind, double[] wall, double[] processor, double[] allocated, int notices) {
        System.out.printf(
                "    %-28s %8.2f %8.2f %8.2f %8.2f %12.2f %8.2f %10.0f %8.0f %8d%n",
                kind,
                wall[0],
                wall[1],
                wall[2],
                wall[3],
                processor[0],
                processor[2],
                allocated[0],
                allocated[2],
                notices);
    }
}
