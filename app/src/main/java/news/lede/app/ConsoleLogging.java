package news.lede.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.stream.Stream;
import news.lede.config.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends warnings and errors to standard error. Set up by code because reading a file of it costs a tenth of a second at each start. Found by
 * logback as a service.
 */
public final class ConsoleLogging extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogLines lines = new LogLines();
        lines.setContext(context);
        lines.setName("console");
        lines.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(lines);
        quieten(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Writes as the settings say, and never what they keep secret. */
    static void follow(Settings settings) {
        LogLines.hide(Strikeout.of(Stream.of(
                        settings.discord().token(),
                        settings.telegram().token(),
                        settings.store().password(),
                        settings.web().token())
                .flatMap(secret -> secret.reveal().stream())
                .toList()));
        LogLines.writeJson(settings.log().format() == Settings.LogFormat.JSON);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // Ours alone: what libraries say of themselves at this level is for those who write them.
            context.getLogger("news.lede")
                    .setLevel(
                            switch (settings.log().level()) {
                                case WARN -> Level.WARN;
                                case INFO -> Level.INFO;
                                case DEBUG -> Level.DEBUG;
                            });
        }
    }

    /** The Discord adapter says itself, once, what its library says at every try; and the library's connection logs whole events, with their short-lived tokens. */
    private static void quieten(LoggerContext context) {
        context.getLogger("net.dv8tion").setLevel(Level.ERROR);
        context.getLogger("net.dv8tion.jda.internal.requests.Requester").setLevel(Level.OFF);
        context.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient").setLevel(Level.OFF);
    }
}
