package news.lede.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Which address a picture may be shown from: what platforms fetch, and nothing that hides something else in it. */
public final class Pictures {
    /** What platforms take. */
    private static final int MOST_CHARS = 2_048;

    private Pictures() {}

    /** The first that can be shown and is encrypted on its way, else the first that can be shown. */
    public static Optional<URI> best(List<URI> candidates) {
        List<URI> shown = candidates.stream().filter(Pictures::isShown).toList();
        return shown.stream()
                .filter(picture -> picture.getScheme().equalsIgnoreCase("https"))
                .findFirst()
                .or(() -> shown.stream().findFirst());
    }

    /** Whether it is the whole address of something on the web. */
    public static boolean isShown(URI picture) {
        String scheme = picture.getScheme();
        return scheme != null
                && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
                && picture.getHost() != null
                && picture.getRawUserInfo() == null
                && picture.toASCIIString().length() <= MOST_CHARS;
    }
}
