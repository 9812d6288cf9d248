package news.lede.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object of a file of JSON lines, with the place where it stands, as "articles.jsonl line 12" or "stories.jsonl line 3, article 2". */
record Line(String place, ObjectNode object) {
    /** A text that must be there and say something. */
    String id() {
        String id = text("id").strip();
        if (id.isEmpty()) {
            throw fault("has no \"id\"; give each object one");
        }
        return id;
    }

    /** A text; empty when it is absent or null. */
    String text(String field) {
        return optional(field).orElse("");
    }

    /** A text that may be absent or null. */
    Optional<String> optional(String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw fault("has a \"" + field + "\" that is not a text");
        }
        return Optional.of(value.textValue());
    }

    /** A whole number of at least 1. */
    int count(String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
            throw fault("has no \"" + field + "\"; give a whole number of at least 1");
        }
        return value.intValue();
    }

    /** The objects of a list that must be there. */
    List<Line> lines(String field, String each) {
        JsonNode value = object.get(field);
        if (value == null || !value.isArray()) {
            throw fault("has no list \"" + field + "\"");
        }
        List<Line> lines = new ArrayList<>();
        for (JsonNode item : value) {
            String there = place + ", " + each + " " + (lines.size() + 1);
            if (!(item instanceof ObjectNode found)) {
                throw new EvaluationProblem(there + " is not an object");
            }
            lines.add(new Line(there, found));
        }
        return lines;
    }

    EvaluationProblem fault(String what) {
        return new EvaluationProblem(place + " " + what);
    }
}
