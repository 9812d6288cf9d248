package news.lede.onnx;

import ai.onnxruntime.OnnxTensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The native part of ONNX Runtime: 23 MB that each process would unpack from the jar into the folder for temporary files, and leave there when it is killed, unless they lie ready in a folder that
 * {@value #FOLDER} names.
 */
public final class OnnxLibrary {
    /** Written last: a folder without it is not to be used. */
    static final String COMPLETE = "complete";

    private static final String FOLDER = "onnxruntime.native.path";

    private OnnxLibrary() {}

    /** Puts it into {@code folder} for this start and others. False when the jar has none for this machine; then nothing is there. */
    public static boolean unpackInto(Path folder) throws IOException {
        String from = "/ai/onnxruntime/native/" + platform() + "/";
        List<String> names = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        for (String name : names) {
            try (InputStream in = OnnxTensor.class.getResourceAsStream(from + name)) {
                if (in == null) {
                    return false;
                }
                Files.createDirectories(folder);
                Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve(COMPLETE), "");
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
        return true;
    }

    /** As ONNX Runtime calls it, for example {@code linux-x64}. */
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String system = os.contains("win") && !os.contains("darwin") ? "win" : os.contains("mac") ? "osx" : os;
        return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }
}
