package news.lede.discord;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import news.lede.answer.Display;
import news.lede.command.Choice;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers completions while somebody types. They come from memory; when the desk takes longer than {@link #PATIENCE} all the same, what it offered last at this place is offered again as far as it fits, since at the
 * next key Discord asks anew. Thread-safe.
 */
final class Completions {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    static final Duration PATIENCE = Duration.ofMillis(80);

    private static final int AT_ONCE = 64;
    private static final int REMEMBERED = 2000;
    private static final int CHOICES = 25;
    private static final int CHOICE_CHARS = 100;

    private record Field(String person, String place, String command, String option) {}

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final Executor threads;
    private final ScheduledExecutorService timer;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<Field, List<Choice>> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Field, List<Choice>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param threads beside those that answer questions: nobody should wait for completions because others ask much */
    Completions(NewsDesk desk, Function<Introduction, Asker> askers, Executor threads, ScheduledExecutorService timer) {
        this.desk = desk;
        this.askers = askers;
        this.threads = threads;
        this.timer = timer;
    }

    /** Returns at once; offers something soon, whatever happens. */
    void offer(CommandAutoCompleteInteractionEvent event) {
        AtomicBoolean offered = new AtomicBoolean();
        try {
            timer.schedule(() -> again(event, offered), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (free.tryAcquire()) {
                threads.execute(() -> find(event, offered));
            }
        } catch (RejectedExecutionException stopped) {
            LOG.debug("completion turned away command={}", event.getName());
        }
    }

    private void find(CommandAutoCompleteInteractionEvent event, AtomicBoolean offered) {
        try {
            List<Choice> found = desk.complete(
                    askers.apply(Introductions.of(event)),
                    event.getName(),
                    event.getFocusedOption().getName(),
                    event.getFocusedOption().getValue());
            synchronized (last) {
                last.put(field(event), found);
            }
            reply(event, found, offered);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("completion failed command={}", event.getName(), e);
            reply(event, List.of(), offered);
        } finally {
            free.release();
        }
    }

    private void again(CommandAutoCompleteInteractionEvent event, AtomicBoolean offered) {
        String typed = event.getFocusedOption().getValue().toLowerCase(Locale.ROOT);
        List<Choice> known;
        synchronized (last) {
            known = last.getOrDefault(field(event), List.of());
        }
        reply(
                event,
                known.stream()
                        .filter(c -> c.label().toLowerCase(Locale.ROOT).contains(typed))
                        .toList(),
                offered);
    }

    private static Field field(CommandAutoCompleteInteractionEvent event) {
        return new Field(
                event.getUser().getId(),
                String.valueOf(event.getChannelId()),
                event.getName(),
                event.getFocusedOption().getName());
    }

    private static void reply(CommandAutoCompleteInteractionEvent event, List<Choice> found, AtomicBoolean offered) {
        if (!offered.compareAndSet(false, true)) {
            return;
        }
        List<Command.Choice> choices = found.stream()
                .filter(c -> !c.label().isBlank()
                        && !c.value().isBlank()
                        && c.value().length() <= CHOICE_CHARS)
                .limit(CHOICES)
                .map(c -> new Command.Choice(Display.brief(c.label(), CHOICE_CHARS), c.value()))
                .toList();
        event.replyChoices(choices)
                .queue(
                        ok -> {},
                        e -> LOG.warn(
                                "completion lost command={} error={}",
                                event.getName(),
                                e.getClass().getSimpleName()));
    }
}
