package news.lede.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;

/** Finds the channel or group that somebody speaks of in private, if the service says that they administrate it. Thread-safe. */
final class Places {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Calls calls;
    private final Moderators moderators;
    private final Cache<String, Elsewhere> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    Places(Calls calls, Moderators moderators) {
        this.calls = calls;
        this.moderators = moderators;
    }

    /** What came of looking. */
    sealed interface Found {
        /** There it is, and theirs. */
        record Theirs(Elsewhere place) implements Found {}

        /** They do not administrate it, or we are no member and cannot tell. */
        record NotTheirs() implements Found {}

        /** No such chat that we know of. */
        record Unknown() implements Found {}
    }

    /** @param chat an id, or a public name with its {@code @} */
    Found find(String chat, Author author) throws InterruptedException {
        Elsewhere remembered = known.getIfPresent(chat);
        Optional<Elsewhere> place = remembered == null ? ask(chat) : Optional.of(remembered);
        if (place.isEmpty()) {
            return new Found.Unknown();
        }
        known.put(chat, place.get());
        return moderators.moderates(place.get().chat(), author) ? new Found.Theirs(place.get()) : new Found.NotTheirs();
    }

    private Optional<Elsewhere> ask(String chat) throws InterruptedException {
        GetChat question = GetChat.builder().chatId(chat).build();
        return switch (calls.callOnce(question)) {
            case Calls.Result.Done<ChatFullInfo>(ChatFullInfo told)
            when !"private".equals(told.getType()) ->
                Optional.of(new Elsewhere(told.getId(), String.valueOf(told.getTitle())));
            case Calls.Result.Done<ChatFullInfo> _, Calls.Result.Failed<ChatFullInfo> _ -> Optional.empty();
        };
    }
}
