package news.lede.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.text.Language;
import news.lede.topic.TopicMeaning.Background;
import org.jspecify.annotations.Nullable;

/** The vectors of texts of ours: kept in memory, else in the store, else made. Thread-safe. */
final class TopicVectors {
    private final Embedder embedder;
    private final Vectors vectors;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();
    private volatile @Nullable Background background;

    TopicVectors(Embedder embedder, Vectors vectors) {
        this.embedder = embedder;
        this.vectors = vectors;
    }

    /** What a topic means; empty when nothing can be embedded. */
    Optional<TopicMeaning> meaning(Topic topic) {
        Optional<Map<String, float[]>> sides = of(sides(topic));
        Optional<Background> against = background();
        if (sides.isEmpty() || against.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TopicMeaning(List.copyOf(sides.get().values()), against.get()));
    }

    /** Makes the vectors that matching these topics needs and that are not there. */
    void prepare(Collection<Topic> topics) {
        List<String> texts = new ArrayList<>(BackgroundTexts.ALL);
        topics.forEach(topic -> texts.addAll(sides(topic)));
        of(texts);
    }

    /** The name as one would search for it, and as a sentence about an article. */
    private static List<String> sides(Topic topic) {
        String name = topic.name(Language.ENGLISH).toLowerCase(Locale.ENGLISH);
        return List.of(name, "This news article is about " + name + ".");
    }

    private Optional<Background> background() {
        Background made = background;
        if (made == null) {
            made = of(BackgroundTexts.ALL)
                    .map(all -> Background.of(List.copyOf(all.values())))
                    .orElse(null);
            background = made;
        }
        return Optional.ofNullable(made);
    }

    /** In the order of {@code texts}, each once. */
    private Optional<Map<String, float[]>> of(Collection<String> texts) {
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
        Map<String, float[]> found = new LinkedHashMap<>();
        for (String text : wanted) {
            float[] vector = known.get(text);
            if (vector != null) {
                found.put(text, vector);
            }
        }
        return Optional.of(found);
    }
}
