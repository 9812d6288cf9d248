package news.lede.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.community.PersonKey;
import news.lede.community.Quotas;
import news.lede.config.Configuration;
import news.lede.config.PublisherFiles;
import news.lede.config.Settings;
import news.lede.opml.Pack;
import news.lede.story.Publishers;
import news.lede.summary.ExtractLimit;
import news.lede.topic.Topic;

/**
 * The configuration that holds now, as far as it may become another while Lede runs: whoever works with a part of it asks each time. What is read at the start alone is not told here. A part that did not change stays
 * one and the same object. Thread-safe.
 */
final class InForce {
    private volatile Held held;

    /** Parts that take time to make are made when they are first asked for. */
    private record Held(
            Configuration configuration,
            Lazy<List<Topic>> topics,
            Lazy<List<Pack>> packs,
            Lazy<Publishers> publishers) {}

    InForce(Configuration configuration) {
        held = new Held(
                configuration,
                new Lazy<>(configuration::topics),
                new Lazy<>(configuration::packs),
                publishers(configuration));
    }

    /** {@code next} holds from now on. */
    synchronized void take(Configuration next) {
        Held before = held;
        Configuration old = before.configuration();
        held = new Held(
                next,
                next.ownTopics().equals(old.ownTopics()) ? before.topics() : new Lazy<>(next::topics),
                next.ownPacks().equals(old.ownPacks()) ? before.packs() : new Lazy<>(next::packs),
                next.settings().publishers().equals(old.settings().publishers())
                        ? before.publishers()
                        : publishers(next));
    }

    private static Lazy<Publishers> publishers(Configuration configuration) {
        return new Lazy<>(
                () -> PublisherFiles.publishers(configuration.settings().publishers()));
    }

    Configuration configuration() {
        return held.configuration();
    }

    /** The topics of every workspace, by id. */
    List<Topic> topics() {
        return held.topics().get();
    }

    /** The packs that can be followed, but for those that were made at the command line. */
    List<Pack> packs() {
        return held.packs().get();
    }

    /** Who belongs together and counts once. */
    Publishers publishers() {
        return held.publishers().get();
    }

    /** Persons who moderate everywhere. */
    List<PersonKey> moderators() {
        return settings().moderators();
    }

    /** Packs that new workspaces follow. */
    Set<String> defaultPacks() {
        return Set.copyOf(settings().source().defaultPacks());
    }

    /** How much a workspace may have. */
    Map<Quotas.Kind, Integer> quota() {
        return settings().quota();
    }

    /** How much of one article one answer may show. */
    ExtractLimit extractLimit() {
        return settings().summary().extractLimit();
    }

    private Settings settings() {
        return held.configuration().settings();
    }
}
