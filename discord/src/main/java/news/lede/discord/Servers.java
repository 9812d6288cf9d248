package news.lede.discord;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** What the connections of this process were told of servers. Where other processes have some of the shards, that is not all there are. Thread-safe. */
final class Servers {
    private final List<ShardManager> connections = new CopyOnWriteArrayList<>();

    void add(ShardManager connection) {
        connections.add(connection);
    }

    void remove(ShardManager connection) {
        connections.remove(connection);
    }

    /** {@code id} is a number. */
    Optional<GuildChannel> channel(String id) {
        return first(connection -> connection.getGuildChannelById(id));
    }

    /** {@code id} is a number. */
    Optional<Guild> guild(String id) {
        return first(connection -> connection.getGuildById(id));
    }

    private <T> Optional<T> first(Function<ShardManager, @Nullable T> look) {
        return connections.stream()
                .flatMap(connection -> Optional.ofNullable(look.apply(connection)).stream())
                .findFirst();
    }

    /** Our own id, by any of the connections. */
    Optional<String> self() {
        return shards().stream().findFirst().map(shard -> shard.getSelfUser().getId());
    }

    /**
     * Whether every shard is ours and has told us its servers, so that a server that we do not know is one that does not have us. A shard that is still logging in has told nothing yet.
     */
    boolean areAll() {
        Set<Integer> ours = new HashSet<>();
        int all = Integer.MAX_VALUE;
        for (JDA shard : shards()) {
            if (shard.getStatus() == JDA.Status.CONNECTED) {
                ours.add(shard.getShardInfo().getShardId());
            }
            all = shard.getShardInfo().getShardTotal();
        }
        return ours.size() >= all;
    }

    private List<JDA> shards() {
        return connections.stream()
                .flatMap(connection -> connection.getShards().stream())
                .toList();
    }
}
