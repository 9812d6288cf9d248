package news.lede.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Adds to what the service sends what the library insists on: the service leaves out what is false, the library refuses a button to share that says not of every kind of chat whether
 * it may be chosen. A message whose echo cannot be read would count as not sent, and be sent again and again.
 */
final class Readable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHARE = "switch_inline_query_chosen_chat";
    private static final List<String> KINDS =
            List.of("allow_user_chats", "allow_bot_chats", "allow_group_chats", "allow_channel_chats");

    private Readable() {}

    /** Completes every such button in it. */
    static JsonNode complete(JsonNode json) {
        for (JsonNode share : json.findValues(SHARE)) {
            if (share instanceof ObjectNode object) {
                if (!object.has("query")) {
                    object.put("query", "");
                }
                KINDS.stream().filter(kind -> !object.has(kind)).forEach(kind -> object.put(kind, false));
            }
        }
        return json;
    }

    /** Completes the answers to calls. */
    static Response answer(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (!response.isSuccessful()) {
            return response;
        }
        String text = body.string();
        return response.newBuilder()
                .body(ResponseBody.create(text.contains(SHARE) ? completed(text) : text, body.contentType()))
                .build();
    }

    private static String completed(String text) {
        try {
            return complete(JSON.readTree(text)).toString();
        } catch (JsonProcessingException e) {
            // The library will say so.
            return text;
        }
    }
}
