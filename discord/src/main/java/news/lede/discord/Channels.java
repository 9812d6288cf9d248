package news.lede.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
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

        /** Each message is a post of its own there. {@code tags}: those we may give it; {@code tagged}: it must bear one. */
        record Forum(String id, String guild, List<Tag> tags, boolean tagged) implements Target {
            public Forum {
                tags = List.copyOf(tags);
            }
        }

        /** A label of posts, by the name that readers see. */
        record Tag(String id, String name) {}

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
            return new Target.Forum(id, forum.getGuild().getId(), tags(forum), forum.isTagRequired());
        }
        return new Target.Channel(id, known.isPresent());
    }

    /** Those that moderators keep to themselves we may not give. */
    private static List<Target.Tag> tags(IPostContainer forum) {
        return forum.getAvailableTags().stream()
                .filter(tag -> !tag.isModerated())
                .map(tag -> new Target.Tag(tag.getId(), tag.getName()))
                .toList();
    }

    /** Whether others may follow a channel, so that its messages can be handed on. */
    boolean isFollowable(String channel) {
        return known(channel).filter(NewsChannel.class::isInstance).isPresent();
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
