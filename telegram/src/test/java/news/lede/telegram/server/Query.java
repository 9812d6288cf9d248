package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody asked where the bot is no member: words behind its name, or a message that calls it. */
public final class Query {
    private final World world;
    private final long askedNanos = System.nanoTime();
    private @Nullable Answered answered;

    Query(World world) {
        this.world = world;
    }

    /**
     * What can be sent.
     *
     * @param call the bot's, as it came
     */
    public record Answered(List<Choice> choices, String nextOffset, JsonNode call, Duration after) {}

    /** One thing to choose, and the message that it sends. */
    public record Choice(
            String id, String title, String description, FormattedText body, List<List<Button>> keyboard) {}

    boolean isAnswered() {
        return answered != null;
    }

    void answer(JsonNode call, JsonNode results) {
        List<Choice> choices = new ArrayList<>();
        results.forEach(r -> choices.add(choice(r)));
        answered = new Answered(
                List.copyOf(choices),
                call.path("next_offset").asText(""),
                call,
                Duration.ofNanos(System.nanoTime() - askedNanos));
    }

    /** Waits for the bot's answer; fails when none comes in time. */
    public Answered answer(Duration patience) {
        return world.await(patience, () -> Optional.ofNullable(answered), "no answer to a query");
    }

    private static Choice choice(JsonNode result) {
        if (!result.path("type").asText().equals("article")) {
            throw Refusal.ofBadRequest("RESULT_TYPE_INVALID");
        }
        JsonNode content = result.path("input_message_content");
        FormattedText body = RequestRules.text(JsonNodeFactory.instance
                .objectNode()
                .put("text", content.path("message_text").asText())
                .put("parse_mode", content.path("parse_mode").asText("")));
        if (result.path("title").asText().isBlank()) {
            throw Refusal.ofBadRequest("RESULT_TITLE_EMPTY");
        }
        return new Choice(
                result.path("id").asText(),
                result.path("title").asText(),
                result.path("description").asText(""),
                body,
                RequestRules.keyboard(result));
    }
}
