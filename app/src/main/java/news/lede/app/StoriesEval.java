package news.lede.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import news.lede.evaluation.EvaluationProblem;
import news.lede.evaluation.StoriesEvaluation;

/** Answers every labelled set of a folder, one after the other, and tells what could not be used. */
final class StoriesEval {
    private final InstantSource clock;

    StoriesEval(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Answers the sets of {@code in} into {@code out}.
     *
     * @return how many sets were answered whole
     * @throws Problem if there is no set, or something of one could not be used; all others are answered then
     */
    int run(Path in, Path out, ProgressLine progress) {
        try (EmptyNewsrooms newsrooms = new EmptyNewsrooms()) {
            StoriesEvaluation evaluation = new StoriesEvaluation(newsrooms, clock);
            List<Path> sets = evaluation.sets(in);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < sets.size(); i++) {
                progress.show("answering", i, sets.size());
                StoriesEvaluation.Outcome outcome = evaluation.answer(sets.get(i), out);
                outcome.problems().forEach(problem -> lines.add(outcome.folder() + ": " + problem));
            }
            progress.show("answering", sets.size(), sets.size());
            if (!lines.isEmpty()) {
                throw new Problem(ExitCode.FAILED, lines);
            }
            return sets.size();
        } catch (EvaluationProblem e) {
            throw new Problem(ExitCode.WRONG_USE, List.of(String.valueOf(e.getMessage())));
        }
    }
}
