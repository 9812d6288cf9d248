package news.lede.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.CloseCode;
import news.lede.command.NewsDesk;
import news.lede.community.PlatformFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the connection: says what became of it, and registers the commands when it first stands. */
final class SessionListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionListener.class);
    private static final Duration REGISTER_AGAIN = Duration.ofSeconds(30);
    private static final Duration BREAK_TOLD_AFTER = Duration.ofSeconds(15);

    private static final String PLATFORM = "discord";
    private static final String MENU = "commands";

    private final NewsDesk desk;
    private final PlatformFacts facts;
    private final Consumer<DiscordStatus> watcher;
    private final BiConsumer<Runnable, Duration> later;

    SessionListener(
            NewsDesk desk, PlatformFacts facts, Consumer<DiscordStatus> watcher, BiConsumer<Runnable, Duration> later) {
        this.desk = desk;
        this.facts = facts;
        this.watcher = watcher;
        this.later = later;
    }

    @Override
    public void onReady(ReadyEvent event) {
        connected(event.getJDA());
        if (event.getJDA().getShardInfo().getShardId() == 0) {
            later.accept(() -> register(event.getJDA()), Duration.ZERO);
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

    /** Not on JDA's thread: what was told last stands in the store. */
    private void register(JDA jda) {
        List<CommandData> menu = CommandMenu.of(desk.commands());
        String fingerprint = CommandMenu.fingerprint(menu);
        String account = jda.getSelfUser().getApplicationId();
        if (told(account).filter(fingerprint::equals).isPresent()) {
            LOG.info("discord commands unchanged count={}", menu.size());
            return;
        }
        jda.updateCommands().addCommands(menu).queue(done -> registered(account, fingerprint, done.size()), error -> {
            LOG.warn("discord commands not registered next={} error={}", REGISTER_AGAIN, error.getMessage());
            later.accept(() -> register(jda), REGISTER_AGAIN);
        });
    }

    private Optional<String> told(String account) {
        try {
            return facts.told(PLATFORM, account, MENU);
        } catch (RuntimeException e) {
            LOG.warn("what Discord was told last is not known, so it is told again error={}", e.toString());
            return Optional.empty();
        }
    }

    private void registered(String account, String fingerprint, int count) {
        LOG.info("discord commands registered count={}", count);
        try {
            facts.tell(PLATFORM, account, MENU, fingerprint);
        } catch (RuntimeException e) {
            LOG.warn("commands will be registered again at the next start error={}", e.toString());
        }
    }
}
