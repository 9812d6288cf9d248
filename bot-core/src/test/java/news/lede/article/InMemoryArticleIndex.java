package news.lede.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.source.SourceId;

/**
 * {@link ArticleIndex} by comparing words: case and accents do not count, a plural {@code s} is cut, signs of scripts without spaces
 * stand alone; a word in the title counts three times. Thread-safe.
 */
public final class InMemoryArticleIndex implements ArticleIndex {
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\"\\s]+)");
    private static final Set<String> STOP_WORDS =
            Set.of("a", "an", "and", "in", "is", "of", "on", "or", "the", "to", "with");
    private static final Pattern NO_SPACES = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{N}&&"
                    + "[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");

    private final Sketching sketching;
    private final TreeMap<ArticleId, IndexedArticle> pending = new TreeMap<>();
    private final TreeMap<ArticleId, IndexedArticle> visible = new TreeMap<>();
    private final Set<ArticleId> removed = new HashSet<>();
    private long noted;
    private long seen;

    /** Keeps no sketches. */
    public InMemoryArticleIndex() {
        this(_ -> new byte[0]);
    }

    public InMemoryArticleIndex(Sketching sketching) {
        this.sketching = sketching;
    }

    @Override
    public synchronized List<Sketched> sketches(Query query) {
        return search(query).stream()
                .map(hit -> new Sketched(
                        hit.article(),
                        sketching.of(Objects.requireNonNull(visible.get(hit.article()))
                                .article())))
                .toList();
    }

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
    public synchronized void remove(Collection<ArticleId> articles, ArticleId last) {
        pending.keySet().removeAll(articles);
        removed.addAll(articles);
    }

    @Override
    public synchronized void commit() {
        visible.keySet().removeAll(removed);
        removed.clear();
        visible.putAll(pending);
        pending.clear();
        seen = noted;
    }

    @Override
    public synchronized void seen(long change) {
        noted = change;
    }

    @Override
    public synchronized long seen() {
        return seen;
    }

    @Override
    public synchronized ArticleId last() {
        return visible.isEmpty() ? new ArticleId(0) : visible.lastKey();
    }

    @Override
    public synchronized void clear() {
        pending.clear();
        visible.clear();
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
        double count = 3 * occurrences(words(article.title()), part) + occurrences(body, part);
        return count / Math.sqrt(4.0 + body.size());
    }

    private static int occurrences(List<String> words, List<String> part) {
        int count = 0;
        for (int start = 0; start + part.size() <= words.size(); start++) {
            boolean all = true;
            for (int at = 0; at < part.size(); at++) {
                all &= matches(words.get(start + at), part.get(at));
            }
            count += all ? 1 : 0;
        }
        return count;
    }

    private static boolean matches(String word, String wanted) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }

    private static List<List<String>> parts(String typed) {
        List<List<String>> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(typed.replaceAll("[“”„«»]", "\""));
        while (matcher.find()) {
            String phrase = matcher.group(1);
            String word = matcher.group(2);
            if (phrase != null) {
                parts.add(words(phrase));
            } else if (word != null && word.matches("\\p{L}{3,}\\*")) {
                parts.add(List.of(folded(word)));
            } else if (word != null && !NO_SPACES.matcher(word).find()) {
                words(word).forEach(single -> parts.add(List.of(single)));
            } else if (word != null) {
                parts.add(words(word));
            }
        }
        parts.removeIf(List::isEmpty);
        List<List<String>> telling = parts.stream()
                .filter(part -> part.size() > 1 || !STOP_WORDS.contains(part.getFirst()))
                .toList();
        return telling.isEmpty() ? parts : telling;
    }

    private static List<String> words(String text) {
        return WORD.matcher(folded(text))
                .results()
                .map(found -> found.group().length() > 3 ? found.group().replaceFirst("s$", "") : found.group())
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFKD)
                .replaceAll("[\\p{Mn}&&[^\\u0E00-\\u0E7F]]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** An article as an index takes it, for tests. */
    public static IndexedArticle indexed(Article article, SourceId... sources) {
        return new IndexedArticle(article, Set.of(sources));
    }
}
