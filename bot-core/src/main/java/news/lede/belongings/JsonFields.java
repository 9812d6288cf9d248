package news.lede.belongings;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One object of a file, read strictly: what is missing, of another kind, or not what it should be ends the reading, with the path to it. */
record JsonFields(String path, JsonNode node) {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** What is wrong, and where: for whoever gets the file refused. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String path, String what) {
            super(path + ": " + what, null, false, false);
        }
    }

    JsonFields {
        if (!node.isObject()) {
            throw new Fault(path, "is no object");
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw fault(name, "has to be a text");
        }
        return value.textValue();
    }

    int number(String name) {
        JsonNode value = node.path(name);
        if (!value.isInt()) {
            throw fault(name, "has to be a whole number");
        }
        return value.intValue();
    }

    OptionalInt numberIfThere(String name) {
        return has(name) ? OptionalInt.of(number(name)) : OptionalInt.empty();
    }

    boolean truth(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw fault(name, "has to be true or false");
        }
        return value.booleanValue();
    }

    /** A text that {@code reader} understands; it refuses by an exception. */
    <T> T read(String name, Function<String, T> reader) {
        String text = text(name);
        try {
            return reader.apply(text);
        } catch (Fault e) {
            throw e;
        } catch (RuntimeException e) {
            throw fault(name, "cannot be read");
        }
    }

    <T> Optional<T> readIfThere(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(read(name, reader)) : Optional.empty();
    }

    Optional<Instant> instantIfThere(String name) {
        return readIfThere(name, JsonFields::time);
    }

    Instant instant(String name) {
        return read(name, JsonFields::time);
    }

    /** One that a store can keep. */
    private static Instant time(String text) {
        Instant read = Instant.parse(text);
        if (read.isBefore(Instant.EPOCH) || read.isAfter(LATEST)) {
            throw new IllegalArgumentException("not a time of this file's");
        }
        return read;
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return read(name, word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    JsonFields object(String name) {
        return new JsonFields(path + "." + name, node.path(name));
    }

    /** The objects of a list, in order. */
    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> read = new ArrayList<>();
        int at = 0;
        for (JsonNode element : list(name)) {
            JsonFields fields = new JsonFields(path + "." + name + "[" + at++ + "]", element);
            try {
                read.add(reader.apply(fields));
            } catch (Fault e) {
                throw e;
            } catch (RuntimeException e) {
                throw new Fault(fields.path(), "cannot be read");
            }
        }
        return List.copyOf(read);
    }

    /** The texts of a list, in order. */
    <T> List<T> texts(String name, Function<String, T> reader) {
        List<T> read = new ArrayList<>();
        for (JsonNode element : list(name)) {
            try {
                read.add(reader.apply(element.isTextual() ? element.textValue() : ""));
            } catch (RuntimeException e) {
                throw fault(name + "[" + read.size() + "]", "cannot be read");
            }
        }
        return List.copyOf(read);
    }

    List<URI> links(String name) {
        return texts(name, text -> {
            URI link = URI.create(text);
            if (link.getHost() == null) {
                throw new IllegalArgumentException("not a link");
            }
            return link;
        });
    }

    private JsonNode list(String name) {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw fault(name, "has to be a list");
        }
        return value;
    }

    Fault fault(String name, String what) {
        return new Fault(path + "." + name, what);
    }
}
