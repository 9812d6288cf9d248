package news.lede.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.community.AskedNames;
import news.lede.community.PersonKey;
import news.lede.community.Workspace;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/** Asks what somebody in a chat calls themselves. Thread-safe; blocks. */
final class Members implements AskedNames.Source {
    private static final Pattern ID = Pattern.compile("-?\\d{1,18}");

    private final Calls calls;

    Members(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> ask(Workspace workspace, PersonKey person) throws InterruptedException {
        if (!ID.matcher(workspace.key()).matches() || !ID.matcher(person.id()).matches()) {
            return Optional.empty();
        }
        GetChatMember question = GetChatMember.builder()
                .chatId(workspace.key())
                .userId(Long.parseLong(person.id()))
                .build();
        return switch (calls.callOnce(question)) {
            case Calls.Result.Done<ChatMember>(ChatMember told) ->
                Optional.ofNullable(told.getUser()).map(Members::name);
            case Calls.Result.Failed<ChatMember> _ -> Optional.empty();
        };
    }

    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
