package news.lede.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.lede.onnx.OnnxLibrary;
import news.lede.store.SqliteLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Does once what people do often, on a page of ours and in a folder that is thrown away, so that the JVM can write down which classes
 * that takes: the questions of the command line, and the bot on both platforms. The launcher runs it to make the fast-start cache.
 */
@Command(name = "rehearse", hidden = true, description = "Runs through the usual paths once, for the fast-start cache.")
final class RehearseCommand implements Callable<Integer> {
    private static final String PAGE = "rehearsal.html";

    private static final List<List<String>> PARTS = List.of(
            List.of("ask", "/help"),
            List.of("ask", "/latest"),
            List.of("ask", "/latest", "--json"),
            List.of("ask", "/topic transport", "--json"),
            List.of("ask", "/related 1"),
            List.of("ask", "/story 1", "--json"),
            List.of("ask", "/search harbour"),
            List.of("articles", "--json"),
            List.of("chat"));

    private final RootCommand root;

    @Option(
            names = "--native",
            description = "Puts the native libraries into this folder, where later starts find them.")
    private @Nullable Path library;

    RehearseCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        if (library != null) {
            SqliteLibrary.unpackInto(library);
            OnnxLibrary.unpackInto(library.resolve("onnx"));
        }
        Path data = root.data();
        Files.createDirectories(data);
        Path page = data.resolve(PAGE);
        try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream(PAGE), PAGE)) {
            Files.copy(in, page);
        }
        int worst = play(List.of("import", page.toString()), data);
        for (List<String> part : PARTS) {
            worst = Math.max(worst, play(part, data));
        }
        Rehearsal.run(root.surroundings(), data);
        return worst;
    }

    private int play(List<String> part, Path data) {
        Surroundings real = root.surroundings();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        InputStream typed = new ByteArrayInputStream("/latest\n1\n/related\nexit\n".getBytes(StandardCharsets.UTF_8));
        Streams streams = new Streams(typed, nowhere, real.streams().err(), false);
        List<String> words = Stream.concat(part.stream(), Stream.of("--data", data.toString()))
                .toList();
        return CommandLineProgram.run(words.toArray(String[]::new), new Surroundings(streams, Map.of(), real.clock()));
    }
}
