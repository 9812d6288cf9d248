package news.lede.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.NewsDesk;
import news.lede.command.Uploads;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the desk. What goes wrong there becomes an answer that says so. Thread-safe; blocks on the store. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final InstantSource clock;
    /** Waiting for the service holds a thread, which is cheap; asking the desk takes the machine, so few do at a time. */
    private final Semaphore atTheDesk =
            new Semaphore(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), true);

    Asking(NewsDesk desk, Function<Introduction, Asker> askers, InstantSource clock) {
        this.desk = desk;
        this.askers = askers;
        this.clock = clock;
    }

    /** What the desk said, and how it speaks to whoever asked. */
    record Asked(Answer answer, Phrases phrases) {}

    Asked ask(Introduction introduction, String text) throws InterruptedException {
        return ask(introduction, text, Uploads.NONE);
    }

    /** {@code files} came with the words. */
    Asked ask(Introduction introduction, String text, Uploads files) throws InterruptedException {
        try {
            Asker asker = askers.apply(introduction);
            return new Asked(answer(asker, text, files), Phrases.of(asker, clock.instant()));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("telegram question failed command={}", Typed.name(text), e);
            Locale language = introduction.locale().orElse(Locale.ENGLISH);
            return notice(language, "failed", Typed.name(text));
        }
    }

    /** Something we say without the desk, in a language. */
    Asked notice(Locale language, String name, Object... arguments) {
        Texts texts = Texts.in(language);
        Instant now = clock.instant();
        return new Asked(texts.notice(name, List.of(), arguments), new Phrases(texts, now, ZoneOffset.UTC));
    }

    /** What the desk has to say to something that was said among others. */
    Optional<Asked> remark(Place place, String said) throws InterruptedException {
        atTheDesk.acquire();
        try {
            return desk.remark(place, said).map(remark -> new Asked(remark.answer(), remark.phrases()));
        } finally {
            atTheDesk.release();
        }
    }

    private Answer answer(Asker asker, String text, Uploads files) throws InterruptedException {
        atTheDesk.acquire();
        try {
            return files.equals(Uploads.NONE) ? desk.answer(asker, text) : desk.answer(asker, text, files);
        } finally {
            atTheDesk.release();
        }
    }
}
