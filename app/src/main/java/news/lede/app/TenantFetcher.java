package news.lede.app;

import java.time.Duration;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Fetcher;
import news.lede.lease.Tenure;

/** Asks nobody while it is not sure that we still take in news: waits until it is, or is lost. */
final class TenantFetcher implements Fetcher {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Fetcher fetcher;
    private final Tenure tenure;

    TenantFetcher(Fetcher fetcher, Tenure tenure) {
        this.fetcher = fetcher;
        this.tenure = tenure;
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        return fetch(request, Onward.ANYWHERE);
    }

    @Override
    public FetchOutcome fetch(FetchRequest request, Onward onward) {
        return isSure() ? fetcher.fetch(request, onward) : new Broken(Fault.CONNECT, "another process takes in news");
    }

    /** What was lost is not recorded either, so that no source is blamed. */
    private boolean isSure() {
        try {
            while (!tenure.isSure() && !tenure.isLost()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tenure.isSure();
    }

    /** The fetcher is its maker's. */
    @Override
    public void close() {}
}
