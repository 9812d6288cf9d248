package news.lede.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** A line's words name an event, always the same; its values are fields. */
class LogEventTest {
    @Test
    void whatStandsBeforeTheFirstFieldIsTheName() {
        LogEvent event = LogEvent.of("poll failed source={} outcome=\"{}\"", "https://pier.example/feed", "gone away");

        assertThat(event.name()).isEqualTo("poll-failed");
        assertThat(event.fields())
                .containsExactly(entry("source", "https://pier.example/feed"), entry("outcome", "gone away"));
    }

    @Test
    void aFieldMayBeWrittenOut() {
        LogEvent event = LogEvent.of("turned away what={} reason=queue-full remedy=\"ask later\"", "/latest");

        assertThat(event.fields())
                .containsExactly(entry("what", "/latest"), entry("reason", "queue-full"), entry("remedy", "ask later"));
    }

    @Test
    void wordsAloneAreAnEventWithoutFields() {
        assertThat(LogEvent.of("The network is back!"))
                .isEqualTo(new LogEvent("the-network-is-back", java.util.Map.of()));
    }

    @Test
    void aFieldCalledEventIsTheName() {
        LogEvent event = LogEvent.of("event=web.failed path={}", "/topics");

        assertThat(event.name()).isEqualTo("web.failed");
        assertThat(event.fields()).containsExactly(entry("path", "/topics"));
    }

    @Test
    void valuesThatAreMissingOrNothingAreEmptyOrSaidToBeNothing() {
        assertThat(LogEvent.of("a b={} c={}", (Object) null).fields())
                .containsExactly(entry("b", "null"), entry("c", ""));
    }

    @Test
    void aValueWithAnEqualsSignIsNoField() {
        assertThat(LogEvent.of("asked address={} n={}", "https://a.example/?q=1", 2)
                        .fields())
                .containsExactly(entry("address", "https://a.example/?q=1"), entry("n", "2"));
    }
}
