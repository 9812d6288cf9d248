package news.lede.telegram.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the Bot API's machine-readable description says of methods and types. Immutable, safe to share. */
final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ARRAY = "Array of ";

    private final Map<String, String> methodNames = new TreeMap<>();
    private final JsonNode methods;
    private final JsonNode types;

    private ApiDescription(JsonNode root) {
        methods = root.get("methods");
        types = root.get("types");
        methods.fieldNames().forEachRemaining(name -> methodNames.put(name.toLowerCase(Locale.ROOT), name));
    }

    static ApiDescription load() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("bot-api-10.1.json")) {
            if (in == null) {
                throw new IllegalStateException("bot-api-10.1.json is not on the class path");
            }
            return new ApiDescription(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The method as documented; the service compares names without case. */
    Optional<String> method(String called) {
        return Optional.ofNullable(methodNames.get(called.toLowerCase(Locale.ROOT)));
    }

    /** Every way in which the parameters break the description of a method; empty when they keep it. */
    List<String> faultsOfCall(String method, JsonNode parameters) {
        List<String> faults = new ArrayList<>();
        checkFields(method, methods.get(method), parameters, faults);
        return faults;
    }

    /** Every way in which a value breaks the description of a type. */
    List<String> faultsOfType(String type, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(type, type, value, faults);
        return faults;
    }

    /** A parameter that may arrive as JSON or as a string holding JSON, as the service allows for objects and arrays. */
    static JsonNode unwrapped(JsonNode value) {
        if (value.isTextual()
                && (value.asText().startsWith("{") || value.asText().startsWith("["))) {
            try {
                return JSON.readTree(value.asText());
            } catch (JsonProcessingException e) {
                return value;
            }
        }
        return value;
    }

    private void checkFields(String where, JsonNode fields, JsonNode object, List<String> faults) {
        fields.properties().forEach(field -> {
            Shape shape = Shape.parse(field.getValue().asText());
            JsonNode value = object.get(field.getKey());
            String path = where + "." + field.getKey();
            if (value == null || value.isNull()) {
                if (shape.required()) {
                    faults.add(path + " is required");
                }
            } else {
                checkAny(path, shape, value, faults);
            }
        });
        object.fieldNames().forEachRemaining(name -> {
            // Libraries put the method's name into the body too, which the service documents for answers to webhooks.
            if (!fields.has(name) && !name.equals("method")) {
                faults.add(where + "." + name + " is not described");
            }
        });
    }

    private void checkAny(String path, Shape shape, JsonNode value, List<String> faults) {
        List<String> closest = null;
        for (String type : shape.types()) {
            List<String> found = new ArrayList<>();
            check(path, type, value, found);
            if (found.isEmpty()) {
                if (shape.always().isPresent()
                        && !shape.always().get().equals(unwrapped(value).asText())) {
                    faults.add(path + " must be " + shape.always().get());
                }
                return;
            }
            if (closest == null || found.size() < closest.size()) {
                closest = found;
            }
        }
        if (closest != null) {
            faults.addAll(closest);
        }
    }

    private void check(String path, String type, JsonNode value, List<String> faults) {
        if (type.startsWith(ARRAY)) {
            JsonNode array = unwrapped(value);
            if (!array.isArray()) {
                faults.add(path + " is not an array");
                return;
            }
            for (int i = 0; i < array.size(); i++) {
                check(path + "[" + i + "]", type.substring(ARRAY.length()), array.get(i), faults);
            }
            return;
        }
        switch (type) {
            case "String" -> require(value.isTextual() || value.isNumber(), path, "a string", faults);
            case "Integer" ->
                require(
                        value.isIntegralNumber()
                                || value.isTextual() && value.asText().matches("-?\\d{1,18}"),
                        path,
                        "an integer",
                        faults);
            case "Float" -> require(value.isNumber(), path, "a number", faults);
            case "Boolean" ->
                require(
                        value.isBoolean() || value.isTextual() && value.asText().matches("(?i)true|false|0|1"),
                        path,
                        "a boolean",
                        faults);
            default -> checkObject(path, type, unwrapped(value), faults);
        }
    }

    private void checkObject(String path, String type, JsonNode value, List<String> faults) {
        JsonNode described = types.get(type);
        if (described == null || described.isEmpty()) {
            return;
        }
        if (!value.isObject()) {
            faults.add(path + " is not a " + type);
            return;
        }
        JsonNode subtypes = described.get("");
        if (subtypes != null) {
            checkAny(path, Shape.parse(subtypes.asText()), value, faults);
        } else {
            checkFields(path, described, value, faults);
        }
    }

    private static void require(boolean kept, String path, String what, List<String> faults) {
        if (!kept) {
            faults.add(path + " is not " + what);
        }
    }

    /** One field's description: {@code *A|B=x}. */
    private record Shape(boolean required, List<String> types, Optional<String> always) {
        static Shape parse(String text) {
            boolean required = text.startsWith("*");
            int fixed = text.indexOf('=');
            String types = text.substring(required ? 1 : 0, fixed < 0 ? text.length() : fixed);
            return new Shape(
                    required,
                    List.of(types.split("\\|")),
                    fixed < 0 ? Optional.empty() : Optional.of(text.substring(fixed + 1)));
        }
    }
}
