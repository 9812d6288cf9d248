package news.lede.belongings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.article.Samples;
import news.lede.belongings.Arrivals.Line;
import news.lede.belongings.Arrivals.Outcome;
import news.lede.belongings.Arrivals.Part;
import news.lede.belongings.CommunityFile.OwnSource;
import news.lede.belongings.CommunityFile.Spot;
import news.lede.community.Audit;
import news.lede.community.Charge;
import news.lede.community.Conversation;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Quotas;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.opml.Listed;
import news.lede.opml.Pack;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.store.SqliteStores;
import news.lede.store.Store;
import news.lede.subscription.Cadence;
import news.lede.subscription.Channel;
import news.lede.subscription.QuietHours;
import news.lede.subscription.Subject;
import news.lede.subscription.Subscription;
import news.lede.subscription.Subscriptions;
import news.lede.subscription.Wish;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A community leaves its Discord server for a Telegram group of another installation. */
class CommunityMoveTest {
    private static final Instant NOON = Samples.NOON;
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    private static final PersonKey MARA = new PersonKey("discord", "700000000000000007");
    private static final PersonKey OTTO = new PersonKey("telegram", "800000008");
    private static final Place GROUP = new Place("telegram", "-1009000", Optional.empty());
    private static final OwnSource COURIER =
            new OwnSource(SourceKind.FEED, "https://courier.example/feed", "Harbour Courier");

    @TempDir
    static Path folder;

    private Store discord;
    private Store telegram;
    private Workspace server;
    private Workspace group;
    private Conversation general;

    @BeforeEach
    void openStores() {
        discord = SqliteStores.openNew(folder);
        telegram = SqliteStores.openNew(folder);
        server = discord.communities().workspace("discord", "guild:5", "Arlen");
        group = telegram.communities().workspace("telegram", GROUP.chat(), "Arlen moves", Set.of("sport"));
        general = place("11");
    }

    @AfterEach
    void closeStores() {
        discord.close();
        telegram.close();
    }

    private Conversation place(String channel) {
        return discord.communities().conversation(server.id(), new Place("discord", channel, Optional.empty()));
    }

    private static Follows follows(Store store) {
        Listed weather = new Listed(
                SourceKind.FEED,
                "https://weather.example/feed",
                "Weather",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of("weather"));
        return new Follows(
                store.transactor(),
                store.sources(),
                store.communities(),
                store.pollStates(),
                () -> List.of(new Pack("weather", "Weather", List.of(weather))),
                new Limits(store.quotas()),
                Duration.ofMinutes(15),
                CLOCK);
    }

    private static CommunityFile export(Store store, WorkspaceId workspace) {
        return new CommunityExport(
                        new CommunityExport.Books(
                                store.transactor(),
                                store.communities(),
                                store.communityRecords(),
                                store.sources(),
                                store.topics(),
                                store.subscriptions(),
                                store.delegations()),
                        CLOCK)
                .of(workspace);
    }

    private static CommunityImport importing(Store store) {
        return new CommunityImport(
                new CommunityImport.Books(
                        store.transactor(),
                        store.communities(),
                        store.communityRecords(),
                        store.sources(),
                        store.topics(),
                        store.subscriptions(),
                        store.delegations(),
                        store.audit(),
                        follows(store),
                        new Limits(store.quotas())),
                _ -> false,
                CLOCK);
    }

    private Supplier<CommunityImport.Target> here(Map<Integer, Place> places) {
        return () -> new CommunityImport.Target(
                group, Optional.of(GROUP), places, OTTO, new Audit.Actor.Member(OTTO), false, true);
    }

    private static CommunityFile carried(CommunityFile file) {
        return ((CommunityJsonReader.Result.Read) CommunityJsonReader.read(CommunityJson.write(file))).file();
    }

    /** Everything that can be set. */
    private void settle() {
        discord.communities()
                .update(new Workspace(server.id(), "discord", "guild:5", "Arlen", new Language("de"), ZONE));
        Follows follows = follows(discord);
        follows.followPack(server.id(), "weather");
        follows.follow(server.id(), COURIER.kind(), COURIER.address(), COURIER.title());
        discord.topics()
                .define(
                        server.id(),
                        new Topic(
                                new TopicId("ferries"),
                                Map.of(Language.ENGLISH, "Ferries", new Language("de"), "Fähren"),
                                Map.of(new Language("de"), List.of("Schiffe")),
                                "Boats that carry people across the bay.",
                                Map.of(Language.ENGLISH, List.of("ferr*", "\"car deck\"")),
                                Map.of(Language.ENGLISH, List.of("bay")),
                                Map.of(Language.ENGLISH, List.of("wheel")),
                                List.of(new Topic.Example("The ferry sails at six.", true)),
                                Optional.of(new TopicId("transport"))));
        discord.subscriptions()
                .save(new Channel(
                                general.id(),
                                OptionalInt.of(7),
                                Optional.of(new QuietHours(LocalTime.of(22, 30), LocalTime.of(6, 45))),
                                Channel.Silence.ALL,
                                Optional.empty(),
                                Channel.Style.COMPACT,
                                Optional.of(NOON.plusSeconds(3600)))
                        .withHandedOn(true)
                        .withOldNews(true)
                        .withReports(true));
        SourceId courier =
                discord.sources().findByAddress(COURIER.address()).orElseThrow().id();
        subscribe(
                general,
                new Wish(new Subject.OfTopic("ferries"), "", Set.of(new Language("de")), 2),
                new Cadence.Instantly());
        subscribe(
                general,
                new Wish(new Subject.OfWords("harbour wall"), "", Set.of(), 1),
                new Cadence.ByDigest(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        new TreeSet<>(Set.of(LocalTime.of(7, 30), LocalTime.of(18, 0))),
                        ZONE));
        Subscription paused =
                subscribe(general, new Wish(new Subject.OfSource(courier), "", Set.of(), 1), new Cadence.Instantly());
        discord.subscriptions().pause(paused.id(), Optional.of(NOON.plusSeconds(7200)));
        subscribe(place("12"), new Wish(new Subject.Everything(), "", Set.of(), 1), new Cadence.Instantly());
    }

    private Subscription subscribe(Conversation place, Wish wish, Cadence cadence) {
        Optional<Instant> due =
                cadence instanceof Cadence.Instantly ? Optional.empty() : Optional.of(NOON.plusSeconds(9));
        return ((Subscriptions.Outcome.Subscribed)
                        discord.subscriptions().subscribe(place, wish, cadence, due, MARA, NOON))
                .subscription();
    }

    private static Article published(Store store, String title, SourceId source) {
        var article = Samples.article(title, title + " is all we know.");
        Article stored = store.articles()
                .add(
                        article,
                        ArticleKeys.link(article.url().orElseThrow()).stream().toList(),
                        source,
                        Optional.empty(),
                        NOON);
        store.stories().open(stored.id(), Language.ENGLISH, NOON);
        return stored;
    }

    private void tell(Article article) {
        var story = discord.stories().storyOf(article.id()).orElseThrow();
        DeliveryId id = discord.deliveries()
                .plan(new Deliveries.Planned(
                        general.id(), Delivery.Kind.FIRST, Optional.of(story), 0, 1, Lane.ALERT, NOON, NOON))
                .orElseThrow();
        discord.deliveries().begin(id, NOON);
        discord.deliveries().sent(id, new Receipt("1/2"), List.of(new Deliveries.Shown(story, 1)), NOON);
    }

    @Test
    void everySettingIsThereFieldByFieldAfterTheMove() {
        settle();
        CommunityFile taken = export(discord, server.id());

        Place second = new Place("telegram", GROUP.chat(), Optional.of("3"));
        Arrivals report = importing(telegram).run(carried(taken), here(Map.of(2, second)));

        CommunityFile brought = export(telegram, group.id());
        assertThat(brought.language()).isEqualTo(taken.language());
        assertThat(brought.zone()).isEqualTo(taken.zone());
        assertThat(brought.packs()).isEqualTo(taken.packs());
        assertThat(brought.sources()).isEqualTo(taken.sources()).containsExactly(COURIER);
        assertThat(brought.topics()).isEqualTo(taken.topics()).hasSize(1);
        assertThat(brought.places()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Spot there = taken.places().get(i);
            Spot here = brought.places().get(i);
            assertThat(here.channel()).isEqualTo(there.channel());
            assertThat(here.subscriptions()).isEqualTo(there.subscriptions());
        }
        assertThat(taken.places().getFirst().subscriptions()).hasSize(3);
        assertThat(brought.places().get(1).thread()).contains("3");
        assertThat(report.leftOut()).isEmpty();
        assertThat(report.lines()).contains(new Line(Part.PACK, Outcome.ENDED, "sport"));
        assertThat(telegram.subscriptions().of(group.id()))
                .allMatch(one -> one.by().equals(OTTO));
        assertThat(telegram.audit().latest(group.id(), OptionalLong.empty(), 9))
                .extracting(entry -> entry.change().action())
                .containsExactly("import");
    }

    @Test
    void aRehearsalSaysTheSameAndChangesNothing() {
        settle();
        CommunityFile taken = export(discord, server.id());
        CommunityFile before = export(telegram, group.id());

        Arrivals rehearsed = importing(telegram).rehearse(taken, here(Map.of()));

        assertThat(export(telegram, group.id())).isEqualTo(before);
        assertThat(telegram.communityRecords().places(group.id())).isEmpty();
        assertThat(telegram.audit().latest(group.id(), OptionalLong.empty(), 9)).isEmpty();
        assertThat(importing(telegram).run(taken, here(Map.of()))).isEqualTo(rehearsed);
    }

    @Test
    void aSecondImportOfTheSameFileChangesNothing() {
        settle();
        CommunityFile taken = export(discord, server.id());
        importing(telegram).run(taken, here(Map.of()));
        CommunityFile once = export(telegram, group.id());

        Arrivals again = importing(telegram).run(taken, here(Map.of()));

        assertThat(export(telegram, group.id())).isEqualTo(once);
        assertThat(again.lines())
                .filteredOn(line -> line.part() != Part.PLACE)
                .allMatch(line -> line.outcome() == Outcome.SAME);
    }

    @Test
    void aPlaceThatNobodyNamedIsLeftOutAndSaid() {
        settle();

        Arrivals report = importing(telegram).run(export(discord, server.id()), here(Map.of()));

        assertThat(report.leftOut()).containsExactly(new Line(Part.PLACE, Outcome.NO_PLACE, "2"));
    }

    @Test
    void aPlaceOfAnotherCommunityIsNotTaken() {
        settle();
        WorkspaceId others =
                telegram.communities().workspace("telegram", "-2", "Others").id();
        Place theirs = new Place("telegram", "-2", Optional.empty());
        var there = telegram.communities().conversation(others, theirs).id();

        Arrivals report = importing(telegram).run(export(discord, server.id()), here(Map.of(1, theirs)));

        assertThat(report.leftOut()).contains(new Line(Part.PLACE, Outcome.NOT_OURS, "1"));
        assertThat(telegram.subscriptions().of(there)).isEmpty();
        assertThat(telegram.subscriptions().channel(there)).isEqualTo(Channel.standard(there));
    }

    @Test
    void whatWasToldThereIsNotNewsHere() {
        settle();
        SourceId courier =
                discord.sources().findByAddress(COURIER.address()).orElseThrow().id();
        tell(published(discord, "Ferry late", courier));
        tell(published(discord, "Ferry early", courier));
        Article known =
                published(telegram, "Ferry late", telegram.sources().imported().id());
        CommunityFile taken = export(discord, server.id());

        Arrivals report = importing(telegram).run(carried(taken), here(Map.of()));

        assertThat(taken.places().getFirst().told()).hasSize(2);
        assertThat(report.lines())
                .contains(new Line(Part.TOLD, Outcome.BROUGHT, "1"), new Line(Part.TOLD, Outcome.UNKNOWN, "1"));
        Conversation here = telegram.communities().known(GROUP).orElseThrow();
        assertThat(telegram.communityRecords().told(here.id()))
                .extracting(CommunityFile.ToldStory::title)
                .containsExactly(known.title());
    }

    @Test
    void grantsAndMentionsNameWhoIsOnTheirPlatformAlone() {
        discord.communities().grant(server.id(), MARA, Role.MODERATOR);
        discord.delegations().hand(server.id(), MARA, new Charge.OfConversation(general.id()), NOON);
        discord.subscriptions().change(general.id(), channel -> channel.withMention(Optional.of("900000000000000009")));
        CommunityFile taken = export(discord, server.id());

        Arrivals report = importing(telegram).run(carried(taken), here(Map.of()));

        assertThat(report.leftOut())
                .containsExactlyInAnyOrder(
                        new Line(Part.MENTION, Outcome.OF_THEIR_PLATFORM, "900000000000000009"),
                        new Line(Part.GRANT, Outcome.OF_THEIR_PLATFORM, MARA.toString()),
                        new Line(Part.GRANT, Outcome.OF_THEIR_PLATFORM, MARA.toString()));
        assertThat(telegram.communities().granted(group.id())).isEmpty();
    }

    @Test
    void aServerFindsEverythingWhereItWasWhenItsFileComesBack() {
        settle();
        discord.communities().grant(server.id(), MARA, Role.MODERATOR);
        discord.delegations().hand(server.id(), MARA, new Charge.OfConversation(general.id()), NOON);
        CommunityFile taken = export(discord, server.id());
        Workspace again = telegram.communities().workspace("discord", "guild:5", "Arlen");
        Supplier<CommunityImport.Target> target = () -> new CommunityImport.Target(
                again, Optional.empty(), Map.of(), MARA, new Audit.Actor.Operator(), true, true);

        Arrivals report = importing(telegram).run(carried(taken), target);

        assertThat(report.leftOut()).isEmpty();
        assertThat(export(telegram, again.id())).isEqualTo(taken);
    }

    /** Anybody can write a file that says it comes from their own server, and names a channel of another. */
    @Test
    void aModeratorsFilePutsNothingIntoAPlaceThatIsNotKnownToBeTheirs() {
        settle();
        CommunityFile taken = export(discord, server.id());
        Workspace again = telegram.communities().workspace("discord", "guild:5", "Arlen");
        Place asked = new Place("discord", "99", Optional.empty());
        Supplier<CommunityImport.Target> target = () -> new CommunityImport.Target(
                again, Optional.of(asked), Map.of(), MARA, new Audit.Actor.Member(MARA), false, false);

        Arrivals report = importing(telegram).run(carried(taken), target);

        assertThat(report.leftOut()).containsExactly(new Line(Part.PLACE, Outcome.NO_PLACE, "2"));
        assertThat(telegram.communities().known(new Place("discord", "11", Optional.empty())))
                .isEmpty();
        assertThat(telegram.communityRecords().places(again.id()))
                .extracting(Conversation::place)
                .containsExactly(asked);
    }

    @Test
    void aModeratorsFileFindsThePlacesThatAreStillTheirs() {
        settle();
        CommunityFile taken = export(discord, server.id());
        Supplier<CommunityImport.Target> target = () -> new CommunityImport.Target(
                server,
                Optional.of(new Place("discord", "99", Optional.empty())),
                Map.of(),
                MARA,
                new Audit.Actor.Member(MARA),
                false,
                false);

        assertThat(importing(discord).run(carried(taken), target).leftOut()).isEmpty();
        assertThat(export(discord, server.id())).isEqualTo(taken);
    }

    @Test
    void whoMayNotSayWhoModeratesBringsNoGrants() {
        discord.communities().grant(server.id(), MARA, Role.MODERATOR);
        CommunityFile taken = export(discord, server.id());
        Workspace again = telegram.communities().workspace("discord", "guild:5", "Arlen");
        Supplier<CommunityImport.Target> target = () -> new CommunityImport.Target(
                again, Optional.empty(), Map.of(), MARA, new Audit.Actor.Member(MARA), true, false);

        assertThat(importing(telegram).run(taken, target).leftOut())
                .containsExactly(new Line(Part.GRANT, Outcome.NOT_ALLOWED, MARA.toString()));
        assertThat(telegram.communities().role(again.id(), MARA)).isEqualTo(Role.MEMBER);
    }

    @Test
    void whatIsMoreThanACommunityMayHaveIsLeftOut() {
        settle();
        telegram.quotas().say(group.id(), Quotas.Kind.TOPICS, OptionalInt.of(0));
        telegram.quotas().say(group.id(), Quotas.Kind.SOURCES, OptionalInt.of(0));
        telegram.quotas().say(group.id(), Quotas.Kind.SUBSCRIPTIONS, OptionalInt.of(1));

        Arrivals arrivals = importing(telegram).run(export(discord, server.id()), here(Map.of()));

        assertThat(arrivals.leftOut())
                .containsExactly(
                        new Line(Part.SOURCE, Outcome.FULL, COURIER.address()),
                        new Line(Part.TOPIC, Outcome.FULL, "ferries"),
                        new Line(Part.SUBSCRIPTION, Outcome.FULL, "harbour wall"),
                        new Line(Part.SUBSCRIPTION, Outcome.UNKNOWN, COURIER.address()),
                        new Line(Part.PLACE, Outcome.NO_PLACE, "2"));
    }

    @Test
    void theSourcesOfAPackThatNobodyHereHasBecomeTheCommunitysOwn() {
        follows(discord).addToPack("harbour", SourceKind.FEED, COURIER.address(), COURIER.title());
        discord.communities().followPack(server.id(), "harbour");

        Arrivals report = importing(telegram).run(export(discord, server.id()), here(Map.of()));

        assertThat(report.lines())
                .contains(
                        new Line(Part.PACK, Outcome.AS_SOURCES, "harbour"),
                        new Line(Part.SOURCE, Outcome.BROUGHT, COURIER.address()));
        assertThat(export(telegram, group.id()).sources()).containsExactly(COURIER);
    }
}
