package news.lede.belongings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import news.lede.belongings.CommunityFile.About;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Pack;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.belongings.CommunityFile.Wanted;
import news.lede.belongings.CommunityJsonReader.Result;
import news.lede.source.SourceKind;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a community is taken whole or not at all. */
class CommunityJsonTest {
    private static final CommunityFile FILE = new CommunityFile(
            Instant.parse("2026-05-04T12:00:00Z"),
            "discord",
            "guild:5",
            "Arlen",
            Language.UNKNOWN,
            ZoneOffset.UTC,
            List.of(new Pack("default", List.of())),
            List.of(new OwnSource(SourceKind.FEED, "https://courier.example/feed", "Harbour Courier")),
            List.of(),
            List.of(new Spot(
                    1,
                    "11",
                    Optional.empty(),
                    Channel.standard(CommunityFile.NOWHERE).withBudget(OptionalInt.of(7)),
                    List.of(new Wanted(
                            new About.OfWords("harbour wall"),
                            "",
                            Set.of(),
                            1,
                            new Cadence.Instantly(),
                            Optional.empty())),
                    List.of())),
            List.of(),
            List.of());

    /** A file that was changed by somebody who knows how the sum is made. */
    private static Result changed(Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) CommunityJson.JSON.readTree(CommunityJson.write(FILE));
            ObjectNode community = (ObjectNode) json.path("community");
            change.accept(community);
            json.put("checksum", CommunityJson.checksum(community));
            return CommunityJsonReader.read(json.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String where(Result result) {
        assertThat(result).isInstanceOf(Result.Damaged.class);
        return ((Result.Damaged) result).where();
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        assertThat(CommunityJsonReader.read(CommunityJson.write(FILE))).isEqualTo(new Result.Read(FILE));
    }

    @Test
    void spacesAndLineEndsMeanNothing() {
        assertThat(CommunityJsonReader.read(CommunityJson.write(FILE).replace("\n", "\r\n  ")))
                .isEqualTo(new Result.Read(FILE));
    }

    @Test
    void aChangedValueIsDamage() {
        String text = CommunityJson.write(FILE);

        assertThat(where(CommunityJsonReader.read(text.replace("\"budget\" : 7", "\"budget\" : 8"))))
                .startsWith("checksum:");
    }

    @Test
    void aFileThatEndsEarlyIsDamagedWhereverItEnds() {
        String text = CommunityJson.write(FILE).strip();
        for (int end = 40; end < text.length(); end += 13) {
            assertThat(CommunityJsonReader.read(text.substring(0, end))).isInstanceOf(Result.Damaged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "hello", "{}", "{\"format\": \"other\"}", "<opml/>", "{\"version\": 1}"})
    void somethingElseIsForeign(String text) {
        assertThat(CommunityJsonReader.read(text)).isEqualTo(new Result.Foreign());
    }

    @Test
    void aFileOfALaterLedeIsRefusedByItsVersion() {
        assertThat(CommunityJsonReader.read(CommunityJson.write(FILE).replace("\"version\" : 1", "\"version\" : 2")))
                .isEqualTo(new Result.Newer(2));
    }

    @Test
    void whatTheSumCannotTellIsSaidWithItsPlace() {
        assertThat(where(changed(json -> json.put("zone", "Arlen/Harbour"))))
                .isEqualTo("community.zone: cannot be read");
        assertThat(where(changed(json -> json.remove("topics")))).isEqualTo("community.topics: has to be a list");
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0/channel")).put("budget", 1000))))
                .isEqualTo("community.places[0].channel.budget: is not from 1 to 100");
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0/subscriptions/0")).put("when", "later"))))
                .isEqualTo("community.places[0].subscriptions[0].when: is neither now nor digest");
        assertThat(where(changed(json -> json.set(
                        "places", json.arrayNode().add(json.at("/places/0")).add(json.at("/places/0"))))))
                .isEqualTo("community.places: have the same number twice");
    }

    @Test
    void aFileCannotMakeUsReadWhatIsNotOfTheWeb() {
        assertThat(where(changed(json -> ((ObjectNode) json.at("/sources/0")).put("kind", "folder"))))
                .isEqualTo("community.sources[0].kind: is not one that a community may read");
        assertThat(where(changed(json -> ((ObjectNode) json.at("/sources/0")).put("address", "file:///etc/hosts"))))
                .isEqualTo("community.sources[0].address: is no address of the web");
    }

    /** Whatever is read here is looked for in every article of the installation, or becomes part of an address. */
    @Test
    void aFileCannotMakeUsCarryWhatNobodyCouldHaveSetHere() {
        String words = "x,".repeat(5_000);
        assertThat(where(changed(json -> topic(json).putObject("words").set("en", array(json, words)))))
                .isEqualTo("community.topics[0].definition: has more words, or longer ones, than a topic may have");
        assertThat(where(changed(json -> topic(json).put("description", words))))
                .isEqualTo("community.topics[0].definition: has more texts, or longer ones, than a topic may have");
        assertThat(where(changed(json -> ((ObjectNode) topic(json).path("names")).put("de", words))))
                .isEqualTo("community.topics[0].definition: has more names, or longer ones, than a topic may have");
        assertThat(where(changed(json -> subscription(json).put("words", words))))
                .isEqualTo("community.places[0].subscriptions[0].words: are longer than anybody searches for");
        assertThat(where(changed(json -> {
                    for (int number = 2; number < 2_100; number++) {
                        ObjectNode place = json.at("/places/0").deepCopy();
                        ((ArrayNode) json.path("places")).add(place.put("number", number));
                    }
                })))
                .isEqualTo("community.places: are more than 2000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/../../guilds/7", "11?limit=1", "", "a b", "@everyone"})
    void whatIsNoIdIsNone(String id) {
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0")).put("chat", id))))
                .isEqualTo("community.places[0].chat: cannot be read");
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0")).put("thread", id))))
                .isEqualTo("community.places[0].thread: cannot be read");
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0/channel")).put("mention", id))))
                .isEqualTo("community.places[0].channel.mention: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-0044-03-15T12:00:00Z"})
    void aTimeThatNoStoreKeepsIsDamage(String time) {
        assertThat(where(changed(json -> ((ObjectNode) json.at("/places/0/channel")).put("paused_until", time))))
                .isEqualTo("community.places[0].channel.paused_until: cannot be read");
    }

    @Test
    void whatIsNoTopicOrNoScheduleOfAPersonIsDamage() {
        assertThat(where(changed(json -> subscription(json).put("topic", "No Name!"))))
                .isEqualTo("community.places[0].subscriptions[0].topic: cannot be read");
        assertThat(where(changed(json -> ((ArrayNode) json.path("grants"))
                        .addObject()
                        .put("person", "discord:7")
                        .put("topic", "No Name!"))))
                .isEqualTo("community.grants[0].topic: cannot be read");
        assertThat(where(changed(json -> subscription(json)
                        .put("when", "digest")
                        .put("zone", "UTC")
                        .put("schedule", "mon " + "07:30,".repeat(40) + "07:31"))))
                .isEqualTo("community.places[0].subscriptions[0].schedule: cannot be read");
    }

    private static ObjectNode subscription(ObjectNode json) {
        return (ObjectNode) json.at("/places/0/subscriptions/0");
    }

    private static ObjectNode topic(ObjectNode json) {
        ObjectNode definition = ((ArrayNode) json.path("topics"))
                .addObject()
                .put("name", "ferries")
                .putObject("definition");
        definition.putObject("names").put("en", "Ferries");
        return definition;
    }

    private static ArrayNode array(ObjectNode json, String words) {
        ArrayNode array = json.arrayNode();
        for (String word : words.split(",")) {
            array.add(word);
        }
        return array;
    }
}
