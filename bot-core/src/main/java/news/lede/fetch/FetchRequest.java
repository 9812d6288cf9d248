package news.lede.fetch;

import java.net.URI;
import java.util.OptionalInt;

/**
 * One address to read, with the validators of the last good reading. {@code followers} is how many communities read it through us; publishers are told, as other hosted
 * readers do.
 */
public record FetchRequest(URI address, Validators validators, Wanted wanted, OptionalInt followers) {
    /** What we hope to get, for servers that offer several forms under one address. */
    public enum Wanted {
        FEED,
        PAGE,
        ANYTHING
    }

    public FetchRequest(URI address, Validators validators) {
        this(address, validators, Wanted.FEED, OptionalInt.empty());
    }

    /** Asks for a feed without conditions. */
    public static FetchRequest of(URI address) {
        return new FetchRequest(address, Validators.NONE);
    }

    /** Asks for a page without conditions. */
    public static FetchRequest page(URI address) {
        return of(address).wanting(Wanted.PAGE);
    }

    public FetchRequest wanting(Wanted other) {
        return new FetchRequest(address, validators, other, followers);
    }

    public FetchRequest forFollowers(int count) {
        return new FetchRequest(address, validators, wanted, OptionalInt.of(count));
    }
}
