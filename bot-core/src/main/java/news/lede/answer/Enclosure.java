package news.lede.answer;

import java.nio.charset.StandardCharsets;

/** A file that comes with an answer, for whoever asked alone: others in the conversation do not get it. {@code text} is its content, which is UTF-8. */
public record Enclosure(String name, String text) {
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
