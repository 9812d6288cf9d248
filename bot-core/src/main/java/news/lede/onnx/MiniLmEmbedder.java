package news.lede.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.lede.topic.Embedder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MiniLM-L6-v2 (quantised to 8 bit), run on ONNX Runtime.
 *
 * <p>Loaded at the first {@link #embed}; about 1.5 seconds and 150 MB outside the Java heap. Where the native library or the model cannot be loaded,
 * one warning says so and from then on the embedder is not {@link #enabled}. Thread-safe; each call computes on the caller's thread.
 *
 * <p>Texts are sorted by length and computed in batches, so that a short text is not padded to the length of a long one.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {
    /** Names the model and how texts are prepared for it; changes whenever vectors would. */
    public static final String MODEL = "all-minilm-l6-v2-int8/64";

    /** Components of a vector. */
    public static final int DIMENSIONS = 384;

    private static final Logger log = LoggerFactory.getLogger(MiniLmEmbedder.class);

    // Title and lead fit; 200 tokens cost four times as much and moved topic scores hardly.
    private static final int TOKENS = 64;
    private static final int BATCH = 16;

    private final String modelResource;
    private final Object loading = new Object();
    private @Nullable Loaded loaded;
    private volatile boolean broken;

    public MiniLmEmbedder() {
        this("/all-minilm-l6-v2-q.onnx");
    }

    /** For tests of a model that is not there. */
    MiniLmEmbedder(String modelResource) {
        this.modelResource = modelResource;
    }

    private record Loaded(OrtEnvironment environment, OrtSession session, WordPiece pieces) {}

    @Override
    public boolean enabled() {
        return !broken;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Loaded model = load();
        int[][] encoded =
                texts.stream().map(t -> model.pieces.encode(t, TOKENS)).toArray(int[][]::new);
        int[] order = IntStream.range(0, encoded.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> encoded[i].length))
                .mapToInt(Integer::intValue)
                .toArray();
        float[][] vectors = new float[encoded.length][];
        for (int start = 0; start < order.length; start += BATCH) {
            int[] batch = Arrays.copyOfRange(order, start, Math.min(start + BATCH, order.length));
            run(model, encoded, batch, vectors);
        }
        return List.of(vectors);
    }

    private static void run(Loaded model, int[][] encoded, int[] batch, float[][] vectors) {
        int width = encoded[batch[batch.length - 1]].length;
        LongBuffer ids = LongBuffer.allocate(batch.length * width);
        LongBuffer mask = LongBuffer.allocate(batch.length * width);
        for (int row = 0; row < batch.length; row++) {
            int[] pieces = encoded[batch[row]];
            for (int column = 0; column < pieces.length; column++) {
                ids.put(row * width + column, pieces[column]);
                mask.put(row * width + column, 1);
            }
        }
        long[] shape = {batch.length, width};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(model.environment, ids, shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(model.environment, mask, shape);
                OnnxTensor typeTensor =
                        OnnxTensor.createTensor(model.environment, LongBuffer.allocate(batch.length * width), shape);
                OrtSession.Result result = model.session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int row = 0; row < batch.length; row++) {
                vectors[batch[row]] = mean(states, row * width, encoded[batch[row]].length);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("embedding of " + batch.length + " texts failed", e);
        }
    }

    /** The mean of the states of {@code pieces} pieces from {@code firstPiece} on, scaled to unit length. */
    private static float[] mean(FloatBuffer states, int firstPiece, int pieces) {
        float[] sum = new float[DIMENSIONS];
        for (int piece = 0; piece < pieces; piece++) {
            int base = (firstPiece + piece) * DIMENSIONS;
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += states.get(base + i);
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    private Loaded load() {
        synchronized (loading) {
            if (loaded != null) {
                return loaded;
            }
            if (broken) {
                throw new IllegalStateException("embedding is off: the model could not be loaded");
            }
            try {
                loaded = open();
                return loaded;
            } catch (OrtException | IOException | LinkageError | RuntimeException e) {
                broken = true;
                log.warn(
                        "embedding off model={} reason=\"{}\" effect=\"topics are matched by words alone\" remedy=\"set embedding.enabled to"
                                + " false to silence this\"",
                        MODEL,
                        e.toString());
                throw new IllegalStateException("embedding is off: the model could not be loaded", e);
            }
        }
    }

    private Loaded open() throws OrtException, IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream tokenizer = resource("/all-minilm-l6-v2-q-tokenizer.json");
                InputStream model = resource(modelResource);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Measured: a second thread inside ONNX gains nothing here; several callers do.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Loaded(
                    environment, environment.createSession(model.readAllBytes(), options), WordPiece.read(tokenizer));
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLmEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException("no resource " + name);
        }
        return stream;
    }

    /** Frees the model; the next {@link #embed} loads it again. Not while another thread embeds. */
    @Override
    public void close() {
        synchronized (loading) {
            if (loaded != null) {
                try {
                    loaded.session.close();
                } catch (OrtException e) {
                    log.warn("closing the model failed reason=\"{}\"", e.toString());
                }
                loaded = null;
            }
        }
    }
}
