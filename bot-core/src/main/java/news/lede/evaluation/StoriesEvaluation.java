package news.lede.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers labelled sets of news with the parts the bot runs, in one configuration: nothing but the kind of question depends on which set it is.
 *
 * <p>The kind is told by how the folder's name begins: {@code cluster-}, {@code summ-}, {@code mds-}, {@code headline-}, {@code topics-}. Labels
 * ({@code gold.jsonl}, {@code refs.jsonl}) are never opened.
 */
public final class StoriesEvaluation {
    /** What came of one folder: the files written, none when it failed; {@code problems} are sentences for whoever runs it. */
    public record Outcome(String folder, List<Path> written, List<String> problems) {
        public Outcome {
            written = List.copyOf(written);
            problems = List.copyOf(problems);
        }
    }

    private final Supplier<EmptyNewsroom> newsrooms;
    private final InstantSource clock;

    /** {@code newsrooms} opens a newsroom without news at each call; it is closed after use. */
    public StoriesEvaluation(Supplier<EmptyNewsroom> newsrooms, InstantSource clock) {
        this.newsrooms = newsrooms;
        this.clock = clock;
    }

    /**
     * The folders of {@code in} that hold a set, by name.
     *
     * @throws EvaluationProblem if there is none
     */
    public List<Path> sets(Path in) {
        if (!Files.isDirectory(in)) {
            throw new EvaluationProblem(in + " is no folder; name the folder that holds the sets");
        }
        List<Path> sets;
        try (Stream<Path> found = Files.list(in)) {
            sets = found.filter(Files::isDirectory)
                    .filter(folder -> kind(name(folder)).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvaluationProblem(in + " cannot be read (" + e.getMessage() + ")", e);
        }
        if (sets.isEmpty()) {
            throw new EvaluationProblem(
                    in
                            + " holds no folder whose name begins with cluster-, summ-, mds-, headline- or topics-; name the folder that holds the sets");
        }
        return sets;
    }

    /** Answers one set of {@link #sets} into a folder of its name in {@code out}. What goes wrong stands in the outcome. */
    public Outcome answer(Path set, Path out) {
        String name = name(set);
        List<String> problems = new ArrayList<>();
        List<Path> written = List.of();
        try {
            written = kind(name)
                    .orElseThrow(() -> new EvaluationProblem(name + " is no kind of set that is known"))
                    .answer(set, out.resolve(name), problems::add);
        } catch (EvaluationProblem e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return new Outcome(name, written, problems);
    }

    private Optional<EvaluationSet> kind(String folder) {
        if (folder.startsWith("cluster-")) {
            return Optional.of(new ClusterSet(newsrooms, clock.instant()));
        }
        if (folder.startsWith("summ-")) {
            return Optional.of(new DocumentSet(clock.instant()));
        }
        if (folder.startsWith("mds-")) {
            return Optional.of(new StorySet(StorySet.Asked.SUMMARY, newsrooms, clock.instant()));
        }
        if (folder.startsWith("headline-")) {
            return Optional.of(new StorySet(StorySet.Asked.HEADLINE, newsrooms, clock.instant()));
        }
        return folder.startsWith("topics-") ? Optional.of(new TopicSet(newsrooms, clock.instant())) : Optional.empty();
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
