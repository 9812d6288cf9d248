package news.lede.telegram;

import java.util.List;
import java.util.Optional;
import news.lede.alert.Doors;
import news.lede.alert.Messenger.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Tells what updates say of our own standing: blocked, removed, let in, given rights, a topic opened again, a group that moved. */
final class AccessUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(AccessUpdates.class);
    private static final String PLATFORM = "telegram";
    private static final String CHANNEL = "channel";
    private static final String PRIVATE = "private";

    private final Doors doors;

    AccessUpdates(Doors doors) {
        this.doors = doors;
    }

    /** The telling, which waits for the store; empty when an update says nothing of the kind. */
    Optional<Runnable> of(Update update) {
        if (update.getMyChatMember() != null) {
            return ours(update.getMyChatMember());
        }
        Message message = update.getMessage();
        if (message == null || message.getChat() == null) {
            return Optional.empty();
        }
        String chat = String.valueOf(message.getChat().getId());
        if (message.getMigrateToChatId() != null) {
            String to = String.valueOf(message.getMigrateToChatId());
            return Optional.of(() -> moved(doors.moved(PLATFORM, chat, to)));
        }
        if (message.getForumTopicReopened() != null || message.getGeneralForumTopicUnhidden() != null) {
            return Optional.of(() -> doors.seen(PLATFORM, List.of(chat), _ -> Optional.empty()));
        }
        return Optional.empty();
    }

    private static void moved(Doors.Moved outcome) {
        switch (outcome) {
            case Doors.Moved.Taken(int conversations) ->
                LOG.info("telegram group moved conversations={}", conversations);
            case Doors.Moved.Nothing() -> {}
            case Doors.Moved.Failed(String why) ->
                LOG.warn("telegram group moved, noted with its next message why=\"{}\"", why);
        }
    }

    private Optional<Runnable> ours(ChatMemberUpdated change) {
        Chat chat = change.getChat();
        if (chat == null || chat.getId() == null || change.getNewChatMember() == null) {
            return Optional.empty();
        }
        Optional<Doors.Shut> standing = shut(String.valueOf(chat.getType()), change.getNewChatMember());
        String id = String.valueOf(chat.getId());
        return Optional.of(() -> doors.seen(PLATFORM, List.of(id), _ -> standing));
    }

    /** Whether somebody just made us administrator of a group or channel. */
    static boolean isPromotion(ChatMemberUpdated change) {
        return change.getChat() != null
                && change.getChat().getId() != null
                && change.getNewChatMember() instanceof ChatMemberAdministrator
                && !(change.getOldChatMember() instanceof ChatMemberAdministrator);
    }

    private static Optional<Doors.Shut> shut(String type, ChatMember now) {
        String status = String.valueOf(now.getStatus());
        return switch (status) {
            case "kicked", "left" ->
                Optional.of(new Doors.Shut(type.equals(PRIVATE) ? Reason.BLOCKED : Reason.KICKED, status));
            case "restricted" ->
                now instanceof ChatMemberRestricted r && Boolean.TRUE.equals(r.getCanSendMessages())
                        ? Optional.empty()
                        : noRights("restricted");
            case "administrator" ->
                type.equals(CHANNEL)
                                && now instanceof ChatMemberAdministrator a
                                && !Boolean.TRUE.equals(a.getCanPostMessages())
                        ? noRights("may not post")
                        : Optional.empty();
            case "member" -> type.equals(CHANNEL) ? noRights("no administrator") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Doors.Shut> noRights(String detail) {
        return Optional.of(new Doors.Shut(Reason.NO_RIGHTS, detail));
    }
}
