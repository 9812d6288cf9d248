package news.lede.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.lede.ingest.EntryJson.Payload;
import news.lede.ingest.Inbox.Carried;
import news.lede.ingest.TestFeed.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryJsonTest {
    private static final Instant WHEN = Instant.parse("2026-05-04T12:00:00Z");

    private static CarriedEntry entry(String guid, String title, Instant published, String html) {
        return new CarriedEntry(
                Optional.of(guid),
                Optional.of(URI.create("https://courier.example/f%C3%A4hre?a=1&b=2")),
                true,
                title,
                Optional.of(published),
                html,
                Optional.of("Küstenbote \"Nord\""),
                Optional.of("de-DE"),
                Optional.of(URI.create("https://courier.example/f%C3%A4hre.jpg?w=800")),
                7);
    }

    private static CarriedEntry back(CarriedEntry entry) {
        return ((Payload.OfFeed) EntryJson.read(EntryJson.write(entry))).entry();
    }

    @Test
    void anEntryComesBackAsItWas() {
        CarriedEntry whole = entry("tag:1", "Fähre 🚢 „auf“ Grund\\", WHEN, "<p class=\"a\">Text</p>\n");
        CarriedEntry bare = new CarriedEntry(
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);

        assertThat(back(whole)).isEqualTo(whole);
        assertThat(back(bare)).isEqualTo(bare);
    }

    @Test
    void aFileComesBackAsItWas() {
        assertThat(EntryJson.read(EntryJson.write(Path.of("/news/Mo \"1\"/a.txt"), Path.of("/news"))))
                .isEqualTo(new Payload.OfFolder(Path.of("/news/Mo \"1\"/a.txt"), Path.of("/news")));
    }

    @Test
    void nothingGrowsBeyondItsLimitAndNoCharacterIsCutInTwo() {
        CarriedEntry hostile = entry("x".repeat(100_000), "🚢".repeat(50_000), WHEN, "y" + "🚢".repeat(5_000_000));

        CarriedEntry kept = back(hostile);

        assertThat(kept.guid()).isEmpty();
        assertThat(kept.title()).isEqualTo("🚢".repeat(EntryJson.MOST_TITLE / 2));
        assertThat(kept.html()).hasSize(EntryJson.MOST_HTML - 1).endsWith("🚢");
    }

    @Test
    void datesBeyondAllBoundsAreKeptAsFarAsTheyCanBeTold() {
        assertThat(back(entry("1", "T", Instant.MAX, "")).published()).contains(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "7", "null", "{\"html\": \"x\"}", "{\"title\": \"x\", \"link\": \"https://a b\"}"
            })
    void whatIsDamagedSaysSo(String payload) {
        assertThat(EntryJson.read(payload)).isInstanceOf(Payload.Unreadable.class);
    }

    @Test
    void theEntriesOfAFeedAreCarriedOldestFirstWithTheFeedsKeys() {
        List<Carried> carried = EntryJson.carry(TestFeed.of(
                "Courier",
                List.of(
                        Item.of("https://courier.example/new", "New", WHEN, "n"),
                        Item.of("https://courier.example/old", "Old", WHEN.minusSeconds(9), "o"))));

        assertThat(carried)
                .extracting(Carried::key)
                .containsExactly("link:courier.example/old", "link:courier.example/new");
        assertThat(carried)
                .extracting(c ->
                        ((Payload.OfFeed) EntryJson.read(c.payload())).entry().rank())
                .containsExactly(1, 0);
        assertThat(carried).extracting(Carried::fingerprint).doesNotHaveDuplicates();
    }
}
