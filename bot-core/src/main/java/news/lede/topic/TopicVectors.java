package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import news.lede.text.Language;
import news.lede.topic.TopicMeaning.Background;

/** The vectors of texts of ours: kept in memory, else in the store, else made. Thread-safe. */
final class TopicVectors {
    private final Embedder embedder;
    private final Vectors vectors;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    TopicVectors(Embedder embedder, Vectors vectors) {
        this.embedder = embedder;
        this.vectors = vectors;
    }

    /** What a topic means, compared with what is usual also among {@code recent}; empty when nothing can be embedded. */
    Optional<TopicMeaning> meaning(Topic topic, List<float[]> recent) {
        Optional<List<float[]>> sides = of(sides(topic));
        Optional<List<float[]>> texts = of(BackgroundTexts.ALL);
        Optional<List<float[]>> subjects = of(BackgroundTexts.SUBJECTS);
        if (sides.isEmpty() || texts.isEmpty() || subjects.isEmpty()) {
            return Optional.empty();
        }
        Background background = new Background(texts.get(), TopicMeaning.mean(subjects.get()), recent);
        return Optional.of(new TopicMeaning(sides.get(), background));
    }

    /** Makes the vectors that matching these topics needs and that are not there. */
    void prepare(Collection<Topic> topics) {
        List<String> texts = new ArrayList<>(BackgroundTexts.ALL);
        texts.addAll(BackgroundTexts.SUBJECTS);
        topics.forEach(topic -> texts.addAll(sides(topic)));
        of(texts);
    }

    /** The name as one would search for it, and as a sentence about an article. */
    private static List<String> sides(Topic topic) {
        String name = topic.name(Language.ENGLISH).toLowerCase(Locale.ENGLISH);
        return List.of(name, BackgroundTexts.about(name));
    }

    /** In the order of {@code texts}, each once. */
    private Optional<List<float[]>> of(Collection<String> texts) {
        List<String> wanted = List.copyOf(new LinkedHashSet<>(texts));
        List<String> unknown = new ArrayList<>();
        for (String text : wanted) {
            if (!known.containsKey(text)) {
                vectors.ofText(embedder.model(), text)
                        .ifPresentOrElse(vector -> known.put(text, vector), () -> unknown.add(text));
            }
        }
        if (!unknown.isEmpty()) {
            if (!embedder.enabled()) {
                return Optional.empty();
            }
            List<float[]> made;
            try {
                made = embedder.embed(unknown);
            } catch (IllegalStateException e) {
                // The embedder has said why; it is not enabled any more, and words alone must do.
                return Optional.empty();
            }
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), made.get(i));
                vectors.putText(embedder.model(), unknown.get(i), made.get(i));
            }
        }
        return Optional.of(wanted.stream()
                .flatMap(text -> Stream.ofNullable(known.get(text)))
                .toList());
    }
}
