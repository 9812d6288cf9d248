package news.lede.topic;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.community.WorkspaceId;
import news.lede.text.NameFolding;

/** The topics of a workspace: what ships, overridden by name by what its moderators defined. Thread-safe. */
public final class TopicCatalog {
    private final Supplier<List<Topic>> given;
    private final Topics defined;
    private volatile Shipped known = Shipped.of(List.of());

    /** One way to call topics, with those that ship by it: there are thousands of names, and every question asks. */
    private record Callings(Function<Topic, Stream<String>> of, Map<String, Topic> shipped) {
        static Callings by(Function<Topic, Stream<String>> of, Collection<Topic> topics) {
            Map<String, Topic> shipped = new HashMap<>();
            topics.forEach(topic -> of.apply(topic).forEach(name -> shipped.putIfAbsent(plain(name), topic)));
            return new Callings(of, Map.copyOf(shipped));
        }
    }

    /** What ships, made ready to be called from the list that was {@code given}. */
    private record Shipped(
            List<Topic> given,
            Map<TopicId, Topic> byId,
            List<Topic> all,
            Callings ids,
            Callings names,
            Callings aliases) {
        static Shipped of(List<Topic> given) {
            TreeMap<TopicId, Topic> byId = new TreeMap<>();
            given.forEach(topic -> byId.put(topic.id(), topic));
            return new Shipped(
                    given,
                    Collections.unmodifiableMap(byId),
                    List.copyOf(byId.values()),
                    Callings.by(topic -> Stream.of(topic.id().value()), byId.values()),
                    Callings.by(topic -> topic.names().values().stream(), byId.values()),
                    Callings.by(TopicCatalog::aliases, byId.values()));
        }
    }

    public TopicCatalog(List<Topic> shipped, Topics defined) {
        this(() -> shipped, defined);
    }

    /** {@code shipped} is asked each time, and gives one and the same list as long as nothing of it changes: an operator may lay topics over those that ship. */
    public TopicCatalog(Supplier<List<Topic>> shipped, Topics defined) {
        this.given = shipped;
        this.defined = defined;
    }

    private Shipped known() {
        List<Topic> now = given.get();
        Shipped before = known;
        if (before.given() == now) {
            return before;
        }
        Shipped anew = Shipped.of(now);
        known = anew;
        return anew;
    }

    /** By id. */
    public List<Topic> of(WorkspaceId workspace) {
        TreeMap<TopicId, Topic> topics = new TreeMap<>(known().byId());
        defined.of(workspace).forEach(topic -> topics.put(topic.id(), topic));
        return List.copyOf(topics.values());
    }

    /** The topic meant by what somebody typed: its id, its name in any language or one of its aliases, without case, accents and hyphens. */
    public Optional<Topic> named(String typed, WorkspaceId workspace) {
        Shipped now = known();
        return find(typed, workspace, List.of(now.ids(), now.names(), now.aliases()));
    }

    /** The topic whose id or name somebody typed; an alias does not count. */
    public Optional<Topic> called(String typed, WorkspaceId workspace) {
        Shipped now = known();
        return find(typed, workspace, List.of(now.ids(), now.names()));
    }

    /** An id says which topic is meant, a name nearly so; what a workspace defined goes before what ships. */
    private Optional<Topic> find(String typed, WorkspaceId workspace, List<Callings> order) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Topic> own = defined.of(workspace);
        Set<TopicId> overridden = own.stream().map(Topic::id).collect(Collectors.toSet());
        return order.stream()
                .flatMap(callings -> Stream.concat(
                        own.stream()
                                .filter(topic -> callings.of
                                        .apply(topic)
                                        .anyMatch(name -> plain(name).equals(wanted))),
                        Stream.ofNullable(callings.shipped.get(wanted))
                                .filter(topic -> !overridden.contains(topic.id()))))
                .findFirst();
    }

    /** Whether moderators of the workspace defined this topic, anew or over one that ships. */
    public boolean own(TopicId id, WorkspaceId workspace) {
        return defined.find(workspace, id).isPresent();
    }

    /** What moderators of the workspace defined, anew or over what ships. */
    List<Topic> defined(WorkspaceId workspace) {
        return defined.of(workspace);
    }

    /** What ships, by id; one and the same list as long as nothing of it changes. */
    List<Topic> shipped() {
        return known().all();
    }

    /** The topic as it ships, whatever a workspace made of it. */
    public Optional<Topic> shipped(TopicId id) {
        return Optional.ofNullable(known().byId().get(id));
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

    private static String plain(String name) {
        return String.join(" ", NameFolding.words(name));
    }
}
