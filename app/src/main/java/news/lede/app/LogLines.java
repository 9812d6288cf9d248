package news.lede.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes each log event as one line to standard error; the trace of an exception goes to the {@link FailureLog}, once there is one. */
final class LogLines extends AppenderBase<ILoggingEvent> {
    private static final AtomicReference<@Nullable FailureLog> TRACES = new AtomicReference<>();

    /** From now on, traces go there. */
    static void keepTracesIn(FailureLog log) {
        TRACES.set(log);
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder()
                .append(event.getInstant())
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(" cause=\"")
                    .append(thrown.getClassName())
                    .append(": ")
                    .append(thrown.getMessage())
                    .append('"');
            FailureLog traces = TRACES.get();
            if (traces != null && thrown instanceof ThrowableProxy proxy) {
                traces.keep(proxy.getThrowable(), event.getFormattedMessage())
                        .ifPresent(file -> line.append(" trace=").append(file));
            }
        }
        System.err.println(line);
    }
}
