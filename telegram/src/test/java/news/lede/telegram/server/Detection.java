package news.lede.telegram.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds what the service finds in a text by itself: mentions, commands, addresses. Nothing is found inside links and code. */
final class Detection {
    private static final List<Rule> RULES = List.of(
            new Rule("mention", Pattern.compile("(?<![\\p{L}\\p{N}_/@])@[A-Za-z0-9_]{2,32}(?![\\p{L}\\p{N}_@])")),
            new Rule(
                    "bot_command",
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}_/<>@])/[A-Za-z0-9_]{1,64}(@[A-Za-z0-9_]{3,32})?(?![\\p{L}\\p{N}_/<>@])")),
            new Rule("url", Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]")),
            new Rule("hashtag", Pattern.compile("(?<![\\p{L}\\p{N}_#])#[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*")));

    private record Rule(String type, Pattern pattern) {}

    private Detection() {}

    static FormattedText in(FormattedText parsed) {
        List<Entity> all = new ArrayList<>(parsed.entities());
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(parsed.text());
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (all.stream().noneMatch(e -> hides(e.type()) && start < e.end() && e.offset() < end)) {
                    all.add(new Entity(rule.type(), start, end - start));
                }
            }
        }
        all.sort(Comparator.comparingInt(Entity::offset));
        return new FormattedText(parsed.text(), all);
    }

    private static boolean hides(String type) {
        return switch (type) {
            case "text_link", "code", "pre", "url", "mention", "bot_command" -> true;
            default -> false;
        };
    }
}
