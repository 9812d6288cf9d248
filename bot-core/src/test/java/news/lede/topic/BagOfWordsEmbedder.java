package news.lede.topic;

import java.util.List;
import java.util.Locale;

/** A model for tests: texts are alike that share words. */
final class BagOfWordsEmbedder implements Embedder {
    private static final int PARTS = 256;

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public String model() {
        return "bag-of-words";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(BagOfWordsEmbedder::vector).toList();
    }

    private static float[] vector(String text) {
        float[] vector = new float[PARTS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            if (word.length() > 3) {
                vector[Math.floorMod(word.hashCode() * 31, PARTS)] += 1;
            }
        }
        double squares = 0;
        for (float part : vector) {
            squares += part * part;
        }
        for (int i = 0; i < PARTS && squares > 0; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
