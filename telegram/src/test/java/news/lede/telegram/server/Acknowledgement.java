package news.lede.telegram.server;

import java.time.Duration;

/** How the bot acknowledged a pressed button; {@code text} and {@code url} are empty when not given. */
public record Acknowledgement(String text, boolean alert, String url, Duration after) {}
