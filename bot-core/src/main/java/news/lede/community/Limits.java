package news.lede.community;

import java.util.EnumMap;
import java.util.Map;
import news.lede.community.Quotas.Kind;

/** How many of a kind a workspace may have: what the operator said of it, else what holds for all. Thread-safe. */
public final class Limits {
    /** What holds for all where the operator set nothing else. */
    public static final Map<Kind, Integer> USUAL = Map.of(Kind.SOURCES, 200, Kind.TOPICS, 100, Kind.SUBSCRIPTIONS, 200);

    private final Quotas quotas;
    private final Map<Kind, Integer> forAll;

    /** {@code forAll}: kinds that are absent are as {@link #USUAL}. */
    public Limits(Quotas quotas, Map<Kind, Integer> forAll) {
        this.quotas = quotas;
        Map<Kind, Integer> whole = new EnumMap<>(USUAL);
        whole.putAll(forAll);
        this.forAll = Map.copyOf(whole);
    }

    public Limits(Quotas quotas) {
        this(quotas, Map.of());
    }

    public int most(WorkspaceId workspace, Kind kind) {
        return quotas.said(workspace).getOrDefault(kind, forAll(kind));
    }

    /** Where the operator said nothing of a workspace. */
    public int forAll(Kind kind) {
        return forAll.getOrDefault(kind, 0);
    }
}
