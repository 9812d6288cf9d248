package news.lede.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import news.lede.alert.Doors;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Takes updates from the poll, quickly, and sees to each in the order of its conversation: who asks, what the desk says, where it goes. Nothing that goes wrong
 * with one update reaches the poll or another update.
 */
final class Reception implements LongPollingUpdateConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String PLATFORM = "telegram";
    /** The service's limit for a text over the chat. */
    private static final int MAX_ALERT = 200;

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final InstantSource clock;
    private final Typed typed;
    private final String botName;
    private final Moderators moderators;
    private final Postman postman;
    private final Calls calls;
    private final ConversationQueue queue;
    private final ExecutorService threads;
    private final AccessUpdates access;
    private final SeenUpdates seen = new SeenUpdates();
    private final AtomicInteger lastTaken = new AtomicInteger();
    /** Waiting for the service holds a thread, which is cheap; asking the desk takes the machine, so few do at a time. */
    private final Semaphore atTheDesk =
            new Semaphore(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), true);

    Reception(
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            InstantSource clock,
            String botName,
            Moderators moderators,
            Postman postman,
            Calls calls,
            Doors doors,
            ConversationQueue queue,
            ExecutorService threads) {
        this.desk = desk;
        this.askers = askers;
        this.clock = clock;
        this.typed = new Typed(botName, desk.commands());
        this.botName = botName;
        this.moderators = moderators;
        this.postman = postman;
        this.calls = calls;
        this.queue = queue;
        this.threads = threads;
        this.access = new AccessUpdates(doors, threads);
    }

    /** The highest id of an update taken; 0 when none was. */
    int lastTaken() {
        return lastTaken.get();
    }

    @Override
    public void consume(List<Update> updates) {
        for (Update update : updates) {
            try {
                if (seen.isNew(update.getUpdateId())) {
                    access.take(update);
                    UpdateReader.read(update).ifPresent(this::take);
                }
            } catch (Throwable e) {
                // What leaves this method ends the library's polling without a word.
                LOG.error("telegram update failed update={}", update.getUpdateId(), e);
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            lastTaken.accumulateAndGet(update.getUpdateId(), Math::max);
        }
    }

    private void take(Incoming incoming) {
        Instant tooLate = calls.tooLate();
        switch (incoming) {
            case Incoming.Written written ->
                typed.forDesk(written)
                        .ifPresent(text -> enqueue(incoming, text, OptionalInt.of(written.message()), tooLate));
            case Incoming.Pressed pressed -> press(pressed, tooLate);
        }
    }

    /** The waiting sign on a button ends at once, before any slow work; among several people the answer follows in private, unless the command is about their place. */
    private void press(Incoming.Pressed pressed, Instant tooLate) {
        Optional<String> command = CallbackData.command(pressed.data());
        boolean alone = pressed.venue().isPrivate();
        if (!alone && command.filter(CommandSpecs::actsInPlace).isPresent()) {
            enqueue(pressed.venue(), () -> actInPlace(pressed, command.get(), tooLate));
            return;
        }
        Optional<String> link = alone ? Optional.empty() : command.flatMap(c -> DeepLink.of(botName, c));
        boolean understood = command.isPresent() && (alone || link.isPresent());
        Optional<String> alert = understood ? Optional.empty() : Optional.of(outdated(pressed.author()));
        threads.execute(() -> {
            try {
                postman.acknowledge(pressed.query(), alert, link, tooLate);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        if (alone && command.isPresent()) {
            enqueue(pressed, command.get(), OptionalInt.empty(), tooLate);
        }
    }

    /** What changes the place is done in it, and what came of it is told to whoever pressed, alone. */
    private void actInPlace(Incoming.Pressed pressed, String command, Instant tooLate) throws InterruptedException {
        Asked asked = asked(pressed, command);
        if (asked.answer() instanceof Answer.Notice notice) {
            String said = Display.brief(notice.title() + ": " + notice.text(), MAX_ALERT);
            postman.acknowledge(pressed.query(), Optional.of(said), Optional.empty(), tooLate);
        } else {
            postman.acknowledge(pressed.query(), Optional.empty(), Optional.empty(), tooLate);
            postman.deliver(asked.answer(), asked.phrases(), pressed.venue(), OptionalInt.empty(), tooLate);
        }
    }

    private static String outdated(Author author) {
        return Display.brief(Texts.in(language(author)).text("notice.button-outdated.text"), MAX_ALERT);
    }

    private void enqueue(Incoming incoming, String text, OptionalInt question, Instant tooLate) {
        enqueue(incoming.venue(), () -> answer(incoming, text, question, tooLate));
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void enqueue(Venue venue, Work work) {
        try {
            queue.add(new ConversationQueue.Key(venue.chat(), venue.thread().orElse(0)), () -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Incoming incoming, String text, OptionalInt question, Instant tooLate)
            throws InterruptedException {
        Asked asked = asked(incoming, text);
        postman.deliver(asked.answer(), asked.phrases(), incoming.venue(), question, tooLate);
    }

    /** What the desk said, and how it speaks to whoever asked. */
    private record Asked(Answer answer, Phrases phrases) {}

    private Asked asked(Incoming incoming, String text) throws InterruptedException {
        Venue venue = incoming.venue();
        try {
            Asker asker = askers.apply(introduction(venue, incoming.author()));
            return new Asked(ask(asker, text), Phrases.of(asker, clock.instant()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "telegram question failed chat={} thread={}",
                    venue.chat(),
                    venue.thread().orElse(null),
                    e);
            Texts texts = Texts.in(language(incoming.author()));
            return new Asked(
                    texts.notice("failed", List.of(), Typed.name(text)),
                    new Phrases(texts, clock.instant(), ZoneOffset.UTC));
        }
    }

    private Answer ask(Asker asker, String text) throws InterruptedException {
        atTheDesk.acquire();
        try {
            return desk.answer(asker, text);
        } finally {
            atTheDesk.release();
        }
    }

    private Introduction introduction(Venue venue, Author author) throws InterruptedException {
        String chat = Long.toString(venue.chat());
        return new Introduction(
                new PersonKey(PLATFORM, Long.toString(author.id())),
                new Place(PLATFORM, chat, venue.thread().map(String::valueOf)),
                chat,
                venue.title(),
                venue.isPrivate(),
                moderators.moderates(venue, author),
                // What several people read is in the language of their place, not of whoever asked.
                venue.isPrivate() ? author.language() : Optional.empty(),
                alone(venue, author));
    }

    /** The private chat has the id of the person. Nobody knows who writes in the name of a chat. */
    private static Optional<Introduction.Private> alone(Venue venue, Author author) {
        if (venue.isPrivate() || author.speaksForChat()) {
            return Optional.empty();
        }
        String chat = Long.toString(author.id());
        return Optional.of(new Introduction.Private(new Place(PLATFORM, chat, Optional.empty()), chat, "", true));
    }

    private static Locale language(Author author) {
        return author.language().orElse(Locale.ENGLISH);
    }
}
