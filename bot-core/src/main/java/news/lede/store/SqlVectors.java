package news.lede.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.article.ArticleId;
import news.lede.topic.Vectors;
import org.jdbi.v3.core.Handle;

/** Vectors in the tables {@code article_vector} and {@code text_vector}. */
final class SqlVectors implements Vectors {
    private final Sessions sessions;
    /** By model, up to which id every article has had a vector: ids only grow, so nobody looks there again but for what was forgotten since. */
    private final Map<String, Long> completeTo = new ConcurrentHashMap<>();
    /** Few: publishers rarely change a text. One whose forgetting was rolled back stays, and has its vector. */
    private final Set<ArticleId> forgotten = ConcurrentHashMap.newKeySet();

    SqlVectors(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Map<ArticleId, float[]> ofArticles(String model, Collection<ArticleId> articles) {
        return sessions.read(handle -> {
            Map<ArticleId, float[]> found = new HashMap<>();
            InList.forEach(
                    articles,
                    ArticleId::value,
                    in -> Jdbc.prepared(
                            handle,
                            "SELECT article_id, vector FROM article_vector WHERE model = ? AND article_id IN (" + in
                                    + ")",
                            statement -> {
                                statement.setString(1, model);
                                try (ResultSet rows = statement.executeQuery()) {
                                    while (rows.next()) {
                                        found.put(new ArticleId(rows.getLong(1)), floats(rows.getBytes(2)));
                                    }
                                    return true;
                                }
                            }));
            return found;
        });
    }

    @Override
    public void putArticle(String model, ArticleId article, float[] vector) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO article_vector (model, article_id, vector)"
                        + " VALUES (:model, :article, :vector)"
                        + " ON CONFLICT (model, article_id) DO UPDATE SET vector = excluded.vector")
                .bind("model", model)
                .bind("article", article.value())
                .bind("vector", bytes(vector))
                .execute());
    }

    @Override
    public void forget(Collection<ArticleId> articles) {
        forgotten.addAll(articles);
        sessions.change(handle -> InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createUpdate("DELETE FROM article_vector WHERE article_id IN (" + in + ")")
                        .execute()));
    }

    @Override
    public List<ArticleId> missing(String model, int limit) {
        return sessions.read(handle -> {
            long complete = completeTo.computeIfAbsent(model, _ -> firstLook(handle, model));
            // Before the search: what is stored after this look may lack its vector.
            long last = lastArticle(handle);
            List<ArticleId> missing = newestMissing(handle, model, complete, limit);
            if (missing.size() < limit) {
                long found = missing.isEmpty() ? last : missing.getLast().value() - 1;
                completeTo.merge(model, found, Math::max);
            }
            return forgotten.isEmpty() ? missing : withForgotten(handle, model, missing, limit);
        });
    }

    /** Nothing is known yet. Usually none is missing; two counts say so much sooner than a search through every article. */
    private static long firstLook(Handle handle, String model) {
        return handle.createQuery("SELECT CASE WHEN (SELECT COUNT(*) FROM article) = (SELECT COUNT(*)"
                        + " FROM article_vector WHERE model = :model)"
                        + " THEN (SELECT COALESCE(MAX(id), 0) FROM article) ELSE 0 END")
                .bind("model", model)
                .map((row, _) -> row.getLong(1))
                .one();
    }

    private static long lastArticle(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM article")
                .map((row, _) -> row.getLong(1))
                .one();
    }

    private List<ArticleId> withForgotten(Handle handle, String model, List<ArticleId> missing, int limit) {
        TreeSet<ArticleId> all = new TreeSet<>(Comparator.reverseOrder());
        all.addAll(missing);
        all.addAll(missingOf(handle, model, Set.copyOf(forgotten)));
        return all.stream().limit(limit).toList();
    }

    private static List<ArticleId> missingOf(Handle handle, String model, Collection<ArticleId> articles) {
        List<ArticleId> missing = new ArrayList<>();
        InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createQuery("SELECT a.id FROM article a WHERE a.id IN (" + in + ") AND NOT EXISTS"
                                + " (SELECT 1 FROM article_vector v WHERE v.model = :model AND v.article_id = a.id)")
                        .bind("model", model)
                        .map((row, _) -> new ArticleId(row.getLong(1)))
                        .forEach(missing::add));
        return missing;
    }

    @Override
    public Optional<float[]> ofText(String model, String text) {
        return sessions.read(
                handle -> handle.createQuery("SELECT vector FROM text_vector WHERE model = :model AND text = :text")
                        .bind("model", model)
                        .bind("text", LookUp.of(text))
                        .map((row, _) -> floats(row.getBytes(1)))
                        .findOne());
    }

    @Override
    public void putText(String model, String text, float[] vector) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO text_vector (model, text, vector)"
                        + " VALUES (:model, :text, :vector)"
                        + " ON CONFLICT (model, text) DO UPDATE SET vector = excluded.vector")
                .bind("model", model)
                .bind("text", LookUp.of(text))
                .bind("vector", bytes(vector))
                .execute());
    }

    private static List<ArticleId> newestMissing(Handle handle, String model, long after, int limit) {
        return handle.createQuery("SELECT a.id FROM article a WHERE a.id > :after AND NOT EXISTS (SELECT 1"
                        + " FROM article_vector v WHERE v.model = :model AND v.article_id = a.id)"
                        + " ORDER BY a.id DESC LIMIT :limit")
                .bind("after", after)
                .bind("model", model)
                .bind("limit", limit)
                .map((row, _) -> new ArticleId(row.getLong(1)))
                .list();
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
