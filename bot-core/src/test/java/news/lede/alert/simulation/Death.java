package news.lede.alert.simulation;

/** The process ends here and now: nothing that it could catch and go on from. */
final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death(String where) {
        super(where, null, false, false);
    }
}
