package news.lede.discord;

import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.session.GenericSessionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Hears that the connection lives: each answered heartbeat, each change of the session. */
final class Heartbeats extends ListenerAdapter {
    private final Runnable heard;

    Heartbeats(Runnable heard) {
        this.heard = heard;
    }

    @Override
    public void onGatewayPing(GatewayPingEvent event) {
        heard.run();
    }

    @Override
    public void onGenericSession(GenericSessionEvent event) {
        heard.run();
    }
}
