package news.lede.discord;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import news.lede.command.NewsDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the connection: says what became of it, and registers the commands when it first stands. */
final class SessionListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionListener.class);
    private static final Duration REGISTER_AGAIN = Duration.ofSeconds(30);
    private static final Duration BREAK_TOLD_AFTER = Duration.ofSeconds(15);

    private final NewsDesk desk;
    private final Consumer<DiscordStatus> watcher;
    private final BiConsumer<Runnable, Duration> later;

    SessionListener(NewsDesk desk, Consumer<DiscordStatus> watcher, BiConsumer<Runnable, Duration> later) {
        this.desk = desk;
        this.watcher = watcher;
        this.later = later;
    }

    @Override
    public void onReady(ReadyEvent event) {
        connected(event.getJDA());
        if (event.getJDA().getShardInfo().getShardId() == 0) {
            register(event.getJDA());
        }
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
        connected(event.getJDA());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        connected(event.getJDA());
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        // What cannot be mended is told by the shutdown that follows; most else mends itself within seconds.
        JDA jda = event.getJDA();
        later.accept(
                () -> {
                    if (jda.getStatus() != JDA.Status.CONNECTED && jda.getStatus() != JDA.Status.SHUTDOWN) {
                        watcher.accept(new DiscordStatus.Unreachable("the connection broke and has not come back"));
                    }
                },
                BREAK_TOLD_AFTER);
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        CloseCode code = event.getCloseCode();
        if (code != null && !code.isReconnect()) {
            watcher.accept(new DiscordStatus.Refused(
                    switch (code) {
                        case AUTHENTICATION_FAILED ->
                            "Discord no longer accepts the token. Put the new one into discord.token and start again.";
                        case DISALLOWED_INTENTS, INVALID_INTENTS ->
                            "Discord refuses what the bot asks to be told of: " + code.getMeaning();
                        default -> "Discord closed the connection for good: " + code.getMeaning();
                    }));
        }
    }

    private void connected(JDA jda) {
        watcher.accept(new DiscordStatus.Connected(jda.getSelfUser().getName()));
    }

    private void register(JDA jda) {
        jda.updateCommands()
                .addCommands(CommandMenu.of(desk.commands()))
                .queue(done -> LOG.info("discord commands registered count={}", done.size()), error -> {
                    LOG.warn(
                            "discord commands not registered, again in {} error={}",
                            REGISTER_AGAIN,
                            error.getMessage());
                    later.accept(() -> register(jda), REGISTER_AGAIN);
                });
    }
}
