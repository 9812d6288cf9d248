package news.lede.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** One kind of labelled set: what is asked of it, and by which parts of the bot it is answered. */
interface EvaluationSet {
    /**
     * Reads the folder {@code in} and writes answers into {@code out}. What cannot be used of the input is told to {@code problems} and left out.
     *
     * @return the files written
     * @throws EvaluationProblem if there is nothing to answer or the answers cannot be written
     */
    List<Path> answer(Path in, Path out, Consumer<String> problems);
}
