package news.lede.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.article.Pictures;

/** Finds the picture that a page names for being shown with it elsewhere. */
final class PagePicture {
    /** Most name one or two, some a whole gallery. */
    private static final int LOOKED_AT = 8;

    /** What counts readers, and bare lines: nothing to look at. */
    private static final Pattern TOO_SMALL = Pattern.compile("0*[0-9]{1,2}(?:px)?");

    private PagePicture() {}

    /** Relative addresses begin at {@code page}. Empty where the picture says of itself that it is smaller than 100 points. */
    static Optional<URI> of(Metas metas, Optional<URI> page) {
        if (metas.first("og:image:width")
                        .filter(w -> TOO_SMALL.matcher(w).matches())
                        .isPresent()
                || metas.first("og:image:height")
                        .filter(h -> TOO_SMALL.matcher(h).matches())
                        .isPresent()) {
            return Optional.empty();
        }
        List<URI> candidates = new ArrayList<>();
        Stream.of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
                .flatMap(name -> metas.all(name).stream())
                .limit(LOOKED_AT)
                .forEach(address -> resolved(address, page).ifPresent(candidates::add));
        return Pictures.best(candidates);
    }

    private static Optional<URI> resolved(String address, Optional<URI> page) {
        try {
            URI written = new URI(address.strip().replace(" ", "%20"));
            return Optional.of(page.map(base -> base.resolve(written)).orElse(written));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
