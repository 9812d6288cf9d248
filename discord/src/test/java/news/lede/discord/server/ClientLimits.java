package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;

/** What Discord's client lets people put into an option of a command. */
final class ClientLimits {
    private static final int INTEGER = 4;

    private ClientLimits() {}

    /** @throws IllegalArgumentException for a value that could not be sent */
    static void check(String command, JsonNode option, String value) {
        String what = "/" + command + " " + option.path("name").asText() + ":" + value;
        JsonNode choices = option.path("choices");
        if (!choices.isEmpty()
                && choices.valueStream().noneMatch(c -> c.path("value").asText().equals(value))) {
            throw new IllegalArgumentException("no such choice: " + what);
        }
        if (option.path("type").asInt() == INTEGER) {
            long number = Long.parseLong(value);
            if (number < option.path("min_value").asLong(Long.MIN_VALUE)
                    || number > option.path("max_value").asLong(Long.MAX_VALUE)) {
                throw new IllegalArgumentException("out of range: " + what);
            }
        } else if (value.length() > option.path("max_length").asInt(6000)) {
            throw new IllegalArgumentException("too long: " + what);
        }
    }
}
