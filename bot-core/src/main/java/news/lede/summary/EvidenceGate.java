package news.lede.summary;

/** The one gate that every text to a reader passes: what it states must stand in its evidence. Pure. */
public final class EvidenceGate {
    private EvidenceGate() {}

    /** Whether a statement may be shown. */
    public static boolean passes(Statement statement) {
        return statement.evidence().stream().anyMatch(e -> e.sentence().equals(statement.text()));
    }
}
