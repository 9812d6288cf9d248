package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {
    private static String line(String said) {
        LoggerContext context = new LoggerContext();
        return LogLines.line(new LoggingEvent(
                "here", context.getLogger("here"), Level.WARN, "hub refused reason=\"{}\"", null, new Object[] {said}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no\n2026-05-04T12:00:00Z ERROR all is lost",
                "no\r\nmore",
                "no\u2028more",
                "no\u0085more",
                "no\u001b[2Jmore",
                "no\u009b2Jmore",
                "no\u0007\u0000more"
            })
    void whatOthersWroteNeitherEndsALineNorCommandsTheTerminal(String said) {
        assertThat(line(said))
                .contains("reason=\"no ")
                .doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029]")
                .endsWith("\"");
    }
}
