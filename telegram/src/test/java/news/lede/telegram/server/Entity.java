package news.lede.telegram.server;

/** A special part of a message's text; {@code offset} and {@code length} in UTF-16 code units, {@code url} only with a text link. */
public record Entity(String type, int offset, int length, String url) {
    public Entity(String type, int offset, int length) {
        this(type, offset, length, "");
    }

    public int end() {
        return offset + length;
    }
}
