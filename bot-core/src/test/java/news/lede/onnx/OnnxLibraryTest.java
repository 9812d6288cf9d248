package news.lede.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxLibraryTest {
    private static final String FOLDER = "onnxruntime.native.path";

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void forget() {
        // Other tests load the library, and this folder is gone by then.
        System.clearProperty(FOLDER);
    }

    @Test
    void bothPartsLieReadyAndTheFolderSaysThatItIsComplete() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "names of files are those of Linux");
        Path there = folder.resolve("a/onnx");

        assertThat(OnnxLibrary.unpackInto(there)).isTrue();

        assertThat(Files.size(there.resolve("libonnxruntime.so"))).isGreaterThan(1_000_000);
        assertThat(there.resolve("libonnxruntime4j_jni.so")).isNotEmptyFile();
        assertThat(there.resolve(OnnxLibrary.COMPLETE)).exists();
        assertThat(System.getProperty(FOLDER)).isEqualTo(there.toString());
    }

    @Test
    void withoutOneForThisMachineNothingIsPromised() throws Exception {
        String arch = System.getProperty("os.arch");
        System.setProperty("os.arch", "quipu");
        try {
            assertThat(OnnxLibrary.unpackInto(folder)).isFalse();
        } finally {
            System.setProperty("os.arch", arch);
        }

        assertThat(folder.resolve(OnnxLibrary.COMPLETE)).doesNotExist();
        assertThat(System.getProperty(FOLDER)).isNull();
    }
}
