package news.lede.evaluation;

/** Something about the files to read or write that whoever runs the evaluation can mend; the message says where and what. */
public final class EvaluationProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationProblem(String message) {
        super(message);
    }

    EvaluationProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
