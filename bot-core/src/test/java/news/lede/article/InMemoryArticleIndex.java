package news.lede.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@link ArticleIndex} by comparing words: case and accents do not count, a plural {@code s} is cut, signs of scripts without spaces
 * stand alone; a word in the title counts three times. Thread-safe.
 */
public final class InMemoryArticleIndex implements ArticleIndex {
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\"\\s]+)");
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{N}&&"
                    + "[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");

    private final TreeMap<ArticleId, IndexedArticle> pending = new TreeMap<>();
    private final TreeMap<ArticleId, IndexedArticle> visible = new TreeMap<>();

    @Override
    public synchronized List<Hit> search(Query query) {
        List<List<String>> wanted = parts(query.words());
        if (wanted.isEmpty()) {
            return List.of();
        }
        return visible.values().stream()
                .filter(a -> !Collections.disjoint(a.sources(), query.sources()))
                .filter(a -> query.since()
                        .map(s -> !a.article().published().isBefore(s))
                        .orElse(true))
                .filter(a -> query.all()
                        ? wanted.stream().allMatch(part -> score(a.article(), part) > 0)
                        : wanted.stream().anyMatch(part -> score(a.article(), part) > 0))
                .sorted(Comparator.comparingDouble((IndexedArticle a) -> -score(a.article(), wanted, 0))
                        .thenComparing(a -> a.article().published(), Comparator.reverseOrder()))
                .map(a -> new Hit(a.article().id(), (float) score(a.article(), wanted, 0)))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized void add(Collection<IndexedArticle> articles) {
        articles.forEach(a -> pending.put(a.article().id(), a));
    }

    @Override
    public synchronized void commit() {
        visible.putAll(pending);
        pending.clear();
    }

    @Override
    public synchronized ArticleId last() {
        return visible.isEmpty() ? new ArticleId(0) : visible.lastKey();
    }

    @Override
    public void close() {}

    /** How many articles a search can find. */
    public synchronized int size() {
        return visible.size();
    }

    private static double score(Article article, List<List<String>> parts, double from) {
        double sum = from;
        for (List<String> part : parts) {
            sum += score(article, part);
        }
        return sum;
    }

    private static double score(Article article, List<String> part) {
        List<String> body = words(article.text());
        double count = 3 * Collections.frequency(windows(words(article.title()), part.size()), part)
                + Collections.frequency(windows(body, part.size()), part);
        return count / Math.sqrt(4.0 + body.size());
    }

    private static List<List<String>> windows(List<String> words, int size) {
        List<List<String>> windows = new ArrayList<>();
        for (int start = 0; start + size <= words.size(); start++) {
            windows.add(words.subList(start, start + size));
        }
        return windows;
    }

    private static List<List<String>> parts(String typed) {
        List<List<String>> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(typed);
        while (matcher.find()) {
            String phrase = matcher.group(1);
            if (phrase != null) {
                parts.add(words(phrase));
            } else {
                words(matcher.group(2)).forEach(word -> parts.add(List.of(word)));
            }
        }
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(folded)
                .results()
                .map(found -> found.group().length() > 3 ? found.group().replaceFirst("s$", "") : found.group())
                .toList();
    }

    /** An article as an index takes it, for tests. */
    public static IndexedArticle indexed(Article article, news.lede.source.SourceId... sources) {
        return new IndexedArticle(article, Set.of(sources));
    }
}
