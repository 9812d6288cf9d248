package news.lede.extract;

import java.util.Optional;

/** Where on its page each fact about an article was found; empty for what was not found or not stated by a page. */
public record Origins(Optional<Place> title, Optional<Place> author, Optional<Place> published) {
    static final Origins NONE = new Origins(Optional.empty(), Optional.empty(), Optional.empty());
}
