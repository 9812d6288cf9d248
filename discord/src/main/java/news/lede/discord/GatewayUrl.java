package news.lede.discord;

import net.dv8tion.jda.api.utils.SessionController.ShardedGateway;

/** Where the gateway is: at the address in the settings, if there is one, else where Discord said last. Thread-safe. */
final class GatewayUrl {
    private final String set;
    private volatile String told = "";

    /** @param set empty: ask Discord */
    GatewayUrl(String set) {
        this.set = set;
    }

    /** {@code asked}, at the right address; which is remembered. */
    ShardedGateway in(ShardedGateway asked) {
        told = asked.getUrl();
        return new ShardedGateway(orElse(told), asked.getShardTotal(), asked.getConcurrency());
    }

    /** {@code usual} only before Discord was asked. */
    String orElse(String usual) {
        if (!set.isBlank()) {
            return set;
        }
        return told.isBlank() ? usual : told;
    }
}
