package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Outgoing;
import news.lede.alert.Messenger.Result;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.community.Place;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Room;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.Test;

/** A server where nothing of ours is allowed any more: we stop long before Discord shuts us out, say so, and begin again. */
class RefusalStormTest {
    private final SettableClock clock = new SettableClock("2026-05-04T12:00:00Z");

    private static Outgoing message(int number) {
        Texts texts = Texts.in(Locale.ENGLISH);
        return new Outgoing(
                new Place("discord", "200", Optional.empty()),
                "n" + number,
                PaperDesk.card(texts, PaperDesk.item(4, 1, 1, List.of())),
                new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC),
                false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aStormOfRefusalsIsEndedByUs() throws IOException {
        try (CapturedLog log = CapturedLog.of("news.lede.discord", Level.INFO);
                Rig rig = Rig.started(DiscordServer.start(), clock)) {
            rig.server.awaitBot(Rig.LOGIN);
            rig.server.budgets().set(0, 0);
            rig.server.room("200").trouble(Room.Trouble.HIDDEN);
            Messenger messenger = rig.adapter.messenger();
            int sent = 0;
            while (messenger.send(message(sent)) instanceof Result.Unreachable && sent < 6000) {
                sent++;
            }

            assertThat(sent).isEqualTo(RefusalCount.MOST);
            assertThat(messenger.send(message(sent))).isInstanceOfSatisfying(Result.RetryAt.class, held -> {
                assertThat(held.account()).isTrue();
                assertThat(held.after()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(10));
            });
            assertThat(log.lines(Level.WARN))
                    .filteredOn(line -> line.contains("holding back"))
                    .hasSize(1);
            rig.server.inServer().command("latest", Map.of()).awaitMessage(Rig.SOON);

            clock.advance(Duration.ofMinutes(10));
            rig.server.room("200").trouble(Room.Trouble.NONE);
            assertThat(messenger.send(message(sent))).isInstanceOf(Result.Delivered.class);
            assertThat(log.lines(Level.INFO)).anyMatch(line -> line.contains("discord is asked again"));
        }
    }
}
