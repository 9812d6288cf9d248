package news.lede.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes files with one JSON object a line, in UTF-8. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonLines() {}

    /**
     * What {@code reading} makes of each line that is not blank, in order. A line of which nothing can be made, or whose id was there before, is told to
     * {@code problems} and left out.
     *
     * @throws EvaluationProblem if the file cannot be read at all
     */
    static <T> List<T> read(Path file, Function<Line, T> reading, Function<T, String> id, Consumer<String> problems) {
        List<T> read = new ArrayList<>();
        Map<String, String> placeOf = new HashMap<>();
        int number = 0;
        for (String text : textLines(file)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            String place = name(file) + " line " + number;
            try {
                T made = reading.apply(new Line(place, object(place, text)));
                String earlier = placeOf.putIfAbsent(id.apply(made), place);
                if (earlier != null) {
                    throw new EvaluationProblem(place + " has the id of " + earlier + ", \"" + id.apply(made) + "\"");
                }
                read.add(made);
            } catch (EvaluationProblem e) {
                problems.accept(e.getMessage() + "; left out");
            }
        }
        return read;
    }

    private static List<String> textLines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new EvaluationProblem(file + " is missing", e);
        } catch (MalformedInputException e) {
            throw new EvaluationProblem(file + " is not UTF-8; convert it", e);
        } catch (IOException e) {
            throw new EvaluationProblem(file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static ObjectNode object(String place, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new EvaluationProblem(place + " is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new EvaluationProblem(place + " is not JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /** Writes a file, and the folders it stands in, replacing one that was there. */
    static void write(Path file, List<? extends Map<String, ?>> objects) {
        String text = objects.stream().map(JsonLines::line).collect(Collectors.joining());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EvaluationProblem(file + " cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static String line(Map<String, ?> object) {
        try {
            return JSON.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is no JSON: " + object, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
