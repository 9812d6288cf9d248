package news.lede.opml;

import java.util.List;

/** Sources that are followed together. {@code name} is what one types, {@code title} what it holds, {@code sources} in the order of their list. */
public record Pack(String name, String title, List<Listed> sources) {
    public Pack {
        sources = List.copyOf(sources);
        if (!PackName.isName(name)) {
            throw new IllegalArgumentException("not a name of a pack: " + name);
        }
    }
}
