package news.lede.topic;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import news.lede.community.WorkspaceId;
import news.lede.text.NameFolding;

/** The topics of a workspace: what ships, overridden by name by what its moderators defined. Thread-safe. */
public final class TopicCatalog {
    private final Map<TopicId, Topic> shipped;
    private final Topics defined;

    public TopicCatalog(List<Topic> shipped, Topics defined) {
        TreeMap<TopicId, Topic> byId = new TreeMap<>();
        shipped.forEach(topic -> byId.put(topic.id(), topic));
        this.shipped = Collections.unmodifiableMap(byId);
        this.defined = defined;
    }

    /** By id. */
    public List<Topic> of(WorkspaceId workspace) {
        TreeMap<TopicId, Topic> topics = new TreeMap<>(shipped);
        defined.of(workspace).forEach(topic -> topics.put(topic.id(), topic));
        return List.copyOf(topics.values());
    }

    /** The topic meant by what somebody typed: its id, its name in any language or one of its aliases, without case, accents and hyphens. */
    public Optional<Topic> named(String typed, WorkspaceId workspace) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Topic> topics = of(workspace);
        // An id says which topic is meant, a name nearly so; of a name in two languages, or an alias that a moderator
        // chose too, each may mean another topic.
        return first(topics, topic -> Stream.of(topic.id().value()), wanted)
                .or(() -> first(topics, topic -> topic.names().values().stream(), wanted))
                .or(() -> first(topics, TopicCatalog::aliases, wanted));
    }

    /** Whether moderators of the workspace defined this topic, anew or over one that ships. */
    public boolean own(TopicId id, WorkspaceId workspace) {
        return defined.find(workspace, id).isPresent();
    }

    /** The topic as it ships, whatever a workspace made of it. */
    public Optional<Topic> shipped(TopicId id) {
        return Optional.ofNullable(shipped.get(id));
    }

    /** Everything a topic may be asked for by, its id first. */
    public static Stream<String> callings(Topic topic) {
        return Stream.of(Stream.of(topic.id().value()), topic.names().values().stream(), aliases(topic))
                .flatMap(names -> names)
                .distinct();
    }

    private static Stream<String> aliases(Topic topic) {
        return topic.aliases().values().stream().flatMap(List::stream);
    }

    private static Optional<Topic> first(List<Topic> topics, Function<Topic, Stream<String>> names, String wanted) {
        return topics.stream()
                .filter(topic -> names.apply(topic).anyMatch(name -> plain(name).equals(wanted)))
                .findFirst();
    }

    private static String plain(String name) {
        return String.join(" ", NameFolding.words(name));
    }
}
