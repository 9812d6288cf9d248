package news.lede.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.community.PlatformFacts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Has updates brought to an address of ours when there is one that the service can reach, and polls for them otherwise. When the service says that it cannot bring what waits, polling takes
 * over for a while; then the address is tried again. Either way they go to the same {@link Reception}.
 */
final class Receiving {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final String FACT = "receiving";
    private static final String BY_WEBHOOK = "webhook";
    private static final String BY_POLLING = "polling";

    /** Looks at which something waits that could not be brought, in a row, until we fetch it ourselves. */
    private static final int PATIENT_LOOKS = 3;

    private static final int TRIES = 5;
    /** Whoever asked waits. */
    private static final Duration BETWEEN_KEPT = Duration.ofMillis(300);

    private static final int PAUSES_BETWEEN_LOOKS = 2;
    private static final int PAUSES_UNTIL_TRIED_AGAIN = 60;

    private final Calls calls;
    private final Way way;
    private final Supplier<Poller> pollers;
    private final Health health;
    private final Pace pace;
    private @Nullable Poller polling;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Told told;
    private volatile boolean stopping;
    private int badLooks;

    /** Where updates are brought to, and who takes them there; without {@code address} they are polled for. */
    record Way(Optional<URI> address, Webhook webhook) {}

    /** What was said of an account last. */
    private record Told(PlatformFacts facts, String account) {
        boolean byWebhook() {
            return facts.told("telegram", account, FACT)
                    .filter(BY_WEBHOOK::equals)
                    .isPresent();
        }

        void tell(String way) {
            facts.tell("telegram", account, FACT, way);
        }
    }

    /** @param pollers makes one that has not begun */
    Receiving(Calls calls, Way way, Supplier<Poller> pollers, Health health, Pace pace) {
        this.calls = calls;
        this.way = way;
        this.pollers = pollers;
        this.health = health;
        this.pace = pace;
    }

    /** Begins; returns when updates come, or when polling for them was begun. {@code account}: of the bot. */
    void start(Reception reception, PlatformFacts facts, String account)
            throws InterruptedException, TelegramApiException {
        Told last = new Told(facts, account);
        boolean broughtBefore = last.byWebhook();
        told = last;
        if (way.address().isEmpty()) {
            poll(reception, broughtBefore ? 0 : reception.lastTaken());
            return;
        }
        URI address = way.address().get();
        begin("telegram-webhook", () -> way.webhook().run(reception::take));
        boolean brought = set(address, last);
        if (!brought) {
            poll(reception, broughtBefore ? 0 : reception.lastTaken());
        }
        begin("telegram-webhook-look", () -> look(address, reception, last, brought));
    }

    /** Takes, again and again, what was brought to other processes on our store and is kept there. Nothing is where nothing is brought. */
    void takeKept(Reception reception) {
        if (way.address().isPresent()) {
            begin("telegram-anteroom", () -> {
                try {
                    while (!stopping) {
                        takeKeptOnce(reception);
                        Thread.sleep(BETWEEN_KEPT);
                    }
                } catch (InterruptedException e) {
                    // We are being stopped.
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static void takeKeptOnce(Reception reception) {
        try {
            reception.takeKept();
        } catch (RuntimeException e) {
            LOG.warn("what other processes keep for us is not known, looking again error={}", e.toString());
        }
    }

    /** Whether we ask for updates at present; then the last of them are to be confirmed at the end. */
    synchronized boolean isPolling() {
        return polling != null;
    }

    /** Ends it; when this returns no update comes any more. What was brought to us and not kept is brought again later. */
    void stop() throws InterruptedException {
        Poller last;
        List<Thread> begun;
        synchronized (this) {
            stopping = true;
            begun = List.copyOf(threads);
            last = polling;
        }
        for (Thread thread : begun) {
            thread.interrupt();
            thread.join();
        }
        if (last != null) {
            last.stop();
        }
    }

    /** What was polled for is confirmed: the next life goes on behind it. */
    void confirmed() {
        Told last = told;
        if (last != null && way.address().isEmpty() && last.byWebhook()) {
            last.tell(BY_POLLING);
        }
    }

    private synchronized void begin(String name, Runnable work) {
        if (!stopping) {
            threads.add(Thread.ofVirtual().name(name).start(work));
        }
    }

    /**
     * Asks for updates behind {@code lastTaken}. Those that are brought come in any order, so after that everything is asked for that is not confirmed; what we know already is passed over.
     */
    private void poll(Reception reception, long lastTaken) throws TelegramApiException {
        Poller fresh;
        synchronized (this) {
            if (stopping) {
                return;
            }
            fresh = pollers.get();
            polling = fresh;
        }
        fresh.start(reception, lastTaken);
    }

    /** Leaves the present poller, to end by itself, and polls with a new one. Does nothing where updates are brought to us. */
    void pollAnew(Reception reception) throws TelegramApiException {
        Poller stuck;
        synchronized (this) {
            stuck = polling;
            polling = null;
        }
        if (stuck == null) {
            return;
        }
        begin("telegram-poll-end", () -> end(stuck));
        poll(reception, way.address().isPresent() ? 0 : reception.lastTaken());
    }

    private static void end(Poller stuck) {
        try {
            stuck.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopPolling() throws InterruptedException {
        Poller last;
        synchronized (this) {
            last = polling;
            polling = null;
        }
        if (last != null) {
            last.stop();
        }
    }

    private void look(URI address, Reception reception, Told last, boolean broughtAtFirst) {
        boolean brought = broughtAtFirst;
        try {
            while (!stopping) {
                int pauses = brought || !isPolling() ? PAUSES_BETWEEN_LOOKS : PAUSES_UNTIL_TRIED_AGAIN;
                Thread.sleep(pace.longestPause().multipliedBy(pauses));
                brought = brought ? isStillBrought(address, last) : isBroughtAgain(address, last);
                if (!brought) {
                    pollAllTheSame(reception);
                }
            }
        } catch (InterruptedException e) {
            // We are being stopped.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBroughtAgain(URI address, Told last) throws InterruptedException {
        stopPolling();
        return guarded(() -> set(address, last));
    }

    private boolean isStillBrought(URI address, Told last) throws InterruptedException {
        return guarded(() -> isBrought(address, last));
    }

    private interface Looking {
        boolean isBrought() throws InterruptedException;
    }

    /** A store that refuses, or a want of memory, must not leave us deaf and without another look. */
    private static boolean guarded(Looking looking) throws InterruptedException {
        try {
            return looking.isBrought();
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            LOG.error("telegram cannot be told where to bring updates, polling for them instead", e);
            return false;
        }
    }

    private void pollAllTheSame(Reception reception) throws InterruptedException {
        try {
            poll(reception, 0);
        } catch (TelegramApiException | RuntimeException | LinkageError | VirtualMachineError e) {
            stopPolling();
            if (!stopping) {
                LOG.error("telegram updates cannot be polled for; trying again", e);
                health.troubled("receiving", "no updates come at present; trying again, and the log says why");
            }
        }
    }

    /** Tells the service where to bring updates. What it refuses, it will refuse again. */
    private boolean set(URI address, Told last) throws InterruptedException {
        // Before it is so: whoever is killed in between must not take the order of what comes for granted.
        if (!last.byWebhook()) {
            last.tell(BY_WEBHOOK);
        }
        for (int failures = 1; failures <= TRIES; failures++) {
            switch (calls.callOnce(new SetOwnWebhook(address, way.webhook().secret()))) {
                case Calls.Result.Done<Boolean> _ -> {
                    badLooks = 0;
                    LOG.info("telegram updates are brought to us address={}", address);
                    health.ready();
                    return true;
                }
                case Calls.Result.Failed<Boolean>(Failure.Flood flood) -> Thread.sleep(flood.after());
                case Calls.Result.Failed<Boolean>(Failure.Passing _), Calls.Result.Failed<Boolean>(Failure.NotSent _) ->
                    Thread.sleep(pace.pauseAfter(failures));
                case Calls.Result.Failed<Boolean>(Failure failure) -> {
                    LOG.warn(
                            "telegram does not bring updates to us, polling for them instead address={} reason=\"{}\"",
                            address,
                            failure.reason());
                    return false;
                }
            }
        }
        LOG.warn("telegram was not told where to bring updates, polling for them instead address={}", address);
        return false;
    }

    private boolean isBrought(URI address, Told last) throws InterruptedException {
        return switch (calls.callOnce(new GetWebhookInfo())) {
            case Calls.Result.Done<WebhookInfo>(WebhookInfo info) -> isBrought(address, last, info);
            case Calls.Result.Failed<WebhookInfo>(Failure.BadToken(String reason)) -> {
                health.failed(
                        "token",
                        "Telegram refuses the token (" + reason
                                + "); get the right one from @BotFather, set telegram.token, start again");
                yield true;
            }
            case Calls.Result.Failed<WebhookInfo>(Failure.Flood _) -> true;
            case Calls.Result.Failed<WebhookInfo>(Failure failure) -> {
                health.troubled(
                        "unreachable",
                        "cannot reach the Telegram service (" + failure.reason() + "); check the network");
                yield true;
            }
        };
    }

    private boolean isBrought(URI address, Told last, WebhookInfo info) throws InterruptedException {
        if (!address.toString().equals(info.getUrl())) {
            LOG.warn("telegram was told by another program where to bring updates; told again address={}", address);
            return set(address, last);
        }
        if (!isStuck(info)) {
            badLooks = 0;
            health.ready();
            return true;
        }
        badLooks++;
        health.troubled(
                "webhook",
                "Telegram cannot bring updates to " + address + " (" + info.getLastErrorMessage()
                        + "); check web.public-url and the proxy in front of it");
        if (badLooks < PATIENT_LOOKS) {
            return true;
        }
        Duration pause = pace.longestPause().multipliedBy(PAUSES_UNTIL_TRIED_AGAIN);
        LOG.warn("telegram updates are polled for, the address is tried again later address={} in={}", address, pause);
        return false;
    }

    /** Something waits, and since the last that came the service has failed to bring some. */
    private boolean isStuck(WebhookInfo info) {
        Integer waiting = info.getPendingUpdatesCount();
        Integer failed = info.getLastErrorDate();
        return waiting != null
                && waiting > 0
                && failed != null
                && failed >= way.webhook().lastKept().getEpochSecond();
    }
}
