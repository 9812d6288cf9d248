package news.lede.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Texts;
import news.lede.community.Asker;
import news.lede.community.Askers;
import news.lede.community.Audit.Actor;
import news.lede.community.Audit.Entry;
import news.lede.community.Charge;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Cadence;
import news.lede.subscription.Subject;
import news.lede.subscription.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: role by call by platform by entry path, every cell asserted. A refused cell is told so, is in the audit log, and changed nothing; an allowed one is neither. Calls without a row of
 * their own are each command's example, for whom the declaration of the command names.
 */
class PermissionMatrixTest {
    /**
     * One letter for each of {@link Who}, in their order: y may, n may not.
     */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("/channel", "nnyyyy"),
            Map.entry("/channel budget:6 quiet:22:00-07:00", "nnyyyy"),
            Map.entry("/channel reports:yes", "nnnyyy"),
            Map.entry("/held", "nyyyyy"),
            Map.entry("/held to:here", "nnyyyy"),
            Map.entry("/tune topic:weather words:sleet", "nnyyyy"),
            Map.entry("/tune topic:weather words:sleet save:yes", "nnyyyy"),
            Map.entry("/tune topic:weather remove:yes", "nnyyyy"),
            Map.entry("/tune topic:harbour words:quay", "nnnyyy"),
            Map.entry("/tune topic:flooding words:\"flood*, high water\" not:\"flood of emails\"", "nnnyyy"),
            Map.entry("/subscribe weather when:now to:here confirm:yes", "nnyyyy"),
            Map.entry("/subscribe weather when:now to:me confirm:yes", "yyyyyy"),
            Map.entry("/unsubscribe harbour", "nnyyyy"),
            Map.entry("/pause", "nnyyyy"),
            Map.entry("/pause harbour", "nnyyyy"),
            Map.entry("/pause until:tomorrow 8:00", "nnyyyy"),
            Map.entry("/reports", "nnnyyy"),
            Map.entry("/reports settle:1", "nnnyyy"),
            Map.entry("/settings export:yes", "nnnyyy"),
            Map.entry("/settings import:community.json", "nnnyyy"),
            Map.entry("/votes", "nnnyyy"),
            Map.entry("/votes forget:stories confirm:yes", "nnnyyy"),
            Map.entry("/source list", "nnnyyy"),
            Map.entry("/source add coast", "nnnyyy"),
            Map.entry("/source remove default", "nnnyyy"),
            Map.entry("/timezone", "yyyyyy"),
            Map.entry("/timezone Europe/Berlin", "nnnyyy"),
            Map.entry("/language", "yyyyyy"),
            Map.entry("/language en", "nnnyyy"),
            Map.entry("/grant", "nnnyyy"),
            Map.entry("/grant person:8", "nnnyyy"),
            Map.entry("/grant person:8 role:editor", "nnnyyy"),
            Map.entry("/grant person:8 topic:weather", "nnnyyy"),
            Map.entry("/grant person:8 role:moderator", "nnnnyy"),
            Map.entry("/grant person:9 role:member", "nnnnyy"),
            Map.entry("/audit", "nnnyyy"),
            Map.entry("/audit undo:yes", "nnnyyy"));

    private static final CommandLine LINE = new CommandLine(CommandSpecs.ALL);
    private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

    /** Who asks; all but the last in a community. */
    enum Who {
        MEMBER,
        /** With nothing in their hands. */
        EDITOR,
        /** Of the topic weather and of this conversation. */
        EDITOR_OF_IT,
        MODERATOR,
        OWNER,
        /** In their private chat. */
        ALONE
    }

    enum Platform {
        DISCORD,
        TELEGRAM,
        CONSOLE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a call comes to the desk. */
    enum Path {
        TYPED,
        /** With options that the platform parted. */
        PARTED,
        /** As a button of ours writes it, or somebody who forges one. */
        BUTTON,
        /** A button of a message that was written long ago, to somebody else. */
        OLD_MESSAGE,
        /** Typed at us by our name, as replies are. */
        ADDRESSED,
        /** What a form was filled in with. */
        FORM
    }

    record Row(String call, String cells) {}

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        ROWS.forEach((call, cells) -> rows.add(new Row(call, cells)));
        CommandSpecs.ALL.stream()
                .filter(spec -> !ROWS.containsKey(spec.example(Locale.ENGLISH)))
                .filter(spec -> spec.role() != Role.EDITOR)
                .map(spec -> new Row(spec.example(Locale.ENGLISH), declared(spec)))
                .forEach(rows::add);
        return rows.stream();
    }

    private static String declared(CommandSpec spec) {
        return switch (spec.role()) {
            case MEMBER -> "yyyyyy";
            case EDITOR -> "nyyyyy";
            case MODERATOR -> "nnnyyy";
            case OWNER -> "nnnnyy";
        };
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCellIsAsTheTableSays(Row row) {
        for (Platform platform : Platform.values()) {
            for (Path path : Path.values()) {
                for (Who who : Who.values()) {
                    boolean may = row.cells().charAt(who.ordinal()) == 'y';
                    new Cell(platform, who).check(row.call(), path, may);
                }
            }
        }
    }

    @Test
    void everyCommandIsInTheTable() {
        assertThat(rows().map(row -> parsed(row.call()).spec()).distinct())
                .containsExactlyInAnyOrderElementsOf(CommandSpecs.ALL);
    }

    private static Parsed.Call parsed(String call) {
        if (LINE.parse(call, TEXTS) instanceof Parsed.Call known) {
            return known;
        }
        throw new AssertionError("no call of ours: " + call);
    }

    /** A newsroom of its own, in which somebody asks. */
    private static final class Cell {
        private final TestDesk test = new TestDesk();
        private final Platform platform;
        private final Who who;
        private final Askers askers = new Askers(test.store.communities(), test.store.delegations(), List::of, Set::of);
        private final PersonKey person;
        private final WorkspaceId workspace;

        Cell(Platform platform, Who who) {
            this.platform = platform;
            this.who = who;
            person = new PersonKey(platform.key(), "7");
            test.add("Rain over Norby", "Hill News", Duration.ofHours(1), "It rained on the harbour.");
            Asker asker = asker();
            workspace = asker.workspace().id();
            test.store.communities().grant(workspace, new PersonKey(platform.key(), "9"), Role.MODERATOR);
            test.store
                    .subscriptions()
                    .subscribe(
                            asker.conversation(),
                            new Wish(new Subject.OfTopic("harbour"), "", Set.of(), 1),
                            new Cadence.Instantly(),
                            Optional.empty(),
                            new PersonKey(platform.key(), "9"),
                            TestDesk.NOW);
            if (who == Who.EDITOR || who == Who.EDITOR_OF_IT) {
                test.store.communities().grant(workspace, person, Role.EDITOR);
            }
            if (who == Who.EDITOR_OF_IT) {
                hand(new Charge.OfTopic("weather"));
                hand(new Charge.OfConversation(asker.conversation().id()));
            }
        }

        private void hand(Charge charge) {
            test.store.delegations().hand(workspace, person, charge, Instant.EPOCH);
        }

        private Asker asker() {
            Introduction.Private alone =
                    new Introduction.Private(new Place(platform.key(), "7", Optional.empty()), "user:7", "Ada", false);
            Role role = switch (who) {
                case MODERATOR -> Role.MODERATOR;
                case OWNER -> Role.OWNER;
                case MEMBER, EDITOR, EDITOR_OF_IT, ALONE -> Role.MEMBER;
            };
            return who == Who.ALONE
                    ? askers.of(new Introduction(
                            person, alone.place(), "user:7", "Ada", true, role, Optional.of(Locale.ENGLISH)))
                    : askers.of(new Introduction(
                            person,
                            new Place(platform.key(), "55", Optional.empty()),
                            "community:5",
                            "Norby",
                            false,
                            role,
                            Optional.of(Locale.ENGLISH),
                            Optional.of(alone),
                            Set.of()));
        }

        void check(String call, Path path, boolean may) {
            String cell = call + " " + path + " " + platform + " " + who;
            Answer answer = ask(call, path);
            List<Entry> entries = test.store.audit().latest(workspace, OptionalLong.empty(), 10);
            assertThat(answer.title()).as(cell).isNotEqualTo("Something went wrong");
            if (may) {
                assertThat(entries).as(cell).noneMatch(Entry::refused);
            } else {
                assertThat(entries).as(cell).hasSize(1).allMatch(Entry::refused);
                assertThat(entries.getFirst().change().actor()).as(cell).isEqualTo(new Actor.Member(person));
                assertThat(entries.getFirst().change().action())
                        .as(cell)
                        .isEqualTo(parsed(call).spec().name());
                assertThat(answer).as(cell).isInstanceOf(Answer.Notice.class);
            }
        }

        private Answer ask(String call, Path path) {
            Invocation invocation = parsed(call).invocation();
            String written = LINE.write(invocation);
            return switch (path) {
                case TYPED -> test.desk.answer(asker(), call);
                case PARTED, FORM -> test.desk.answer(asker(), invocation);
                case BUTTON -> test.desk.answer(asker(), written);
                case OLD_MESSAGE -> {
                    test.clock.advance(Duration.ofDays(400));
                    yield test.desk.answer(asker(), written);
                }
                case ADDRESSED -> test.desk.answer(asker(), call.replaceFirst("^/([a-z]+)", "/$1@LedeBot"));
            };
        }
    }
}
