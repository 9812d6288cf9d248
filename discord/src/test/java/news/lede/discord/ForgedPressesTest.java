package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import news.lede.alert.SeenDoors;
import news.lede.command.CommandDesk;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.command.Dispatch;
import news.lede.command.Leaving;
import news.lede.command.Newsroom;
import news.lede.command.Oversight;
import news.lede.command.Tuning;
import news.lede.command.Voices;
import news.lede.community.Askers;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Entry;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.PersonNames;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.discord.server.DiscordServer;
import news.lede.discord.server.Person;
import news.lede.discord.server.Scene;
import news.lede.discord.server.Shown;
import news.lede.store.InMemoryStore;
import news.lede.story.Publishers;
import news.lede.story.StoryRanking;
import news.lede.story.StoryViews;
import news.lede.summary.ExtractLimit;
import news.lede.summary.Summarizer;
import news.lede.topic.OwnTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member reaches no command of moderators by a button or a form they forge, or find in an old message: what Discord brings is decoded by us, asked of the real desk, refused and written down. */
class ForgedPressesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final PersonKey KIM = new PersonKey("discord", "303");

    /** More refused tries of one person in an hour are not kept. */
    private static final int MOST_KEPT = 20;

    private final InMemoryStore store = new InMemoryStore();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private DiscordServer server;
    private DiscordAdapter adapter;
    private Shown message;

    @BeforeEach
    void connect() throws IOException {
        server = DiscordServer.start();
        Askers askers = new Askers(store.communities(), store.delegations(), List.of());
        adapter = new DiscordAdapter(
                new DiscordSettings(server.token(), server.restUrl(), ""),
                new CommandDesk(newsroom()),
                askers::of,
                pool,
                new DiscordAdapter.Outside(new SeenDoors(), store.platformFacts(), _ -> false),
                InstantSource.system(),
                _ -> {});
        adapter.start();
        server.awaitBot(Rig.LOGIN);
        message = member().command("help", Map.of()).awaitMessage(SOON);
    }

    @AfterEach
    void leave() throws IOException {
        adapter.stop();
        pool.shutdownNow();
        server.close();
    }

    /** What a refusal comes to before is never asked for. */
    private static <T> T nothing() {
        throw new IllegalStateException("a member got further than they may");
    }

    private Newsroom newsroom() {
        return new Newsroom(
                store.stories(),
                store.articles(),
                store.sources(),
                new StoryViews(store.stories(), store.articles()),
                new StoryRanking(() -> Publishers.UNRELATED),
                new OwnTopics(store.topics()),
                store.looks(),
                new Summarizer(ExtractLimit.DEFAULT),
                ForgedPressesTest::nothing,
                ForgedPressesTest::nothing,
                ForgedPressesTest::nothing,
                ForgedPressesTest::nothing,
                new Tuning(store.topics(), store.topicDrafts(), store.topicVotes()),
                new Voices(store.storyVotes(), store.storyReports(), store.suggestions()),
                store.subscriptions(),
                new Dispatch(
                        store.matches(), store.outbox(), store.deliveries(), store.suspensions(), store.retractions()),
                ForgedPressesTest::nothing,
                ForgedPressesTest::nothing,
                new Oversight(
                        store.transactor(),
                        store.audit(),
                        store.delegations(),
                        new Limits(store.quotas()),
                        PersonNames.none()),
                new Leaving(ForgedPressesTest::nothing, ForgedPressesTest::nothing, ForgedPressesTest::nothing),
                InstantSource.system());
    }

    private Scene member() {
        return server.inServer().as(Person.member(KIM.id(), "kim"));
    }

    private static Stream<String> calls() {
        return Stream.concat(
                CommandSpecs.ALL.stream()
                        .filter(spec -> spec.role().may(Role.EDITOR))
                        .map(CommandSpec::name)
                        .map(name -> "/" + name),
                Stream.of(
                        "/channel budget:6",
                        "/channel reports:yes",
                        "/grant person:303 role:moderator",
                        "/audit undo:yes",
                        "/votes forget:stories confirm:yes",
                        "/retract 1 confirm:yes",
                        "/source add https://feed.example/news"));
    }

    private List<Entry> refusals() {
        WorkspaceId workspace = store.communities()
                .workspace("discord", "guild:" + DiscordServer.GUILD, "")
                .id();
        return store.audit().latest(workspace, OptionalLong.empty(), 100);
    }

    private void assertRefused(Shown shown) {
        assertThat(shown.texts()).anyMatch(text -> text.contains("For moderators"));
        assertThat(shown.ephemeral()).isTrue();
    }

    @Test
    void aForgedButtonIsRefusedHoweverItIsWritten() {
        List<String> calls = calls().toList();
        for (String call : calls) {
            String id = CustomId.of(call).orElseThrow();
            assertRefused(member().pressId(message, id).awaitMessage(SOON));
        }
        String packed = "2:" + Packed.pack("/channel budget:6");
        assertRefused(member().pressId(message, packed).awaitMessage(SOON));

        assertThat(refusals()).hasSize(Math.min(MOST_KEPT, calls.size() + 1)).allSatisfy(entry -> {
            assertThat(entry.refused()).isTrue();
            assertThat(entry.change().actor()).isEqualTo(new Actor.Member(KIM));
        });
    }

    @Test
    void aFormThatAnybodyCanOpenIsRefusedWhenItIsFilledIn() {
        JsonNode form = member().pressId(message, CustomId.ofForm("/channel").orElseThrow())
                .awaitForm(SOON);

        assertRefused(member().submit(form, Map.of("budget", "6")).awaitMessage(SOON));

        assertThat(refusals()).singleElement().satisfies(entry -> {
            assertThat(entry.change().action()).isEqualTo("channel");
            assertThat(entry.change().became()).isEqualTo(Map.of("options", "budget"));
        });
    }

    @Test
    void aFormOfAnotherCommandThanTheOneThatWasOpenedIsRefusedToo() {
        JsonNode form = member().pressId(message, CustomId.ofForm("/report 1").orElseThrow())
                .awaitForm(SOON)
                .deepCopy();
        ((ObjectNode) form).put("custom_id", CustomId.ofForm("/votes").orElseThrow());

        assertRefused(member().submit(form, Map.of("forget", "stories")).awaitMessage(SOON));

        assertThat(refusals()).extracting(entry -> entry.change().action()).containsExactly("votes");
    }
}
