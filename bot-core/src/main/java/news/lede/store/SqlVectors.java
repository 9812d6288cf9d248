package news.lede.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.topic.Vectors;
import org.jdbi.v3.core.Handle;

/** Vectors in the tables {@code article_vector} and {@code text_vector}. */
final class SqlVectors implements Vectors {
    private final Sessions sessions;

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
                    in -> handle.createQuery(
                                    "SELECT article_id, vector FROM article_vector WHERE model = :model AND article_id IN ("
                                            + in + ")")
                            .bind("model", model)
                            .map((row, _) -> Map.entry(new ArticleId(row.getLong(1)), floats(row.getBytes(2))))
                            .forEach(vector -> found.put(vector.getKey(), vector.getValue())));
            return Map.copyOf(found);
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
        sessions.change(handle -> InList.forEach(
                articles,
                ArticleId::value,
                in -> handle.createUpdate("DELETE FROM article_vector WHERE article_id IN (" + in + ")")
                        .execute()));
    }

    @Override
    public List<ArticleId> missing(String model, int limit) {
        return sessions.read(handle -> {
            // Usually none is missing; two counts say so much sooner than a search through every article.
            long missing = count(handle, "SELECT COUNT(*) FROM article", "")
                    - count(handle, "SELECT COUNT(*) FROM article_vector WHERE model = :model", model);
            return missing <= 0 ? List.of() : newestMissing(handle, model, Math.min(limit, missing));
        });
    }

    @Override
    public Optional<float[]> ofText(String model, String text) {
        return sessions.read(
                handle -> handle.createQuery("SELECT vector FROM text_vector WHERE model = :model AND text = :text")
                        .bind("model", model)
                        .bind("text", text)
                        .map((row, _) -> floats(row.getBytes(1)))
                        .findOne());
    }

    @Override
    public void putText(String model, String text, float[] vector) {
        sessions.change(handle -> handle.createUpdate("INSERT INTO text_vector (model, text, vector)"
                        + " VALUES (:model, :text, :vector)"
                        + " ON CONFLICT (model, text) DO UPDATE SET vector = excluded.vector")
                .bind("model", model)
                .bind("text", text)
                .bind("vector", bytes(vector))
                .execute());
    }

    private static List<ArticleId> newestMissing(Handle handle, String model, long limit) {
        return handle.createQuery("SELECT a.id FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_vector v"
                        + " WHERE v.model = :model AND v.article_id = a.id) ORDER BY a.id DESC LIMIT :limit")
                .bind("model", model)
                .bind("limit", limit)
                .map((row, _) -> new ArticleId(row.getLong(1)))
                .list();
    }

    private static long count(Handle handle, String sql, String model) {
        var query = handle.createQuery(sql);
        if (!model.isEmpty()) {
            query.bind("model", model);
        }
        return query.map((row, _) -> row.getLong(1)).one();
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
