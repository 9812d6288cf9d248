package news.lede.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.article.Article;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * Chooses the title of a story: that of the article whose headline says most of what all headlines and leads say. Pure.
 */
final class Headline {
    private static final Pattern SUFFIX =
            Pattern.compile("^(.{12,}?)\\s+[-\u2013\u2014|\u00B7:\u00AB\u00BB]+\\s+([^-\u2013\u2014|]{2,40})$");
    /** Sentences of an article that count as its lead. */
    private static final int LEAD_SENTENCES = 2;
    /** A later headline must be clearly better than an earlier one: changing a title confuses readers. */
    private static final double LATER_COSTS = 0.01;

    private static final int LONG_TITLE = 110;
    /** A host's label this long at the end of what may be a publisher's name: "The Delvoort Tribune" of tribune.example. */
    private static final int LONG_LABEL = 6;

    private Headline() {}

    /** The title of a story of {@code articles}, not empty, oldest first: verbatim but for a publisher's name and labels of the page. */
    static String of(List<Article> articles, Language language) {
        if (articles.size() == 1) {
            return cleaned(articles.getFirst());
        }
        List<SparseVector> titles = articles.stream()
                .map(article -> vector(cleaned(article), language))
                .toList();
        Map<Long, Double> sum = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            add(sum, titles.get(i));
            add(sum, vector(lead(articles.get(i)), language));
        }
        SparseVector centre = SparseVector.of(sum);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < titles.size(); i++) {
            double tooLong = Math.max(0, articles.get(i).title().length() - LONG_TITLE) / (double) LONG_TITLE;
            double score = titles.get(i).cosine(centre) - i * LATER_COSTS - tooLong;
            if (score > highest) {
                highest = score;
                best = i;
            }
        }
        return cleaned(articles.get(best));
    }

    /** The title without its publisher's name at the end ("Ferry sinks - The Alden Courier") and without {@link TitleLabels labels}. */
    static String cleaned(Article article) {
        String title = TitleLabels.removed(article.title());
        String rest = withoutPublisher(title, article);
        return rest.equals(title) ? title : TitleLabels.removed(rest);
    }

    private static String withoutPublisher(String title, Article article) {
        Matcher parts = SUFFIX.matcher(title);
        if (!parts.matches()) {
            return title;
        }
        String suffix = plain(parts.group(2));
        boolean publisher = article.publisher()
                .filter(name -> isSame(plain(name), suffix) || (name.indexOf('.') > 0 && hasLabel(name, suffix)))
                .isPresent();
        boolean host = article.url()
                .flatMap(url -> Optional.ofNullable(url.getHost()))
                .filter(name -> hasLabel(name, suffix))
                .isPresent();
        return publisher || host ? parts.group(1).strip() : title;
    }

    private static boolean isSame(String name, String suffix) {
        return !suffix.isEmpty()
                && (name.equals(suffix)
                        || name.equals("the" + suffix)
                        || suffix.equals("the" + name)
                        || (suffix.length() >= 5 && name.startsWith(suffix))
                        || (name.length() >= 5 && suffix.startsWith(name)));
    }

    private static boolean hasLabel(String host, String suffix) {
        for (String label : host.toLowerCase(Locale.ROOT).split("\\.")) {
            String plain = plain(label);
            boolean ends = plain.length() >= LONG_LABEL && suffix.endsWith(plain);
            if (plain.length() > 2
                    && (ends || plain.equals(suffix) || plain.equals("the" + suffix) || suffix.equals("the" + plain))) {
                return true;
            }
        }
        return plain(host).endsWith(suffix) && suffix.length() > 5;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String lead(Article article) {
        if (article.paragraphs().isEmpty()) {
            return "";
        }
        String first = article.paragraphs().getFirst();
        List<Span> sentences = Sentences.split(first, article.language());
        return sentences.isEmpty()
                ? ""
                : first.substring(
                        0,
                        sentences
                                .get(Math.min(LEAD_SENTENCES, sentences.size()) - 1)
                                .end());
    }

    private static SparseVector vector(String text, Language language) {
        Map<Long, Double> counts = new HashMap<>();
        for (Token token : Tokens.of(text, language)) {
            if (token.telling()) {
                counts.putIfAbsent(SparseVector.keyOf(token.stem()), 1.0);
            }
        }
        return SparseVector.of(counts);
    }

    private static void add(Map<Long, Double> sum, SparseVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            sum.merge(vector.key(i), (double) vector.value(i), Double::sum);
        }
    }
}
