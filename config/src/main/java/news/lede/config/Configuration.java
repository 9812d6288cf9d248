package news.lede.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.opml.Pack;
import news.lede.story.PublisherFamily;
import news.lede.topic.Topic;

/** All that an operator decides: settings, and topics and packs of sources laid over those that ship. Immutable. */
public final class Configuration {
    private final Settings settings;
    private final Map<Key<?>, Object> values;
    private final List<Topic> ownTopics;
    private final List<Pack> ownPacks;

    Configuration(Settings settings, Map<Key<?>, Object> values, List<Topic> ownTopics, List<Pack> ownPacks) {
        this.settings = settings;
        this.values = Map.copyOf(values);
        this.ownTopics = List.copyOf(ownTopics);
        this.ownPacks = List.copyOf(ownPacks);
    }

    /** Settings alone, with the topics and packs that ship. */
    public static Configuration of(Settings settings) {
        return new Configuration(settings, Map.of(), List.of(), List.of());
    }

    public Settings settings() {
        return settings;
    }

    /** All topics, by id. What ships is read at the first call. */
    public List<Topic> topics() {
        return TopicFiles.over(ownTopics);
    }

    /** The operator's topics alone, by id. */
    public List<Topic> ownTopics() {
        return ownTopics;
    }

    /** All packs: those that ship first. What ships is read at the first call. */
    public List<Pack> packs() {
        return PackFiles.over(ownPacks);
    }

    /** The operator's packs alone, by name. */
    public List<Pack> ownPacks() {
        return ownPacks;
    }

    /** What is another here than in {@code before}. */
    public Changes since(Configuration before) {
        List<String> taken = new ArrayList<>();
        List<String> restart = new ArrayList<>();
        for (Key<?> key : Keys.ALL) {
            if (!Objects.equals(values.get(key), before.values.get(key)) || isAnotherFile(key, before)) {
                (Keys.TAKEN_OVER.contains(key) ? taken : restart).add(key.name());
            }
        }
        taken.addAll(changed(
                "topic", before.ownTopics, ownTopics, topic -> topic.id().value()));
        taken.addAll(changed("pack", before.ownPacks, ownPacks, Pack::name));
        return new Changes(taken, restart);
    }

    /** The publishers' file may say something else under the same name. */
    private boolean isAnotherFile(Key<?> key, Configuration before) {
        List<PublisherFamily> now = settings.publishers();
        return key == Keys.PUBLISHERS_FILE && !now.equals(before.settings.publishers());
    }

    private static <T extends Object> List<String> changed(
            String what, List<T> before, List<T> now, Function<T, String> name) {
        Map<String, T> then = byName(before, name);
        Map<String, T> today = byName(now, name);
        return new TreeSet<>(Stream.concat(then.keySet().stream(), today.keySet().stream())
                        .toList())
                .stream()
                        .filter(one -> !Objects.equals(then.get(one), today.get(one)))
                        .map(one -> what + " " + one
                                + (!then.containsKey(one)
                                        ? " (new)"
                                        : !today.containsKey(one) ? " (gone)" : " (changed)"))
                        .toList();
    }

    private static <T extends Object> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, one -> one, (first, _) -> first, LinkedHashMap::new));
    }
}
