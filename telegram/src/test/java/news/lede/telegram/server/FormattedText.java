package news.lede.telegram.server;

import java.util.List;

/** A text as readers see it, with the parts that are special. */
public record FormattedText(String text, List<Entity> entities) {
    public FormattedText {
        entities = List.copyOf(entities);
    }
}
