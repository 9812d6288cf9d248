package news.lede.feed;

import java.time.Instant;
import java.util.Optional;
import news.lede.text.Dates;

/** Reads dates of entries. Pure. */
final class Moments {
    /** Where a date may stand. */
    record Place(Space space, String local) {}

    private Moments() {}

    /** The first usable date of several places, in their order. */
    static Optional<Instant> first(Fields fields, Place... places) {
        for (Place place : places) {
            Optional<Instant> read = fields.text(place.space(), place.local()).flatMap(Moments::read);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> read(String text) {
        return Dates.read(text, false).map(Dates.Reading::instant);
    }
}
