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

/** The vectors of texts of ours: kept in memory, else in the store, else made. Thread-safe. */
final class TopicVectors {
    private final Embedder embedder;
    private final Vectors vectors;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    TopicVectors(Embedder embedder, Vectors vectors) {
        this.embedder = embedder;
        this.vectors = vectors;
    }

    /** What is usual for meanings, also among {@code recent}; empty when nothing can be embedded. */
    Optional<TopicMeaning.Background> background(List<CompactVector> recent) {
        return of(BackgroundTexts.ALL)
                .flatMap(texts -> of(BackgroundTexts.SUBJECTS)
                        .map(subjects -> TopicMeaning.Background.of(texts, subjects, recent)));
    }

    /** How near a text is to what a topic is called; empty when nothing can be embedded. */
    Optional<Direction> name(Topic topic, TopicMeaning.Background background) {
        return of(sides(topic)).map(sides -> TopicMeaning.of(sides, background));
    }

    /** The vector of a short text; empty when nothing can be embedded. */
    Optional<float[]> of(String text) {
        return of(List.of(text)).map(List::getFirst);
    }

    /** Makes the vectors that matching these topics needs and that are not there. */
    void prepare(Collection<Topic> topics) {
        List<String> texts = new ArrayList<>(BackgroundTexts.ALL);
        texts.addAll(BackgroundTexts.SUBJECTS);
        topics.forEach(topic -> texts.addAll(sides(topic)));
        topics.forEach(topic -> topic.examples().forEach(example -> texts.add(example.text())));
        of(texts);
    }

    /** The name in sentences about an article. */
    private static List<String> sides(Topic topic) {
        String name = topic.name(Language.ENGLISH).toLowerCase(Locale.ENGLISH);
        return List.of(
                BackgroundTexts.about(name),
                "The topic of this story is " + name + ".",
                "In the " + name + " section of the newspaper");
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
