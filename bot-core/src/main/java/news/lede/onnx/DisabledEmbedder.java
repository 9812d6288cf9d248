package news.lede.onnx;

import java.util.List;
import news.lede.topic.Embedder;

/** No embedding at all: topics are matched by words alone. */
public final class DisabledEmbedder implements Embedder {
    @Override
    public boolean enabled() {
        return false;
    }

    @Override
    public String model() {
        return "none";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        throw new IllegalStateException("embedding is off");
    }
}
