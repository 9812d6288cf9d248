package news.lede.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads values of JSON whatever their type is meant to be. Each call ends at the last token of the value. */
final class Json {
    private static final int MOST = 5_000;

    private Json() {}

    /** A string, number or truth value as it is written, cleaned; empty for null and for anything nested. */
    static String text(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            in.skipChildren();
            return "";
        }
        return CleanText.of(in.getText());
    }

    /** Gives each value of a list, or the one value where a list was forgotten. */
    static void strings(JsonParser in, Consumer<String> taker) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            taker.accept(text(in));
            return;
        }
        for (JsonToken token = in.nextToken(); token != null && token != JsonToken.END_ARRAY; token = in.nextToken()) {
            taker.accept(text(in));
        }
    }

    /** Gives the plain fields of each object of a list, or of the one object where a list was forgotten. */
    static void objects(JsonParser in, Consumer<Map<String, String>> taker) throws IOException {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            taker.accept(fields(in));
        } else if (in.currentToken() == JsonToken.START_ARRAY) {
            for (JsonToken token = in.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = in.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    taker.accept(fields(in));
                } else {
                    in.skipChildren();
                }
            }
        }
    }

    private static Map<String, String> fields(JsonParser in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            String value = text(in);
            if (fields.size() < MOST) {
                fields.putIfAbsent(name, value);
            }
        }
        return fields;
    }
}
