package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;

/**
 * Answers buttons. The waiting sign on a button ends within a second, whatever the work takes: at once where the answer is a message or a link, else as soon as it is known
 * what became of it, but after a while that is given at the latest.
 */
final class Presses {
    /** Two presses within it are one that was meant. */
    private static final Duration DOUBLE = Duration.ofSeconds(1);
    /** How long the work waits to learn that a press is long past. */
    private static final Duration NEWS_OF_AGE = Duration.ofSeconds(1);
    /** The service's limit for a text over the chat. */
    private static final int MAX_ALERT = 200;

    private record Finger(long person, long chat, int message, String data) {}

    private final String botName;
    private final Answering answering;
    private final Postman postman;
    private final Executor threads;
    private final Sleeper sleeper;
    private final Duration patience;
    private final Cache<Finger, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(DOUBLE).maximumSize(100_000).build();

    Presses(
            String botName,
            Answering answering,
            Postman postman,
            Executor threads,
            Sleeper sleeper,
            Duration patience) {
        this.botName = botName;
        this.answering = answering;
        this.postman = postman;
        this.threads = threads;
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /**
     * What a press asks; it is acknowledged right now where nothing needs to be known for that.
     *
     * @param again it was taken by an earlier life, so that it may be acknowledged already
     */
    Errand of(Incoming.Pressed pressed, Instant tooLate, boolean again) {
        Optional<String> command = CallbackData.command(pressed.data());
        boolean alone = pressed.venue().isPrivate();
        if (!alone && command.filter(CommandSpecs::actsInPlace).isPresent()) {
            return inPlace(pressed, command.get(), tooLate);
        }
        Optional<String> link = alone ? Optional.empty() : command.flatMap(c -> DeepLink.of(botName, c));
        if (command.isEmpty() || !alone && link.isEmpty()) {
            return acknowledged(pressed.author(), pressed.query(), Optional.empty(), tooLate);
        }
        if (!alone) {
            return acknowledged(pressed.author(), pressed.query(), link, tooLate);
        }
        Finger finger = new Finger(pressed.author().id(), pressed.venue().chat(), pressed.message(), pressed.data());
        boolean first = lately.asMap().putIfAbsent(finger, true) == null;
        CompletableFuture<Boolean> current = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                current.complete(postman.acknowledge(pressed.query(), Optional.empty(), Optional.empty(), tooLate));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                current.complete(true);
            }
        });
        return Errand.inTurn(pressed.venue(), () -> {
            if (first && (again || isCurrent(current))) {
                answering.pressed(pressed, command.get(), tooLate);
            }
        });
    }

    /** Under a message that stands where we cannot write. */
    Errand of(Incoming.PressedAfar pressed, Instant tooLate) {
        Optional<String> link = CallbackData.command(pressed.data()).flatMap(c -> DeepLink.of(botName, c));
        return acknowledged(pressed.author(), pressed.query(), link, tooLate);
    }

    /** With a link that opens, else with why nothing does. */
    private Errand acknowledged(Author author, String query, Optional<String> link, Instant tooLate) {
        Optional<String> alert = link.isPresent() ? Optional.empty() : Optional.of(outdated(author));
        return Errand.fleeting(() -> postman.acknowledge(query, alert, link, tooLate));
    }

    /** What changes the place is done in it, and what came of it is told to whoever pressed, alone. */
    private Errand inPlace(Incoming.Pressed pressed, String command, Instant tooLate) {
        AtomicBoolean told = new AtomicBoolean();
        threads.execute(() -> {
            try {
                sleeper.sleep(patience);
                acknowledgeOnce(told, pressed, Optional.empty(), tooLate);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return Errand.inTurn(pressed.venue(), () -> {
            Asking.Asked asked = answering.asked(pressed, command);
            Optional<String> notice = asked.answer() instanceof Answer.Notice n
                    ? Optional.of(Display.brief(n.title() + ": " + n.text(), MAX_ALERT))
                    : Optional.empty();
            boolean inTime = acknowledgeOnce(told, pressed, notice, tooLate);
            if (asked.answer() instanceof Answer.Listing && CommandSpecs.turnsPages(command)) {
                postman.turn(
                        asked.answer(),
                        asked.phrases(),
                        pressed.venue(),
                        pressed.message(),
                        tooLate,
                        UnaryOperator.identity());
            } else if (notice.isEmpty() || !inTime) {
                postman.deliver(asked.answer(), asked.phrases(), pressed.venue(), OptionalInt.empty(), tooLate);
            }
            answering.enclose(asked, pressed, tooLate);
        });
    }

    private boolean acknowledgeOnce(
            AtomicBoolean told, Incoming.Pressed pressed, Optional<String> notice, Instant tooLate)
            throws InterruptedException {
        boolean mine = told.compareAndSet(false, true);
        if (mine) {
            postman.acknowledge(pressed.query(), notice, Optional.empty(), tooLate);
        }
        return mine;
    }

    /** The service refuses to acknowledge what was pressed long ago; an answer to it would surprise. */
    private static boolean isCurrent(CompletableFuture<Boolean> current) throws InterruptedException {
        try {
            return current.get(NEWS_OF_AGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return true;
        }
    }

    private String outdated(Author author) {
        Locale language = author.language().orElse(Locale.ENGLISH);
        return Display.brief(Texts.in(language).text("notice.button-outdated.text"), MAX_ALERT);
    }
}
