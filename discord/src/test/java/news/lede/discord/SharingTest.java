package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import news.lede.answer.Texts;
import news.lede.discord.server.Asked;
import news.lede.discord.server.Faults.Fault;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import news.lede.subscription.Channel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one person was shown alone can be shown to all, by the real JDA at a local server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharingTest {
    private static final Person CY = Person.member("303", "cy");
    private static final long EVERYONE = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_EMBED_LINKS);

    private Rig rig;

    @BeforeAll
    void connect() throws IOException {
        rig = Rig.connected();
    }

    @AfterAll
    void leave() throws IOException {
        rig.close();
    }

    @AfterEach
    void nothingWasWrong() {
        rig.desk.style(Channel.Style.CARD);
        rig.server.faults().clear();
        assertThat(rig.server.traffic().violations()).isEmpty();
        assertThat(rig.server.unanswered()).isEmpty();
    }

    private static Shown shown(Asked asked) {
        return asked.awaitMessage(Rig.SOON);
    }

    /** A story that somebody alone sees. */
    private static Shown card(Scene scene) {
        return shown(scene.press(shown(scene.command("latest", Map.of())), "Open"));
    }

    private static List<String> without(List<String> texts, String first) {
        return texts.stream().filter(t -> !t.startsWith(first)).toList();
    }

    @Test
    void allSeeTheSameAnswer_underTheNameOfWhoSharedIt() {
        Scene cy = rig.server.inServer().as(CY);
        Shown alone = card(cy);
        Asked press = cy.press(alone, "Share");
        Shown all = shown(press);

        assertThat(alone.ephemeral()).isTrue();
        assertThat(all.ephemeral()).isFalse();
        assertThat(all.texts().getFirst()).isEqualTo("-# Shared by <@303>");
        assertThat(without(all.texts(), "-# Shared")).isEqualTo(alone.texts());
        assertThat(all.buttons()).doesNotContainKey("Share").containsKey("Related");
        assertThat(press.messages()).hasSize(1);
        assertThat(all.json().path("allowed_mentions").path("users")).isEmpty();
    }

    @Test
    void itsPictureIsSharedToo() {
        Scene cy = rig.server.inServer().as(CY);
        Shown list = shown(cy.command("latest", Map.of()));
        rig.desk.next(SampleAnswers.card(Texts.in(Locale.ENGLISH), true));
        Shown alone = shown(cy.press(list, "Open"));
        Shown all = shown(cy.press(alone, "Share"));
        assertThat(all.json().findValues("media"))
                .isNotEmpty()
                .isEqualTo(alone.json().findValues("media"));
        assertThat(without(all.texts(), "-# Shared")).isEqualTo(alone.texts());
        assertThat(all.buttons()).containsKeys("👍", "👎", "Why this?").doesNotContainKey("Share");
    }

    @Test
    void whatCannotBeReadBackIsNotShared() {
        Scene cy = rig.server.inServer().as(CY);
        Shown alone = card(cy);
        // As of a kind that our library does not know yet.
        ((ObjectNode) alone.json().at("/components/0")).put("type", 99);
        Shown told = shown(cy.press(alone, "Share"));
        assertThat(told.ephemeral()).isTrue();
        assertThat(told.asSeen(PaperDesk.NOW)).contains("Not shared");
    }

    @Test
    void whatWasSharedCanBeReadOnFrom() {
        Scene cy = rig.server.inServer().as(CY);
        Shown all = shown(cy.press(card(cy), "Share"));
        Shown related = shown(rig.server.inServer().press(all, "Related"));
        assertThat(related.ephemeral()).isTrue();
        assertThat(related.asSeen(PaperDesk.NOW)).contains("both mention Mara Lind");
    }

    @Test
    void pressedTwiceAtOnce_itIsShownOnce() {
        Scene cy = rig.server.inServer().as(CY);
        Shown alone = card(cy);
        List<Asked> presses =
                Stream.generate(() -> cy.press(alone, "Share")).limit(4).toList();
        List<Shown> shown = presses.stream().map(SharingTest::shown).toList();

        assertThat(shown).filteredOn(s -> !s.ephemeral()).hasSize(1);
        assertThat(shown)
                .filteredOn(Shown::ephemeral)
                .hasSize(3)
                .allMatch(s -> s.asSeen(PaperDesk.NOW).contains("Shared already"));
    }

    @Test
    void inTheLookOfAnEmbed_itIsShownAsOne() {
        Scene cy = rig.server.inServer().as(CY);
        Shown list = shown(cy.command("latest", Map.of()));
        rig.desk.style(Channel.Style.EMBED);
        Shown alone = shown(cy.press(list, "Open"));
        Shown all = shown(cy.press(alone, "Share"));

        assertThat(alone.json().path("embeds")).hasSize(1);
        assertThat(all.ephemeral()).isFalse();
        assertThat(all.json().path("content").asText()).isEqualTo("Shared by <@303>");
        for (String part : List.of("title", "url", "description", "fields", "color")) {
            assertThat(all.json().at("/embeds/0/" + part))
                    .isEqualTo(alone.json().at("/embeds/0/" + part));
        }
        assertThat(all.buttons()).doesNotContainKey("Share");
    }

    @Test
    void whereTheSharerMayNotWrite_theyAreToldSo() {
        Scene cy = rig.server.inServer().as(CY);
        Shown alone = card(cy);
        rig.server.everyoneMay(EVERYONE & ~Permission.MESSAGE_SEND.getRawValue());
        try {
            Awaitility.await().atMost(Rig.SOON).untilAsserted(() -> {
                Shown refused = shown(cy.press(card(cy), "Share"));
                assertThat(refused.ephemeral()).isTrue();
                assertThat(refused.asSeen(PaperDesk.NOW)).contains("You may not write here", "send messages");
            });
        } finally {
            rig.server.everyoneMay(EVERYONE);
        }
        Awaitility.await()
                .atMost(Rig.SOON)
                .until(() -> !shown(cy.press(alone, "Share")).ephemeral());
    }

    @Test
    void whoIsInTimeOutSharesNothing() {
        Scene cy = rig.server.inServer().as(CY.inTimeOut());
        assertThat(shown(cy.press(card(cy), "Share")).asSeen(PaperDesk.NOW)).contains("You may not write here");
    }

    @Test
    void aGuestSharesWithTheFirstAnswerToThePress() {
        Scene cy = rig.server.inForeignServer().as(CY);
        Asked press = cy.press(card(cy), "Share");
        assertThat(shown(press).ephemeral()).isFalse();
        assertThat(press.messages()).hasSize(1);
        assertThat(press.awaitFirst(Rig.SOON)).isEqualTo(Asked.First.MESSAGE);
    }

    @Test
    void aGuestWhomTheServerDoesNotLetShareIsToldWhoCanAllowIt() {
        Scene cy = rig.server.inForeignServer().as(CY.without(Person.EXTERNAL_APPS));
        Shown refused = shown(cy.press(card(cy), "Share"));
        assertThat(refused.ephemeral()).isTrue();
        assertThat(refused.asSeen(PaperDesk.NOW)).contains("Use External Apps");
    }

    @Test
    void aGuestWhoMayNotWriteThereIsToldSo() {
        Scene cy = rig.server.inForeignServer().as(CY.without(Permission.MESSAGE_SEND.getRawValue()));
        assertThat(shown(cy.press(card(cy), "Share")).asSeen(PaperDesk.NOW)).contains("You may not write here");
    }

    @Test
    void aloneWithTheBot_andOnWhatIsNoNews_thereIsNothingToShare() {
        assertThat(card(rig.server.inDirectMessage()).buttons()).doesNotContainKey("Share");
        assertThat(shown(rig.server.inServer().command("start", Map.of())).buttons())
                .doesNotContainKey("Share");
        assertThat(shown(rig.server.inServer().command("latest", Map.of())).buttons())
                .doesNotContainKey("Share");
    }

    @Test
    void whenDiscordRefusesIt_theSharerIsToldAndMayTryAgain() {
        Scene cy = rig.server.inServer().as(CY);
        Shown alone = card(cy);
        rig.server.faults().next(2, "/callback", new Fault.Status(500));
        Shown told = shown(cy.press(alone, "Share"));
        assertThat(told.ephemeral()).isTrue();
        assertThat(told.asSeen(PaperDesk.NOW)).contains("Not shared");

        assertThat(shown(cy.press(alone, "Share")).ephemeral()).isFalse();
    }

    @Test
    void inGermanTheButtonIsGerman_andTheLineSpeaksToTheServer() {
        Scene cy = rig.server.inServer().as(CY).speaking("de");
        Shown list = shown(cy.command("latest", Map.of()));
        Shown alone = shown(cy.press(list, list.buttons().keySet().iterator().next()));
        JsonNode all = shown(cy.press(alone, "Teilen")).json();
        assertThat(all.path("components").findValuesAsText("content").getFirst())
                .isEqualTo("-# Shared by <@303>");
    }
}
