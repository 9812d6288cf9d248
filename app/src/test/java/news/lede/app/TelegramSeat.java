package news.lede.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.lede.telegram.server.BotMessage;
import news.lede.telegram.server.Chat;
import news.lede.telegram.server.Person;
import news.lede.telegram.server.ReaderView;
import news.lede.telegram.server.Standing;
import news.lede.telegram.server.TelegramServer;
import org.jspecify.annotations.Nullable;

/** An administrator of a group, in it. */
final class TelegramSeat implements Seat {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TelegramServer server;
    private final Person person;
    private final Person member;
    private final Chat group;
    private @Nullable BotMessage last;

    TelegramSeat(TelegramServer server) {
        this.server = server;
        this.person = server.person("Mo", "en");
        this.member = server.person("Kim", "en");
        this.group = server.supergroup("Arlen readers")
                .join(person, Standing.ADMINISTRATOR)
                .join(member, Standing.MEMBER);
    }

    @Override
    public String platform() {
        return "Telegram";
    }

    @Override
    public String say(String command, Map<String, String> options) {
        return seen(group.say(person, typed(command, options)).answer(PATIENCE));
    }

    @Override
    public String member() {
        return Long.toString(member.id());
    }

    @Override
    public String memberSays(String command, Map<String, String> options) {
        return ReaderView.of(group.say(member, typed(command, options)).answer(PATIENCE));
    }

    private static String typed(String command, Map<String, String> options) {
        StringBuilder typed = new StringBuilder("/" + command);
        options.forEach((option, value) ->
                typed.append(' ').append(option).append(':').append(value.contains(" ") ? "\"" + value + "\"" : value));
        return typed.toString();
    }

    private String seen(BotMessage message) {
        last = message;
        return ReaderView.of(message);
    }

    private BotMessage last() {
        if (last == null) {
            throw new IllegalStateException("nothing was seen yet");
        }
        return last;
    }

    /** What is shown over the chat, else what is new in the group afterwards, or different. */
    @Override
    public String press(String label) {
        List<BotMessage> before = group.written();
        String over =
                group.press(person, last(), label).acknowledgement(PATIENCE).text();
        return over.isEmpty()
                ? seen(server.await(
                        PATIENCE,
                        () -> group.written().stream()
                                .filter(m -> !before.contains(m))
                                .findFirst(),
                        "nothing became of [" + label + "]"))
                : "(over the chat) " + over;
    }

    @Override
    public String pick(String label) {
        return press(label);
    }

    @Override
    public String workspaceKey() {
        return Long.toString(group.id());
    }

    @Override
    public void throwBotOut() {
        group.throwBotOut();
    }

    @Override
    public void letBotIn() {
        group.letBotIn();
    }
}
