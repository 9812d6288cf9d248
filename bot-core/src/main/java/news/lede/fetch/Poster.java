package news.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends a form to an address, under the rules that hold for what is fetched. Thread-safe; blocks. */
public interface Poster {
    /**
     * What became of it; of an answer that is neither a refusal of ours nor a wish to wait, the status. The body of the answer is not read. Redirects that keep the form (307, 308) are followed.
     *
     * @param form names and values in their order
     * @param patience how long it may take until it is sent
     */
    FetchOutcome post(URI address, Map<String, String> form, Duration patience) throws InterruptedException;
}
