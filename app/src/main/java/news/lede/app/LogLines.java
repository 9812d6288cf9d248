package news.lede.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes each log event as one line to standard error, for people or for programs; the trace of an exception goes to the {@link FailureLog}, once there is one. What is secret is struck out, wherever it came from.
 */
final class LogLines extends AppenderBase<ILoggingEvent> {
    /** What others wrote may stand in a line: it neither ends it nor commands the terminal. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]+");

    private static final AtomicReference<@Nullable FailureLog> TRACES = new AtomicReference<>();
    private static final AtomicReference<Strikeout> SECRETS = new AtomicReference<>(Strikeout.NOTHING);
    private static final LongAdder WARNINGS = new LongAdder();
    private static final LongAdder ERRORS = new LongAdder();
    private static volatile boolean json;

    /** From now on, traces go there. */
    static void keepTracesIn(FailureLog log) {
        TRACES.set(log);
    }

    /** From now on, these are struck out. */
    static void hide(Strikeout secrets) {
        SECRETS.set(secrets);
    }

    /** From now on, each line is a JSON object, or not. */
    static void writeJson(boolean asJson) {
        json = asJson;
    }

    /** How many warnings were written, and errors, since the program began. */
    static double warnings() {
        return WARNINGS.sum();
    }

    static double errors() {
        return ERRORS.sum();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            ERRORS.increment();
        } else if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            WARNINGS.increment();
        }
        System.err.println(line(event));
    }

    /** The line that an event makes; its trace is kept. */
    static String line(ILoggingEvent event) {
        Optional<IThrowableProxy> thrown = Optional.ofNullable(event.getThrowableProxy());
        Optional<String> cause = thrown.map(t -> t.getClassName() + ": " + t.getMessage());
        Optional<String> trace = thrown.flatMap(t -> kept(t, event.getFormattedMessage()));
        return SECRETS.get().in(json ? object(event, cause, trace) : text(event, cause, trace));
    }

    private static Optional<String> kept(IThrowableProxy thrown, String doing) {
        FailureLog traces = TRACES.get();
        return traces != null && thrown instanceof ThrowableProxy proxy
                ? traces.keep(proxy.getThrowable(), doing, SECRETS.get()).map(String::valueOf)
                : Optional.empty();
    }

    private static String text(ILoggingEvent event, Optional<String> cause, Optional<String> trace) {
        StringBuilder line = new StringBuilder()
                .append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getFormattedMessage());
        cause.ifPresent(c -> line.append(" cause=\"").append(c).append('"'));
        trace.ifPresent(file -> line.append(" trace=").append(file));
        return CONTROLS.matcher(line).replaceAll(" ");
    }

    private static String object(ILoggingEvent event, Optional<String> cause, Optional<String> trace) {
        Object[] values = event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
        LogEvent parts = LogEvent.of(event.getMessage(), values);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", event.getInstant().toString());
        object.put("level", event.getLevel().toString());
        object.put("event", parts.name());
        object.put("logger", event.getLoggerName());
        object.put("message", event.getFormattedMessage());
        if (!parts.fields().isEmpty()) {
            object.put("fields", parts.fields());
        }
        cause.ifPresent(c -> object.put("cause", c));
        trace.ifPresent(file -> object.put("trace", file));
        try {
            return Writer.JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            return text(event, cause, trace);
        }
    }

    /** Made when it is needed: loading it takes longer than a start may. */
    private static final class Writer {
        private static final ObjectMapper JSON = new ObjectMapper();
    }
}
