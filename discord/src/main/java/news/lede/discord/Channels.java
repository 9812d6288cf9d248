package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.community.Place;

/**
 * Finds the channel that a place means, by what our connections told of servers; opens direct messages. A channel of a server on another process's shard is taken for one that is written to like any, until
 * Discord says that it is none: it is asked of a channel only when that matters, since such questions count like messages. Thread-safe.
 */
final class Channels {
    private static final Pattern ID = Pattern.compile("\\d{1,19}");
    private static final int REMEMBERED = 10_000;
    /** A flag of a forum whose posts must bear a tag. */
    private static final int TAG_REQUIRED = 1 << 4;
    /** Tags come and go. */
    private static final Duration LEARNT_FOR = Duration.ofMinutes(10);

    /** Where a message goes. */
    sealed interface Target {
        /** {@code known}: one of a server that we are in, as far as this process can know. */
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
    private final Servers servers;
    private final Map<String, String> direct = remembered();
    /** The same the other way round. */
    private final Map<String, String> persons = remembered();

    private final Map<String, Elsewhere> elsewhere = remembered();
    private final InstantSource clock;

    Channels(Requests requests, Servers servers, InstantSource clock) {
        this.requests = requests;
        this.servers = servers;
        this.clock = clock;
    }

    private static <T> Map<String, T> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** A channel of a server on another process's shard, as Discord told of it. */
    private record Elsewhere(Optional<Target.Forum> forum, boolean followable, Instant at) {}

    /** The direct messages with a person. */
    static Place alone(String person) {
        return new Place(DiscordPersons.KEYS.platform(), DiscordPersons.KEYS.keyOf(person), Optional.empty());
    }

    Target of(Place place) {
        Optional<String> person = DiscordPersons.KEYS.personOf(place.chat());
        if (person.isPresent()) {
            return direct(person.get());
        }
        String id = place.thread().orElse(place.chat());
        Optional<GuildChannel> known = known(id);
        if (known.isPresent() && known.get() instanceof IPostContainer forum) {
            return new Target.Forum(id, forum.getGuild().getId(), tags(forum), forum.isTagRequired());
        }
        return known.isEmpty() ? unlisted(id) : new Target.Channel(id, true);
    }

    private Target unlisted(String id) {
        return learnt(id)
                .flatMap(Elsewhere::forum)
                .map(Target.class::cast)
                .orElseGet(() -> new Target.Channel(id, isPerhapsOurs(id)));
    }

    private Optional<Elsewhere> learnt(String id) {
        Instant oldest = clock.instant().minus(LEARNT_FOR);
        synchronized (elsewhere) {
            return Optional.ofNullable(elsewhere.get(id)).filter(one -> one.at().isAfter(oldest));
        }
    }

    /** Asks Discord what a channel is that our own connections do not know. Whether it is a forum, which nobody knew before. */
    boolean learnForum(String id) {
        return learn(id).flatMap(Elsewhere::forum).isPresent();
    }

    /** Empty where nothing is to be learnt: known, no server's, or not told. */
    private Optional<Elsewhere> learn(String id) {
        if (!isElsewhere(id) || learnt(id).isPresent()) {
            return Optional.empty();
        }
        if (!(requests.get("channels/" + id, "channel/" + id) instanceof Reply.Done(JsonNode channel))
                || !channel.hasNonNull("guild_id")) {
            return Optional.empty();
        }
        ChannelType type = ChannelType.fromId(channel.path("type").asInt(-1));
        Elsewhere told = new Elsewhere(
                type == ChannelType.FORUM || type == ChannelType.MEDIA ? Optional.of(forum(channel)) : Optional.empty(),
                type == ChannelType.NEWS,
                clock.instant());
        synchronized (elsewhere) {
            elsewhere.put(id, told);
        }
        return Optional.of(told);
    }

    private static Target.Forum forum(JsonNode channel) {
        List<Target.Tag> tags = channel.path("available_tags")
                .valueStream()
                .filter(tag -> !tag.path("moderated").asBoolean())
                .map(tag ->
                        new Target.Tag(tag.path("id").asText(), tag.path("name").asText()))
                .toList();
        boolean tagged = (channel.path("flags").asInt() & TAG_REQUIRED) != 0;
        return new Target.Forum(
                channel.path("id").asText(), channel.path("guild_id").asText(), tags, tagged);
    }

    /** Those that moderators keep to themselves we may not give. */
    private static List<Target.Tag> tags(IPostContainer forum) {
        return forum.getAvailableTags().stream()
                .filter(tag -> !tag.isModerated())
                .map(tag -> new Target.Tag(tag.getId(), tag.getName()))
                .toList();
    }

    /** Whether others may follow a channel, so that its messages can be handed on. May ask Discord. */
    boolean isFollowable(String channel) {
        return known(channel)
                .map(NewsChannel.class::isInstance)
                .orElseGet(() -> learnt(channel)
                        .or(() -> learn(channel))
                        .map(Elsewhere::followable)
                        .orElse(false));
    }

    /** The same without asking; what is not known may be. */
    boolean isPerhapsFollowable(String channel) {
        return known(channel)
                .map(NewsChannel.class::isInstance)
                .orElseGet(() -> isElsewhere(channel)
                        && learnt(channel).map(Elsewhere::followable).orElse(true));
    }

    /** Whether it is a channel of a server that we are in, as far as this process can know. */
    boolean isPerhapsOurs(String channel) {
        return known(channel).isPresent() || isElsewhere(channel);
    }

    /** Whether our connections do not know it and yet it may be a channel of a server that we are in: on a shard of another process. */
    boolean isElsewhere(String channel) {
        return ID.matcher(channel).matches()
                && !servers.areAll()
                && known(channel).isEmpty()
                && !isDirect(channel);
    }

    private boolean isDirect(String channel) {
        synchronized (direct) {
            return persons.containsKey(channel);
        }
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
        return ID.matcher(id).matches() ? servers.channel(id) : Optional.empty();
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
                persons.put(id, person);
            }
            return new Target.Channel(id, false);
        }
        return new Target.Nowhere(reply);
    }
}
