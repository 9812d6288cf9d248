package news.lede.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Spaces logins as Discord wants, where all of them are ours. */
final class OwnLogins extends ConcurrentSessionController {
    private final GatewayUrl url;

    OwnLogins(GatewayUrl url) {
        this.url = url;
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        return url.in(super.getShardedGateway(api));
    }

    @Override
    public String getGateway() {
        return url.orElse(super.getGateway());
    }
}
