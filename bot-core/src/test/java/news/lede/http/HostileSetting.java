package news.lede.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import news.lede.fetch.AddressRules;
import news.lede.fetch.AllowedAddress;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchRequest;
import news.lede.hostile.HostileServer;
import news.lede.hostile.HostileServer.Row;
import news.lede.time.SettableClock;
import org.junit.jupiter.api.AfterEach;

/** The real client and a server that does what it likes to it. Only that server's own address and port are allowed; nothing else may ever be asked. */
abstract class HostileSetting {
    /** For what is cut for want of time alone: a busy machine may take longer for what is not. */
    static final FetchLimits HURRIED = new FetchLimits(
            5,
            FetchLimits.DEFAULT.connect(),
            Duration.ofMillis(500),
            Duration.ofMillis(900),
            FetchLimits.DEFAULT.headBytes(),
            FetchLimits.DEFAULT.bodyBytes());

    private static final Lookup.NameService NOBODY = host -> {
        throw new UnknownHostException(host);
    };

    final HostileServer server = new HostileServer();
    final HttpFetcher fetcher = fetcher(FetchLimits.DEFAULT, NOBODY);

    final HttpFetcher hurried() {
        return fetcher(HURRIED, NOBODY);
    }

    final HttpFetcher fetcher(FetchLimits limits, Lookup.NameService names) {
        return new HttpFetcher(
                new AddressRules(List.of(AllowedAddress.parse("127.0.0.1:" + server.port()))),
                limits,
                "Lede/test (+https://lede.example/bot)",
                new SettableClock("2026-05-04T08:00:00Z"),
                names,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @AfterEach
    void nothingInternalWasAskedAndNothingIsLeftOpen() {
        assertThat(server.internalHits()).isZero();
        assertThat(fetcher.running()).isZero();
        fetcher.close();
        server.close();
    }

    final FetchOutcome fetch(Row row) {
        server.serve("/row", row);
        return fetcher.fetch(FetchRequest.of(server.at("/row")));
    }

    static Fault fault(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Broken.class);
        return ((Broken) outcome).fault();
    }
}
