package news.lede.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest {
    private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder();

    @AfterAll
    static void freeTheModel() {
        EMBEDDER.close();
    }

    @Test
    void likeSentencesAreNearerThanUnlikeOnes() {
        List<float[]> v = EMBEDDER.embed(List.of(
                "The court ordered the migrant to be deported.",
                "A judge ruled that the asylum seeker must leave the country.",
                "The striker scored twice in the cup final."));
        assertThat(product(v.get(0), v.get(1))).isGreaterThan(product(v.get(0), v.get(2)) + 0.3);
    }

    @Test
    void vectorsHaveUnitLengthAndTheOrderOfTheirTexts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            texts.add("word ".repeat(20 - i) + i);
        }
        List<float[]> together = EMBEDDER.embed(texts);
        assertThat(together).hasSize(20);
        for (int i = 0; i < 20; i += 7) {
            float[] alone = EMBEDDER.embed(List.of(texts.get(i))).getFirst();
            assertThat(together.get(i)).hasSize(MiniLmEmbedder.DIMENSIONS);
            assertThat(product(together.get(i), together.get(i))).isCloseTo(1, within(1e-4));
            // Quantising depends a little on what else is in the batch.
            assertThat(product(together.get(i), alone)).isGreaterThan(0.95);
        }
    }

    @Test
    void nothingIsEmbeddedToNothing() {
        assertThat(new MiniLmEmbedder("/no-such-model.onnx").embed(List.of())).isEmpty();
    }

    @Test
    void givenAModelThatCannotBeLoaded_whenEmbedding_thenItIsDisabledFromThenOn() {
        MiniLmEmbedder broken = new MiniLmEmbedder("/no-such-model.onnx");
        assertThat(broken.enabled()).isTrue();
        assertThatThrownBy(() -> broken.embed(List.of("text"))).isInstanceOf(IllegalStateException.class);
        assertThat(broken.enabled()).isFalse();
        assertThatThrownBy(() -> broken.embed(List.of("text"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDisabledOneSaysSo() {
        DisabledEmbedder off = new DisabledEmbedder();
        assertThat(off.enabled()).isFalse();
        assertThatThrownBy(() -> off.embed(List.of("text"))).isInstanceOf(IllegalStateException.class);
    }

    /** ONNX Runtime 1.29 crashed the process when its command line was longer than about 4 kB. */
    @Test
    void theModelLoadsUnderALongCommandLine() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.add("x".repeat(5_000));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(said).isZero();
    }

    /** What the child process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            try (MiniLmEmbedder embedder = new MiniLmEmbedder()) {
                int length = embedder.embed(List.of("A short text.")).getFirst().length;
                Runtime.getRuntime().exit(length == MiniLmEmbedder.DIMENSIONS ? 0 : 3);
            }
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
