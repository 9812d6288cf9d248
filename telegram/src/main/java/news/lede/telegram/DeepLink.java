package news.lede.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links that open the private chat with us and ask something there. The service allows 64 letters, digits, hyphens and underscores: a story is written
 * {@code story_4}, a subscription to a topic {@code topic_economy}, any other command in base64, in its {@link ShortForm} where it is long.
 */
final class DeepLink {
    private static final int MAX_PAYLOAD = 64;
    private static final String ENCODED = "c1_";
    private static final String SHORTENED = "c2_";
    private static final Pattern STORY = Pattern.compile("/story (\\d{1,18})");
    /** The id of a topic as it stands in a command and in a link. */
    private static final Pattern TOPIC = Pattern.compile("/subscribe ([a-z0-9][a-z0-9-]{0,50})");

    private static final Pattern TOPIC_PAYLOAD = Pattern.compile("topic_([a-z0-9][a-z0-9-]{0,50})");
    private static final Pattern STORY_PAYLOAD = Pattern.compile("story_(\\d{1,18})");
    private static final Pattern LINK = Pattern.compile("https://t\\.me/\\w+\\?start=([\\w-]{1,64})");

    private DeepLink() {}

    /** The link for a command; empty when it is too long. */
    static Optional<String> of(String botName, String command) {
        return payload(command).map(payload -> "https://t.me/" + botName + "?start=" + payload);
    }

    /** What stands behind {@code start=} of such a link. */
    static Optional<String> payload(String command) {
        Matcher story = STORY.matcher(command);
        if (story.matches()) {
            return Optional.of("story_" + story.group(1));
        }
        Matcher topic = TOPIC.matcher(command);
        if (topic.matches()) {
            return Optional.of("topic_" + topic.group(1));
        }
        return fitting(ENCODED, command).or(() -> fitting(SHORTENED, ShortForm.of(command)));
    }

    private static Optional<String> fitting(String version, String text) {
        String payload =
                version + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return Optional.of(payload).filter(p -> p.length() <= MAX_PAYLOAD);
    }

    /** The command a link of ours asks. */
    static Optional<String> command(String link) {
        Matcher matcher = LINK.matcher(link);
        return matcher.matches() ? commandOfPayload(matcher.group(1)) : Optional.empty();
    }

    /** The command in a payload; empty for payloads that are not ours, which the desk's own {@code /start} may know. */
    static Optional<String> commandOfPayload(String payload) {
        Matcher story = STORY_PAYLOAD.matcher(payload);
        if (story.matches()) {
            return Optional.of("/story " + story.group(1));
        }
        Matcher topic = TOPIC_PAYLOAD.matcher(payload);
        if (topic.matches()) {
            return Optional.of("/subscribe " + topic.group(1));
        }
        if (payload.startsWith(SHORTENED)) {
            return decoded(payload.substring(SHORTENED.length())).flatMap(ShortForm::command);
        }
        return payload.startsWith(ENCODED)
                ? decoded(payload.substring(ENCODED.length())).filter(c -> c.startsWith("/"))
                : Optional.empty();
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
