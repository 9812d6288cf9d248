package news.lede.app;

/** What the program tells the shell. */
final class ExitCode {
    /** Done; an answer that nothing was found is done too. */
    static final int DONE = 0;
    /** Tried and failed. */
    static final int FAILED = 1;
    /** Called wrongly, or set up wrongly. */
    static final int WRONG_USE = 2;

    private ExitCode() {}
}
