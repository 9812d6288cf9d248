package news.lede.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.article.ArticleId;
import news.lede.article.ArticleIndex.Hit;
import news.lede.article.ArticleIndex.Query;
import news.lede.article.TextSearch;
import news.lede.source.SourceId;

/** {@link TextSearch} by PostgreSQL's own, over the index {@code article_words}. */
final class PostgresTextSearch implements TextSearch {
    /** Ranking reads each article again: of a word that is in half of all articles, only the newest are compared. */
    private static final int RANKED = 400;

    private static final int MOST_PARTS = 24;

    private static final String WORDS = "to_tsvector(words_of(a.language), left(a.title || ' ' || a.body, 2000))";

    /** A phrase in double quotes, or a word with perhaps a star behind it. */
    private static final Pattern PART =
            Pattern.compile("[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([\\p{L}\\p{M}\\p{N}]{1,100}+)(\\*?)");

    private final Sessions sessions;

    PostgresTextSearch(Sessions sessions) {
        this.sessions = sessions;
    }

    private enum Kind {
        WORD("plainto_tsquery(words_of(:language), :%s)"),
        PHRASE("phraseto_tsquery(words_of(:language), :%s)"),
        /** Letters and digits alone, so it needs no quoting. */
        BEGINNING("to_tsquery(words_of(:language), :%s || ':*')");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    private record Part(Kind kind, String text) {}

    @Override
    public List<Hit> search(Query query) {
        List<Part> parts = parts(query.words());
        if (parts.isEmpty() || query.sources().isEmpty() || query.limit() <= 0) {
            return List.of();
        }
        List<String> asked = new ArrayList<>();
        for (Part part : parts) {
            asked.add(part.kind().sql.formatted("p" + asked.size()));
        }
        String tsquery = asked.stream().collect(Collectors.joining(query.all() ? " && " : " || "));
        String sql = "WITH asked AS MATERIALIZED (SELECT " + tsquery
                + " AS q), newest AS (SELECT a.id, a.published, ts_rank("
                + WORDS + ", asked.q) AS rank FROM article AS a, asked WHERE " + WORDS + " @@ asked.q"
                + " AND a.published >= :since AND EXISTS (SELECT 1 FROM article_source AS s WHERE s.article_id = a.id"
                + " AND s.source_id = ANY(CAST(:sources AS BIGINT[]))) ORDER BY a.id DESC LIMIT " + RANKED + ")"
                + " SELECT id, rank FROM newest ORDER BY rank DESC, published DESC, id DESC LIMIT :limit";
        return sessions.read(handle -> {
            var statement = handle.createQuery(sql)
                    .bind("language", query.language().code())
                    .bind(
                            "since",
                            query.since().map(java.time.Instant::toEpochMilli).orElse(Long.MIN_VALUE))
                    .bind("sources", array(query))
                    .bind("limit", query.limit());
            for (int i = 0; i < parts.size(); i++) {
                statement.bind("p" + i, parts.get(i).text());
            }
            return statement
                    .map((row, _) -> new Hit(new ArticleId(row.getLong(1)), row.getFloat(2)))
                    .list();
        });
    }

    /** As the server writes one, so that no list of any length becomes part of a statement. */
    private static String array(Query query) {
        return query.sources().stream()
                .map(SourceId::value)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<Part> parts(String typed) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(typed);
        while (parts.size() < MOST_PARTS && matcher.find()) {
            String phrase = matcher.group(1);
            if (phrase != null) {
                parts.add(new Part(Kind.PHRASE, phrase));
            } else {
                boolean beginning =
                        !matcher.group(3).isEmpty() && matcher.group(2).length() > 2;
                parts.add(new Part(beginning ? Kind.BEGINNING : Kind.WORD, matcher.group(2)));
            }
        }
        return List.copyOf(parts);
    }
}
