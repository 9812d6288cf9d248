package news.lede.telegram;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.telegram.Calls.Result;
import news.lede.telegram.Powers.Power;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/**
 * Shows whoever waits that we are at work, where that can take its time: a page is fetched, a briefing written. Alone with somebody it is a message being written, which says
 * what is being done; elsewhere, and where the service does not know those, that we are typing. A quick answer shows no sign. Thread-safe; never blocks for long.
 */
final class WorkSigns {
    private static final Logger LOG = LoggerFactory.getLogger(WorkSigns.class);
    private static final Pattern LINK =
            Pattern.compile("(?:/(?:summarize|known)\\s+|/why\\s+(?:link:)?)?(https?://\\S+).*", Pattern.DOTALL);
    private static final Pattern BRIEFING = Pattern.compile("/brief(?:\\s.*)?", Pattern.DOTALL);
    private static final int HOST = 60;

    /** Who is answered sooner needs no sign. */
    private static final Duration QUICK = Duration.ofMillis(700);
    /** The service shows a draft for 30 seconds, and that somebody types for 5. */
    private static final Duration DRAFT = Duration.ofSeconds(25);

    private static final Duration TYPING = Duration.ofSeconds(4);

    private final Calls calls;
    private final Powers powers;
    private final ExecutorService threads;
    private final Sleeper sleeper;

    WorkSigns(Calls calls, Powers powers, ExecutorService threads, Sleeper sleeper) {
        this.calls = calls;
        this.powers = powers;
        this.threads = threads;
        this.sleeper = sleeper;
    }

    /** Work going on; closed when its answer is there, before that is sent. */
    interface Sign extends AutoCloseable {
        @Override
        void close();
    }

    /** {@code asked} is what the desk is asked by message number {@code question}. */
    Sign begin(Venue venue, int question, String asked, Locale language) {
        Optional<String> words = words(asked.strip(), Texts.in(language));
        if (words.isEmpty() || venue.kind() == Venue.Kind.CHANNEL) {
            return () -> {};
        }
        Shown shown = new Shown(venue, Math.max(1, question), words.get());
        Future<?> showing = threads.submit(shown);
        return () -> {
            shown.end();
            showing.cancel(true);
        };
    }

    private static Optional<String> words(String asked, Texts texts) {
        Matcher link = LINK.matcher(asked);
        if (link.matches()) {
            return Optional.of(texts.text("work.link", host(link.group(1))));
        }
        return BRIEFING.matcher(asked).matches() ? Optional.of(texts.text("work.briefing")) : Optional.empty();
    }

    private static String host(String link) {
        try {
            return Display.brief(String.valueOf(URI.create(link).getHost()), HOST);
        } catch (IllegalArgumentException e) {
            return Display.brief(link, HOST);
        }
    }

    private final class Shown implements Runnable {
        private final Venue venue;
        private final int draft;
        private final String words;
        /** Held while a sign is sent, so that none comes after the answer. */
        private final ReentrantLock sending = new ReentrantLock();

        private boolean over;

        private Shown(Venue venue, int draft, String words) {
            this.venue = venue;
            this.draft = draft;
            this.words = words;
        }

        @Override
        public void run() {
            try {
                Duration pause = QUICK;
                do {
                    sleeper.sleep(pause);
                    pause = showOnce();
                } while (!pause.isZero());
            } catch (InterruptedException e) {
                // The answer is there, or we are being stopped.
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("telegram sign of work failed", e);
            }
        }

        /** When to show it again; zero: no more. */
        private Duration showOnce() throws InterruptedException {
            sending.lockInterruptibly();
            try {
                if (over) {
                    return Duration.ZERO;
                }
                if (venue.isPrivate() && powers.has(Power.DRAFTS)) {
                    Optional<Failure> failure = failure(draft());
                    if (failure.isEmpty()) {
                        return DRAFT;
                    }
                    if (!Courier.isAboutTheForm(failure.get())) {
                        return Duration.ZERO;
                    }
                    powers.refused(Power.DRAFTS, failure.get().reason());
                }
                return failure(typing()).isEmpty() ? TYPING : Duration.ZERO;
            } finally {
                sending.unlock();
            }
        }

        private SendMessageDraft draft() {
            SendMessageDraft call = new SendMessageDraft(venue.chat(), draft);
            call.setMessageThreadId(venue.thread().orElse(null));
            call.setText(words);
            return call;
        }

        private SendChatAction typing() {
            SendChatAction call = new SendChatAction(Long.toString(venue.chat()), ActionType.TYPING.toString());
            call.setMessageThreadId(venue.thread().orElse(null));
            return call;
        }

        private <T extends Serializable> Optional<Failure> failure(BotApiMethod<T> call) throws InterruptedException {
            return calls.callOnce(call) instanceof Result.Failed<T>(Failure failure)
                    ? Optional.of(failure)
                    : Optional.empty();
        }

        /** Waits for a sign that is just being sent, but not for long: the answer matters more. */
        private void end() {
            boolean held = false;
            try {
                held = sending.tryLock(1, TimeUnit.SECONDS);
                over = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (held) {
                    sending.unlock();
                }
            }
        }
    }
}
