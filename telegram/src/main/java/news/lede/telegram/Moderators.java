package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.MemberStatus;

/** Knows who administrates a chat, by asking the service and remembering for a minute. Thread-safe. */
final class Moderators {
    private static final Logger LOG = LoggerFactory.getLogger(Moderators.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Member(long chat, long person) {}

    private final Calls calls;
    private final Cache<Member, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Moderators(Calls calls) {
        this.calls = calls;
    }

    /** Whether somebody moderates there; when the service does not tell, they do not. Nobody administrates a private chat. */
    boolean moderates(Venue venue, Author author) throws InterruptedException {
        if (venue.isPrivate()) {
            return false;
        }
        if (author.speaksForChat()) {
            return true;
        }
        return moderates(venue.chat(), author);
    }

    /** Whether a person moderates a chat that is not private. */
    boolean moderates(long chat, Author author) throws InterruptedException {
        Member member = new Member(chat, author.id());
        Boolean remembered = known.getIfPresent(member);
        if (remembered != null) {
            return remembered;
        }
        GetChatMember question =
                GetChatMember.builder().chatId(chat).userId(author.id()).build();
        return switch (calls.callOnce(question)) {
            case Calls.Result.Done<ChatMember>(ChatMember told) -> {
                boolean moderates = told.getStatus().equals(MemberStatus.ADMINISTRATOR)
                        || told.getStatus().equals(MemberStatus.CREATOR);
                known.put(member, moderates);
                yield moderates;
            }
            case Calls.Result.Failed<ChatMember>(Failure failure) -> {
                LOG.info("chat member unknown, taken for no moderator chat={} reason=\"{}\"", chat, failure.reason());
                yield false;
            }
        };
    }
}
