package news.lede.app.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import news.lede.topic.Embedder;

/** A model whose work is timed. */
public final class MeteredEmbedder implements Embedder, AutoCloseable {
    private final Embedder embedder;
    private final Meters meters;
    private final LongSupplier nanos;

    public MeteredEmbedder(Embedder embedder, Meters meters, LongSupplier nanos) {
        this.embedder = embedder;
        this.meters = meters;
        this.nanos = nanos;
    }

    @Override
    public boolean enabled() {
        return embedder.enabled();
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        long began = nanos.getAsLong();
        List<float[]> vectors = embedder.embed(texts);
        meters.took("lede.model", Duration.ofNanos(nanos.getAsLong() - began));
        meters.count("lede.model.texts", texts.size());
        return vectors;
    }

    @Override
    public void close() throws Exception {
        if (embedder instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
