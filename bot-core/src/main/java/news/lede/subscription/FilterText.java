package news.lede.subscription;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.lede.article.Article;
import news.lede.text.Language;

/**
 * An article as filters see it, cut up once for all of them. Immutable and thread-safe.
 *
 * <p>Finding a phrase takes at most twice as many steps as the text and the phrase have parts, whatever they are; finding a word or the beginning of one takes as many as halving its vocabulary.
 */
public final class FilterText {
    /** Parts of a text in order, and each once in alphabetical order. */
    private record Indexed(String[] atoms, String[] sorted) {
        static Indexed of(List<String> texts) {
            String[] atoms =
                    texts.stream().flatMap(text -> Atoms.of(text).stream()).toArray(String[]::new);
            return new Indexed(atoms, Arrays.stream(atoms).distinct().sorted().toArray(String[]::new));
        }
    }

    private final Map<Filter.Field, Indexed> fields = new EnumMap<>(Filter.Field.class);
    private final Language language;

    FilterText(String title, List<String> paragraphs, String publisher, Language language) {
        fields.put(Filter.Field.ANYWHERE, Indexed.of(withTitle(title, paragraphs)));
        fields.put(Filter.Field.TITLE, Indexed.of(List.of(title)));
        fields.put(Filter.Field.PUBLISHER, Indexed.of(List.of(publisher)));
        this.language = language;
    }

    public static FilterText of(Article article) {
        return new FilterText(
                article.title(), article.paragraphs(), article.publisher().orElse(""), article.language());
    }

    private static List<String> withTitle(String title, List<String> paragraphs) {
        String[] all = new String[paragraphs.size() + 1];
        all[0] = title;
        for (int i = 0; i < paragraphs.size(); i++) {
            all[i + 1] = paragraphs.get(i);
        }
        return List.of(all);
    }

    Language language() {
        return language;
    }

    /** Whether {@code phrase} stands together in {@code field}; {@code open}: its last part may go on. {@code steps} counts comparisons. */
    boolean has(Filter.Field field, Phrase phrase, boolean open, Steps steps) {
        Indexed text = fields.get(field);
        if (text == null) {
            throw new IllegalArgumentException("no text to look at: " + field);
        }
        if (phrase.length() == 1) {
            return stands(text.sorted(), phrase.last(), open, steps);
        }
        return phrase.standsIn(text.atoms(), open, steps);
    }

    private static boolean stands(String[] sorted, String atom, boolean open, Steps steps) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            steps.one();
            int middle = (low + high) >>> 1;
            if (sorted[middle].compareTo(atom) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < sorted.length && (open ? sorted[low].startsWith(atom) : sorted[low].equals(atom));
    }

    /** Counts comparisons, so that a test can say that they are few. */
    static final class Steps {
        private long count;

        void one() {
            count++;
        }

        long count() {
            return count;
        }
    }
}
