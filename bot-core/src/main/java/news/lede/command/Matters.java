package news.lede.command;

import java.util.List;
import java.util.Optional;

/** Every {@link Matter} there is. */
record Matters(
        ChannelMatter channel,
        TopicMatter topic,
        SourceMatter source,
        PackMatter pack,
        SubscriptionMatter subscription,
        WorkspaceMatter workspace,
        GrantMatter grant,
        RetractionMatter retraction) {
    static Matters of(Newsroom newsroom) {
        return new Matters(
                new ChannelMatter(newsroom),
                new TopicMatter(newsroom),
                new SourceMatter(newsroom),
                new PackMatter(newsroom),
                new SubscriptionMatter(newsroom),
                new WorkspaceMatter(newsroom),
                new GrantMatter(newsroom),
                new RetractionMatter(newsroom));
    }

    /** The one that the audit log calls so; empty for what cannot be brought back. */
    Optional<Matter> called(String action) {
        return List.<Matter>of(channel, topic, source, pack, subscription, workspace, grant, retraction).stream()
                .filter(matter -> matter.action().equals(action))
                .findFirst();
    }
}
