package news.lede.fetch;

/** Reads one address over the network within its limits, following redirects, each hop under the same rules. Thread-safe; blocks. */
public interface Fetcher extends AutoCloseable {
    FetchOutcome fetch(FetchRequest request);

    @Override
    void close();
}
