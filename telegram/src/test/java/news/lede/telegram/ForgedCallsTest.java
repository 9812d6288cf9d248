package news.lede.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.community.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A member reaches no command of moderators by a button they forge, one they find in an old message, or a link. */
class ForgedCallsTest {
    private static final Author OLAF = new Author(77, Optional.of(Locale.ENGLISH), false);
    private static final Venue GROUP = new Venue(-5, Optional.empty(), Venue.Kind.GROUP, "Norby");
    private static final Venue ALONE = new Venue(77, Optional.empty(), Venue.Kind.PRIVATE, "");

    private final SmallNewsroom newsroom = new SmallNewsroom();
    private final Typed typed = new Typed("LedeBot", CommandSpecs.ALL);

    static Stream<String> calls() {
        return Stream.concat(
                CommandSpecs.ALL.stream()
                        .filter(spec -> spec.role().may(Role.EDITOR))
                        .map(CommandSpec::name)
                        .map(name -> "/" + name),
                Stream.of("/channel budget:6", "/grant 77 role:moderator", "/audit undo:yes", "/source list"));
    }

    private Answer asMember(String text) {
        return newsroom.desk.answer(newsroom.apply(Introductions.at(GROUP, OLAF, Role.MEMBER)), text);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aForgedButtonIsRefused(String call) {
        String data = CallbackData.of(call).orElseThrow();

        assertThat(asMember(CallbackData.command(data).orElseThrow()).title()).isEqualTo("For moderators");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aLinkIsAnsweredInPrivateAndChangesNothingElsewhere(String call) {
        String payload = DeepLink.payload(call).orElseThrow();
        Incoming.Written start = new Incoming.Written(
                ALONE,
                OLAF,
                1,
                "/start " + payload,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        newsroom.desk.answer(
                newsroom.apply(Introductions.at(ALONE, OLAF, Role.MEMBER)),
                typed.forDesk(start).orElseThrow());

        assertThat(List.of(asMember("/channel budget:6"), asMember("/audit")))
                .extracting(Answer::title)
                .containsOnly("For moderators");
        Answer log = newsroom.desk.answer(newsroom.apply(Introductions.at(GROUP, OLAF, Role.OWNER)), "/audit");
        assertThat(((Answer.Listing) log).sections().getFirst().lines())
                .hasSize(2)
                .allMatch(line -> line.text().contains("refused: /"));
    }
}
