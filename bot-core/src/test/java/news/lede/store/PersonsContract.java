package news.lede.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.alert.Deliveries;
import news.lede.alert.Delivery;
import news.lede.alert.DeliveryId;
import news.lede.alert.Lane;
import news.lede.alert.Receipt;
import news.lede.article.Article;
import news.lede.article.Samples;
import news.lede.belongings.Erasures;
import news.lede.belongings.Persons;
import news.lede.community.Audit;
import news.lede.community.Charge;
import news.lede.community.Conversation;
import news.lede.community.Follows;
import news.lede.community.Limits;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.ReceivedUpdates.Received;
import news.lede.community.Role;
import news.lede.community.SamplePlaces;
import news.lede.community.Workspace;
import news.lede.source.SourceId;
import news.lede.source.SourceKind;
import news.lede.story.StoryId;
import news.lede.story.StoryReports;
import news.lede.story.StoryVotes;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import news.lede.text.Language;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What erasing a person promises of every database. */
abstract class PersonsContract extends PortContract {
    private static final Instant NOON = Samples.NOON;
    private static final PersonKey MARA = new PersonKey("telegram", "7000000071");
    private static final PersonKey OTTO = new PersonKey("telegram", "8000000082");
    private static final String SCHEMA = "/news/lede/store/sqlite/";

    @TempDir
    Path folder;

    private Workspace group;
    private Conversation square;
    private Article ferry;
    private StoryId story;

    /** Every row of every table as text. */
    private String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : columns().keySet()) {
            rows(table)
                    .forEach(row -> dump.append(table).append(' ').append(row).append('\n'));
        }
        return dump.toString();
    }

    /** The rows of a table as text, read past our own classes. */
    abstract List<String> rows(String table);

    @BeforeEach
    void aGroup() {
        group = store.communities().workspace("telegram", "-1001", "Arlen");
        square = store.communities().conversation(group.id(), new Place("telegram", "-1001", Optional.empty()));
        ferry = stored("Ferry late");
        story = store.stories().open(ferry.id(), Language.ENGLISH, NOON).id();
    }

    private Persons persons() {
        return store.persons(SamplePlaces.PERSONAL);
    }

    private Erasures erasures() {
        return erasures(new ErasureFile(folder));
    }

    private Erasures erasures(ErasureFile book) {
        InstantSource clock = InstantSource.fixed(NOON);
        Follows follows = new Follows(
                store.transactor(),
                store.sources(),
                store.communities(),
                store.pollStates(),
                List::of,
                new Limits(store.quotas()),
                Duration.ofMinutes(15),
                clock);
        return new Erasures(
                new Erasures.Books(
                        store.transactor(),
                        persons(),
                        store.audit(),
                        store.communities(),
                        store.platformFacts(),
                        () -> follows),
                book,
                clock);
    }

    /** Leaves a trace in every table that can hold one. */
    private void live(PersonKey person) {
        live(person, store.communities().workspace("telegram", person.id(), "Private"));
    }

    private void live(PersonKey person, Workspace own) {
        Conversation alone =
                store.communities().conversation(own.id(), new Place("telegram", person.id(), Optional.empty()));
        SourceId source = store.sources()
                .addIfAbsent(
                        SourceKind.FEED, "https://own.example/" + person.id().hashCode(), "Own")
                .id();
        store.communities().follow(own.id(), source);
        store.topics().define(own.id(), Topic.ofName(new TopicId("boats"), "Boats"));
        store.subscriptions().change(alone.id(), channel -> channel.withMention(Optional.of("1")));
        for (Conversation place : List.of(alone, square)) {
            store.subscriptions()
                    .subscribe(
                            place,
                            new Wish(new Subject.OfWords("ferry " + place.id()), "", Set.of(), 1),
                            new Cadence.Instantly(),
                            Optional.empty(),
                            person,
                            NOON);
            store.looks().looked(place.id(), person, NOON);
        }
        DeliveryId sent = store.deliveries()
                .plan(new Deliveries.Planned(
                        alone.id(), Delivery.Kind.FIRST, Optional.of(story), 0, 1, Lane.ALERT, NOON, NOON))
                .orElseThrow();
        store.deliveries().begin(sent, NOON);
        store.deliveries().sent(sent, new Receipt(person.id() + "/5"), List.of(new Deliveries.Shown(story, 1)), NOON);
        store.topicVotes().vote(group.id(), new TopicId("boats"), ferry.id(), person, true, NOON);
        store.storyVotes().vote(group.id(), ferry.id(), List.of(ferry.id()), person, true, NOON);
        store.topicDrafts().keep(group.id(), person, Topic.ofName(new TopicId("boats"), "Boats"), NOON);
        store.communities().grant(group.id(), person, Role.MODERATOR);
        store.delegations().hand(group.id(), person, new Charge.OfConversation(square.id()), NOON);
        store.audit()
                .changed(new Audit.Change(
                        group.id(), NOON, new Audit.Actor.Member(person), "channel", "1", Map.of(), Map.of()));
        store.audit()
                .changed(new Audit.Change(
                        group.id(), NOON, new Audit.Actor.Operator(), "role", person.toString(), Map.of(), Map.of()));
        store.receivedUpdates().keep("telegram", List.of(update(person)), NOON);
        report(person);
    }

    private static Received update(PersonKey person) {
        return new Received(
                Integer.parseInt(person.id().substring(5)), "{\"from\":{\"id\":" + person.id() + "}}", NOON);
    }

    private void report(PersonKey person) {
        store.storyReports()
                .add(
                        new StoryReports.Said(
                                group.id(),
                                square.id(),
                                ferry.id(),
                                1,
                                person,
                                StoryReports.Kind.WRONG,
                                "said by " + person.id(),
                                NOON),
                        List.of(ferry.id()));
    }

    @Test
    void whoIsErasedStandsInNoTableAnyMore() {
        live(MARA);
        live(OTTO);
        Place alone = new Place("discord", "user:" + MARA.id(), Optional.empty());
        Workspace direct = store.communities().workspace("discord", alone.chat(), "Direct");
        store.communities().conversation(direct.id(), alone);
        assertThat(dump()).contains(MARA.id(), OTTO.id());

        erasures().erase(MARA);
        erasures().erase(new PersonKey("discord", MARA.id()));

        assertThat(dump()).doesNotContain(MARA.id()).contains(OTTO.id());
        assertThat(persons().keptOf(MARA)).isEmpty();
        assertThat(persons().keptOf(OTTO)).isNotEmpty();
        assertThat(persons().everybody()).contains(OTTO).doesNotContain(MARA);
    }

    @Test
    void aCommunityIsNobodyEvenIfItHasTheNumberOfAPerson() {
        PersonKey mara = new PersonKey("discord", MARA.id());
        Workspace server = store.communities().workspace("discord", MARA.id(), "Of that number");
        Conversation channel =
                store.communities().conversation(server.id(), new Place("discord", MARA.id(), Optional.empty()));

        assertThat(persons().everybody()).doesNotContain(mara, new PersonKey("telegram", "-1001"));
        assertThat(persons().own(mara)).isEmpty();

        erasures().erase(mara);

        assertThat(store.communities().find(channel.id())).contains(channel);
    }

    @Test
    void whatTheyToldUsOfStoriesCountsOnWithoutThem() {
        live(MARA);
        live(OTTO);

        erasures().erase(MARA);

        assertThat(store.storyVotes().all(group.id()).good()).isEqualTo(2);
        assertThat(store.topicVotes()
                        .newest(group.id(), new TopicId("boats"), 9)
                        .getFirst()
                        .yes())
                .isEqualTo(2);
        assertThat(store.subscriptions().of(square.id())).hasSize(1);
        assertThat(store.storyReports().countOpen(group.id())).isEqualTo(2);
        assertThat(store.audit().latest(group.id(), OptionalLong.empty(), 9))
                .extracting(entry -> entry.change().actor())
                .contains(new Audit.Actor.Former());
    }

    @Test
    void whoComesBackAndIsErasedAgainCountsOnce() {
        live(MARA);
        erasures().erase(MARA);
        store.storyVotes().vote(group.id(), ferry.id(), List.of(ferry.id()), MARA, false, NOON);
        report(MARA);

        erasures().erase(MARA);

        assertThat(dump()).doesNotContain(MARA.id());
        assertThat(store.storyVotes().all(group.id())).isEqualTo(new StoryVotes.Tally(0, 1));
    }

    @Test
    void whatTheyAloneReadIsNotReadAnyMore() {
        live(MARA);
        assertThat(store.sources().all()).extracting(source -> source.title()).contains("Own");

        erasures().erase(MARA);

        assertThat(store.sources().all()).extracting(source -> source.title()).doesNotContain("Own");
    }

    @Test
    void aStoreThatWasRestoredFromBeforeIsToldAgain() {
        ErasureFile book = new ErasureFile(folder);
        book.add(MARA, NOON);
        live(MARA);
        live(OTTO);

        assertThat(erasures(book).applyAgain()).isEqualTo(1);
        assertThat(dump()).doesNotContain(MARA.id()).contains(OTTO.id());
    }

    @Test
    void whoCameBackAfterwardsIsLeftAlone() {
        erasures().erase(MARA);
        live(MARA);

        assertThat(erasures().applyAgain()).isZero();
        assertThat(dump()).contains(MARA.id());
        assertThat(erasures().isErased(MARA)).isTrue();
        assertThat(erasures().isErased(OTTO)).isFalse();
    }

    @Test
    void everyTableThatNamesAPersonIsKnown() {
        assertThat(tablesWith("person")).containsExactlyInAnyOrderElementsOf(SqlPersons.NAMING);
        assertThat(tablesWith("conversation_id")).containsExactlyInAnyOrderElementsOf(SqlPersons.OF_CONVERSATIONS);
        assertThat(tablesWith("workspace_id")).containsExactlyInAnyOrderElementsOf(SqlPersons.OF_WORKSPACES);
    }

    private static Set<String> tablesWith(String column) {
        Set<String> tables = new TreeSet<>();
        columns().forEach((table, columns) -> {
            if (columns.contains(column)) {
                tables.add(table);
            }
        });
        return tables;
    }

    /** Of the migrations; both dialects have the same. */
    private static Map<String, Set<String>> columns() {
        Map<String, Set<String>> all = new TreeMap<>();
        Pattern create = Pattern.compile("(?s)CREATE TABLE (\\w+) \\((.*?)\\n\\)");
        Pattern column = Pattern.compile("(?m)^  (\\w+) +[A-Z]");
        for (String file : List.of(
                "V1__first_store",
                "V3__sources_that_are_watched",
                "V4__stories_that_change",
                "V5__wishes_and_deliveries",
                "V6__what_members_say",
                "V8__who_may_and_who_did",
                "V9__leases_and_hubs")) {
            Matcher table = create.matcher(resource(SCHEMA + file + ".sql"));
            while (table.find()) {
                Set<String> columns = all.computeIfAbsent(table.group(1), _ -> new TreeSet<>());
                Matcher one = column.matcher(table.group(2));
                while (one.find()) {
                    columns.add(one.group(1));
                }
            }
        }
        return all;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Store.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
