package news.lede.community;

import java.util.Map;
import java.util.function.Supplier;
import news.lede.community.Quotas.Kind;

/** How many of a kind a workspace may have: what the operator said of it, else what holds for all. Thread-safe. */
public final class Limits {
    /** What holds for all where the operator set nothing else. */
    public static final Map<Kind, Integer> USUAL = Map.of(Kind.SOURCES, 200, Kind.TOPICS, 100, Kind.SUBSCRIPTIONS, 200);

    private final Quotas quotas;
    private final Supplier<Map<Kind, Integer>> forAll;

    /** {@code forAll} is asked each time; kinds that are absent from it are as {@link #USUAL}. */
    public Limits(Quotas quotas, Supplier<Map<Kind, Integer>> forAll) {
        this.quotas = quotas;
        this.forAll = forAll;
    }

    public Limits(Quotas quotas) {
        this(quotas, Map::of);
    }

    public int most(WorkspaceId workspace, Kind kind) {
        return quotas.said(workspace).getOrDefault(kind, forAll(kind));
    }

    /** Where the operator said nothing of a workspace. */
    public int forAll(Kind kind) {
        return forAll.get().getOrDefault(kind, USUAL.getOrDefault(kind, 0));
    }
}
