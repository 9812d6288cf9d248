package news.lede.app;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.Poster;
import news.lede.lease.Tenure;

/** Asks no hub while it is not sure that we still take in news. */
final class TenantPoster implements Poster {
    private final Poster poster;
    private final Tenure tenure;

    TenantPoster(Poster poster, Tenure tenure) {
        this.poster = poster;
        this.tenure = tenure;
    }

    @Override
    public FetchOutcome post(URI address, Map<String, String> form, Duration patience) throws InterruptedException {
        return tenure.isSure()
                ? poster.post(address, form, patience)
                : new Broken(Fault.CONNECT, "another process takes in news");
    }
}
