package news.lede.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.text.Dates;

/** Reads the first usable one of several dates. Pure. */
final class Moments {
    private Moments() {}

    static Optional<Instant> first(Stream<Optional<String>> texts) {
        return texts.flatMap(Optional::stream)
                .map(t -> Dates.read(t, false).map(Dates.Reading::instant))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
