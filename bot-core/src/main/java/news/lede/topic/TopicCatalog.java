package news.lede.topic;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.lede.community.WorkspaceId;

/** The topics of a workspace: what ships, overridden by name by what its moderators defined. Thread-safe. */
public final class TopicCatalog {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

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

    /** The topic meant by what somebody typed: its id, or its name in any language, without case and accents. */
    public Optional<Topic> named(String typed, WorkspaceId workspace) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Topic> topics = of(workspace);
        // An id says which topic is meant; a name in some language may belong to two.
        return topics.stream()
                .filter(topic -> plain(topic.id().value()).equals(wanted))
                .findFirst()
                .or(() -> topics.stream()
                        .filter(topic -> topic.names().values().stream()
                                .anyMatch(name -> plain(name).equals(wanted)))
                        .findFirst());
    }

    private static String plain(String name) {
        String unmarked = MARKS.matcher(
                        Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return GAPS.matcher(unmarked).replaceAll(" ").strip();
    }
}
