package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a JSON value against the published description of a request body. The parts of JSON Schema which that description uses are known, any
 * other is refused. Two habits of the real service that the description keeps to itself: a whole number may come as a string of digits, and a field nobody
 * knows is ignored.
 */
final class Schemas {
    private static final String RESOURCE = "discord-schemas.json";
    private static final Set<String> SILENT = Set.of("description", "format", "x-discord-union", "title");

    private final JsonNode root;

    Schemas() {
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + RESOURCE, e);
        }
    }

    /** What is wrong with {@code body} as that of {@code operation}, e.g. {@code PUT /applications/{application_id}/commands}; empty when nothing is. */
    List<String> faults(String operation, JsonNode body) {
        JsonNode schema = root.path("bodies").path(operation);
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("no description of " + operation);
        }
        List<String> faults = new ArrayList<>();
        check(schema, body, "$", faults);
        return faults;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        for (Map.Entry<String, JsonNode> rule : schema.properties()) {
            fault(rule.getKey(), rule.getValue(), schema, value, at, faults).ifPresent(f -> faults.add(at + ": " + f));
        }
        format(schema, value).ifPresent(f -> faults.add(at + ": " + f));
    }

    /** The fault of one keyword at this level; faults further down go to {@code faults} by themselves. */
    private Optional<String> fault(
            String keyword, JsonNode rule, JsonNode schema, JsonNode value, String at, List<String> faults) {
        boolean number = isNumber(value, schema);
        return switch (keyword) {
            case "$ref" -> {
                check(root.at(rule.asText().substring(1)), value, at, faults);
                yield Optional.empty();
            }
            case "allOf" -> {
                rule.forEach(part -> check(part, value, at, faults));
                yield Optional.empty();
            }
            case "oneOf", "anyOf" -> {
                faults.addAll(leastWrong(rule, value, at));
                yield Optional.empty();
            }
            case "type" -> when(!anyType(rule, value), "is " + shown(value) + ", wanted " + rule);
            case "enum" -> when(!contains(rule, value), "is " + shown(value) + ", wanted one of " + rule);
            case "const" -> when(!same(rule, value), "is " + shown(value) + ", wanted " + rule);
            case "minimum" -> when(number && number(value).compareTo(rule.decimalValue()) < 0, "is below " + rule);
            case "maximum" -> when(number && number(value).compareTo(rule.decimalValue()) > 0, "is above " + rule);
            case "minLength" ->
                when(value.isTextual() && length(value) < rule.asInt(), "is shorter than " + rule + " characters");
            case "maxLength" ->
                when(
                        value.isTextual() && length(value) > rule.asInt(),
                        "has " + length(value) + " characters of " + rule);
            case "pattern" ->
                when(
                        value.isTextual() && !value.asText().matches(rule.asText()),
                        "is " + shown(value) + ", wanted " + rule);
            case "minItems" -> when(value.isArray() && value.size() < rule.asInt(), "has less than " + rule + " items");
            case "maxItems" ->
                when(value.isArray() && value.size() > rule.asInt(), "has " + value.size() + " items of " + rule);
            case "maxProperties" ->
                when(value.isObject() && value.size() > rule.asInt(), "has " + value.size() + " fields of " + rule);
            case "uniqueItems" ->
                when(rule.asBoolean() && value.isArray() && !distinct(value), "says the same thing twice");
            case "required" -> missing(rule, value);
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(rule, value.path(i), at + "[" + i + "]", faults);
                }
                yield Optional.empty();
            }
            case "properties" -> {
                rule.properties().stream()
                        .filter(p -> value.has(p.getKey()))
                        .forEach(p -> check(p.getValue(), value.path(p.getKey()), at + "." + p.getKey(), faults));
                yield Optional.empty();
            }
            case "additionalProperties" -> {
                value.properties().stream()
                        .filter(p ->
                                rule.isObject() && !schema.path("properties").has(p.getKey()))
                        .forEach(p -> check(rule, p.getValue(), at + "." + p.getKey(), faults));
                yield Optional.empty();
            }
            default -> {
                if (!SILENT.contains(keyword)) {
                    throw new IllegalStateException("unknown keyword in the description: " + keyword);
                }
                yield Optional.empty();
            }
        };
    }

    /** Nothing when one alternative fits, else the faults of the one that fits best. */
    private List<String> leastWrong(JsonNode alternatives, JsonNode value, String at) {
        List<String> best = List.of(at + ": fits no alternative");
        int bestWeight = Integer.MAX_VALUE;
        for (JsonNode alternative : alternatives) {
            if (alternatives.size() > 1 && isOtherKind(alternative, value)) {
                continue;
            }
            List<String> faults = new ArrayList<>();
            check(alternative, value, at, faults);
            if (faults.isEmpty()) {
                return faults;
            }
            // A wrong "type" field means that another kind of thing was meant.
            int weight = faults.size()
                    + (int) faults.stream()
                                    .filter(f -> f.startsWith(at + ".type:"))
                                    .count()
                            * 1000
                    + (int) faults.stream()
                                    .filter(f -> f.startsWith(at + ": is"))
                                    .count()
                            * 500;
            if (weight < bestWeight) {
                best = faults;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** Whether the field "type" says that another kind of thing is described; then nothing else needs to be looked at. */
    private boolean isOtherKind(JsonNode schema, JsonNode value) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        JsonNode kinds = resolved.path("properties").path("type").path("enum");
        return kinds.isArray() && value.has("type") && !contains(kinds, value.path("type"));
    }

    private static Optional<String> when(boolean wrong, String fault) {
        return wrong ? Optional.of(fault) : Optional.empty();
    }

    private static Optional<String> missing(JsonNode names, JsonNode value) {
        List<String> missing = new ArrayList<>();
        names.forEach(n -> {
            if (value.isObject() && !value.has(n.asText())) {
                missing.add(n.asText());
            }
        });
        return when(!missing.isEmpty(), "lacks " + missing);
    }

    private static boolean anyType(JsonNode types, JsonNode value) {
        if (types.isTextual()) {
            return isType(types.asText(), value);
        }
        for (JsonNode type : types) {
            if (isType(type.asText(), value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber() || digits(value);
            case "number" -> value.isNumber() || digits(value);
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("unknown type in the description: " + type);
        };
    }

    private static boolean isNumber(JsonNode value, JsonNode schema) {
        return value.isNumber()
                || (digits(value) && !schema.path("type").toString().contains("string"));
    }

    private static boolean digits(JsonNode value) {
        return value.isTextual() && value.asText().matches("-?[0-9]{1,20}");
    }

    private static BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText());
    }

    private static boolean contains(JsonNode wanted, JsonNode value) {
        for (JsonNode one : wanted) {
            if (same(one, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode wanted, JsonNode value) {
        return wanted.isNumber() && (value.isNumber() || digits(value))
                ? number(wanted).compareTo(number(value)) == 0
                : wanted.equals(value);
    }

    private static boolean distinct(JsonNode array) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode item : array) {
            if (!seen.add(item)) {
                return false;
            }
        }
        return true;
    }

    private static int length(JsonNode text) {
        return text.asText().codePointCount(0, text.asText().length());
    }

    private static Optional<String> format(JsonNode schema, JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        return switch (schema.path("format").asText()) {
            case "uri" -> when(!isUri(value.asText()), "is no link: " + shown(value));
            case "date-time" -> when(!isTime(value.asText()), "is no time: " + shown(value));
            default -> Optional.empty();
        };
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
