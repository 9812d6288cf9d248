package news.lede.fetch;

import java.net.URI;

/** One address to read, with the validators of the last good reading. */
public record FetchRequest(URI address, Validators validators) {
    /** Asks without conditions. */
    public static FetchRequest of(URI address) {
        return new FetchRequest(address, Validators.NONE);
    }
}
