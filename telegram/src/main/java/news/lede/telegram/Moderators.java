package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import news.lede.community.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.MemberStatus;

/** Knows what somebody is in a chat: its owner, an administrator, or a member, by asking the service and remembering for a minute. Thread-safe. */
final class Moderators {
    private static final Logger LOG = LoggerFactory.getLogger(Moderators.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Member(long chat, long person) {}

    private final Calls calls;
    private final Cache<Member, Role> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Moderators(Calls calls) {
        this.calls = calls;
    }

    /** What somebody is there; when the service does not tell, a member. Nobody administrates a private chat. */
    Role role(Venue venue, Author author) throws InterruptedException {
        if (venue.isPrivate()) {
            return Role.MEMBER;
        }
        // Which administrator it is nobody knows, so none is taken for the owner.
        return author.speaksForChat() ? Role.MODERATOR : role(venue.chat(), author);
    }

    /** Whether a person moderates a chat that is not private. */
    boolean moderates(long chat, Author author) throws InterruptedException {
        return role(chat, author).may(Role.MODERATOR);
    }

    private Role role(long chat, Author author) throws InterruptedException {
        Member member = new Member(chat, author.id());
        Role remembered = known.getIfPresent(member);
        if (remembered != null) {
            return remembered;
        }
        GetChatMember question =
                GetChatMember.builder().chatId(chat).userId(author.id()).build();
        return switch (calls.callOnce(question)) {
            case Calls.Result.Done<ChatMember>(ChatMember told) -> {
                Role role = switch (told.getStatus()) {
                    case MemberStatus.CREATOR -> Role.OWNER;
                    case MemberStatus.ADMINISTRATOR -> Role.MODERATOR;
                    default -> Role.MEMBER;
                };
                known.put(member, role);
                yield role;
            }
            case Calls.Result.Failed<ChatMember>(Failure failure) -> {
                LOG.info("chat member unknown, taken for no moderator chat={} reason=\"{}\"", chat, failure.reason());
                yield Role.MEMBER;
            }
        };
    }
}
