package news.lede.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged under a name while this is open; nothing of it reaches the console. */
final class CapturedLog implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private CapturedLog(Logger logger, Level from) {
        this.logger = logger;
        this.before = logger.getLevel();
        // It is read while others still write.
        events.list = new CopyOnWriteArrayList<>();
        events.start();
        logger.setLevel(from);
        logger.setAdditive(false);
        logger.addAppender(events);
    }

    static CapturedLog of(String name, Level from) {
        return new CapturedLog((Logger) LoggerFactory.getLogger(name), from);
    }

    /** The lines of one level, oldest first. */
    List<String> lines(Level level) {
        return List.copyOf(events.list).stream()
                .filter(e -> e.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Every line that brings an exception with it, or is an error. */
    List<String> failures() {
        return List.copyOf(events.list).stream()
                .filter(e -> e.getThrowableProxy() != null || e.getLevel() == Level.ERROR)
                .map(e -> e.getLoggerName() + " " + e.getFormattedMessage() + " "
                        + (e.getThrowableProxy() == null
                                ? ""
                                : e.getThrowableProxy().getMessage()))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setAdditive(true);
        logger.setLevel(before);
    }
}
