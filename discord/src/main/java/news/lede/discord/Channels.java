package news.lede.discord;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.forums.ForumTag;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.community.Place;

/** Finds the channel that a place means, by what the connection told of servers; opens direct messages. Thread-safe. */
final class Channels {
    private static final String PERSON = "user:";
    private static final Pattern ID = Pattern.compile("\\d{1,19}");
    private static final int REMEMBERED = 10_000;

    /** Where a message goes. */
    sealed interface Target {
        /** {@code known}: one of a server that we are in. */
        record Channel(String id, boolean known) implements Target {}

        /** Each message is a post of its own there. {@code tag}: one that a post must bear. */
        record Forum(String id, String guild, Optional<String> tag) implements Target {}

        /** There is no way to that person, for now or at all. */
        record Nowhere(Reply why) implements Target {}
    }

    private final Requests requests;
    private final Supplier<Optional<ShardManager>> shards;
    private final Map<String, String> direct = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    Channels(Requests requests, Supplier<Optional<ShardManager>> shards) {
        this.requests = requests;
        this.shards = shards;
    }

    /** The direct messages with a person. */
    static Place alone(String person) {
        return new Place("discord", PERSON + person, Optional.empty());
    }

    Target of(Place place) {
        if (place.chat().startsWith(PERSON)) {
            return direct(place.chat().substring(PERSON.length()));
        }
        String id = place.thread().orElse(place.chat());
        Optional<GuildChannel> known = known(id);
        if (known.isPresent() && known.get() instanceof IPostContainer forum) {
            return new Target.Forum(id, forum.getGuild().getId(), tag(forum));
        }
        return new Target.Channel(id, known.isPresent());
    }

    private static Optional<String> tag(IPostContainer forum) {
        return forum.isTagRequired()
                ? forum.getAvailableTags().stream()
                        .filter(t -> !t.isModerated())
                        .findFirst()
                        .map(ForumTag::getId)
                : Optional.empty();
    }

    /** Whether it is a channel of a server that we are in. */
    boolean knows(String channel) {
        return known(channel).isPresent();
    }

    /** Whether messages there can be read back; false only where we know that they cannot. */
    boolean readable(String channel) {
        return known(channel)
                .map(c -> c.getGuild()
                        .getSelfMember()
                        .hasPermission(c, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY))
                .orElse(true);
    }

    /** Whether it is known that we may write at a place of a server. Threads that sleep are known by their channel alone. */
    boolean writable(Place place) {
        return place.thread()
                .flatMap(this::known)
                .or(() -> known(place.chat()))
                .filter(c -> mayWrite(c, place))
                .isPresent();
    }

    private static boolean mayWrite(GuildChannel channel, Place place) {
        Permission write = place.thread().isEmpty() ? Permission.MESSAGE_SEND : Permission.MESSAGE_SEND_IN_THREADS;
        boolean closed = channel instanceof ThreadChannel thread && thread.isLocked();
        return !closed && channel.getGuild().getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL, write);
    }

    private Optional<GuildChannel> known(String id) {
        return ID.matcher(id).matches() ? shards.get().map(s -> s.getGuildChannelById(id)) : Optional.empty();
    }

    private Target direct(String person) {
        synchronized (direct) {
            String open = direct.get(person);
            if (open != null) {
                return new Target.Channel(open, false);
            }
        }
        Reply reply =
                requests.post("users/@me/channels", "users", DataObject.empty().put("recipient_id", person));
        if (reply instanceof Reply.Done(var body) && body.hasNonNull("id")) {
            String id = body.path("id").asText();
            synchronized (direct) {
                direct.put(person, id);
            }
            return new Target.Channel(id, false);
        }
        return new Target.Nowhere(reply);
    }
}
