package news.lede.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ReportId;
import news.lede.text.Attribution;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** A report of a story, sentence by sentence, as it is compared with others. {@code articles}: the first, which was read, and its copies. */
record ToldReport(List<Article> articles, List<Line> lines) {
    private static final int SENTENCES_READ = 14;
    /** Sentences are compared pair by pair: more reports than this of one story would cost too much and say little new. */
    private static final int REPORTS_READ = 16;

    /** A sentence; {@code stems}: its telling words without inflection, without those that name who says it. */
    record Line(Mention mention, int rank, Set<String> stems, Optional<Attribution> attribution) {
        Language language() {
            return mention.article().language();
        }

        /** Cosine of the two sets of stems, 0 to 1. */
        double alike(Line other) {
            if (stems.isEmpty() || other.stems.isEmpty()) {
                return 0;
            }
            Set<String> fewer = stems.size() <= other.stems.size() ? stems : other.stems;
            Set<String> more = fewer.equals(stems) ? other.stems : stems;
            long shared = fewer.stream().filter(more::contains).count();
            return shared / Math.sqrt((double) stems.size() * other.stems.size());
        }
    }

    static List<ToldReport> of(StoryView story) {
        Map<ReportId, List<Article>> reports = story.articles().stream()
                .collect(Collectors.groupingBy(Article::report, LinkedHashMap::new, Collectors.toList()));
        return reports.size() < 2
                ? List.of()
                : reports.values().stream()
                        .limit(REPORTS_READ)
                        .map(copies -> new ToldReport(copies, lines(copies.getFirst())))
                        .toList();
    }

    private static List<Line> lines(Article article) {
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < article.paragraphs().size(); p++) {
            String paragraph = article.paragraphs().get(p);
            for (Span span : Sentences.split(paragraph, article.language())) {
                if (lines.size() == SENTENCES_READ) {
                    return lines;
                }
                lines.add(line(new Mention(article, p, span.start(), span.in(paragraph)), lines.size()));
            }
        }
        return lines;
    }

    private static Line line(Mention mention, int rank) {
        Language language = mention.article().language();
        Optional<Attribution> attribution = Attribution.in(mention.sentence(), language);
        Set<String> stems = new HashSet<>();
        for (Token token : Tokens.of(mention.sentence(), language)) {
            boolean speaker = attribution
                    .filter(a -> a.kind() == Attribution.Kind.SAID)
                    .filter(a -> token.span().start() >= a.span().start()
                            && token.span().end() <= a.span().end())
                    .isPresent();
            if (token.telling() && !speaker) {
                stems.add(token.stem());
            }
        }
        return new Line(mention, rank, stems, attribution);
    }

    /** The side of this report that says {@code words} of {@code line}, with every copy that says it too. */
    Side side(Span words, Line line) {
        Mention read = line.mention.telling(words);
        return new Side(articles.stream()
                .flatMap(copy -> read.in(copy).stream())
                .sorted(Mention.OLDEST_FIRST)
                .toList());
    }
}
