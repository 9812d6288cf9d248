package news.lede.web.page;

import java.util.List;
import java.util.Optional;

/** A page for people, named in the navigation of every other. */
public interface Page extends Endpoint {
    /** What the navigation calls it. */
    String name();

    /**
     * Something short that is another as soon as the page would show something else: a number of the newest thing, a count. Asked every few seconds while somebody looks at the page, so it must
     * be cheap. Empty where a page does not change by itself.
     */
    default Optional<String> mark() {
        return Optional.empty();
    }

    /** Files of {@code assets} that this page needs besides those of all: {@code chat.css}. */
    default List<String> styles() {
        return List.of();
    }
}
