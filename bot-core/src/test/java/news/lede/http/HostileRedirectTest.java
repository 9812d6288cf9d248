package news.lede.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.redirect;
import static news.lede.hostile.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchRequest;
import news.lede.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server may try to lead us. */
class HostileRedirectTest extends HostileSetting {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:INTERNAL/",
                "http://127.0.0.2:INTERNAL/",
                "//127.0.0.1:INTERNAL/",
                "\\\\127.0.0.1:INTERNAL\\",
                " http://127.0.0.1:INTERNAL/ ",
                "http://2130706433:INTERNAL/",
                "http://127.1:INTERNAL/",
                "http://127.0.1:INTERNAL/",
                "http://0177.0.0.1:INTERNAL/",
                "http://0x7f.0.0.1:INTERNAL/",
                "http://0x7f000001:INTERNAL/",
                "http://127.0.0.1.:INTERNAL/",
                "http://127\u30020\uFF0E0\uFF611:INTERNAL/",
                "http://\u2460\u2461\u2466.0.0.1:INTERNAL/",
                "http://0.0.0.0:INTERNAL/",
                "http://0:INTERNAL/",
                "http://[::]:INTERNAL/",
                "http://[::1]:INTERNAL/",
                "http://[0:0:0:0:0:0:0:1]:INTERNAL/",
                "http://[::ffff:127.0.0.1]:INTERNAL/",
                "http://[::ffff:7f00:1]:INTERNAL/",
                "http://[::127.0.0.1]:INTERNAL/",
                "http://[64:ff9b::7f00:1]:INTERNAL/",
                "http://[2002:7f00:1::]:INTERNAL/",
                "http://[2001:0:7f00:1::1]:INTERNAL/",
                "http://[fe80::1%25lo]:INTERNAL/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00:ec2::254]/latest/meta-data",
                "http://10.0.0.1/",
                "http://192.168.0.1/",
                "http://100.64.0.1/",
                "http://255.255.255.255/",
                "http://224.0.0.1/"
            })
    void oneIntoANetworkIsRefusedHoweverItIsSpelled(String target) {
        String inside = target.replace("INTERNAL", "" + server.internalPort());
        byte[] wire = ("HTTP/1.1 302 Found\r\nLocation: " + inside + "\r\n\r\n").getBytes(UTF_8);
        assertThat(fetch((_, out) -> out.write(wire)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal()).isIn(Refusal.PRIVATE_ADDRESS, Refusal.ODD_SPELLING));
    }

    @ParameterizedTest
    @CsvSource({
        "http://[::ffff:127.0.0.1]:PORT/, ODD_SPELLING",
        "http://2130706433:PORT/, ODD_SPELLING",
        "http://127.1:PORT/, ODD_SPELLING",
        "http://127.0.0.2:PORT/, PRIVATE_ADDRESS",
        "http://[::1]:PORT/, PRIVATE_ADDRESS",
        "http://user@127.0.0.1:PORT/, CREDENTIALS",
        "http://127.0.0.1:PORT\\@127.0.0.1:INTERNAL/, ",
        "http://example.org:0/, NO_HOST",
        "http://example.org:99999/, NO_HOST",
        "http:///feed, NO_HOST",
        "http:feed, NO_HOST",
        "file:///etc/passwd, NOT_HTTP",
        "FILE:/etc/passwd, NOT_HTTP",
        "gopher://127.0.0.1:INTERNAL/1, NOT_HTTP",
        "ftp://127.0.0.1:INTERNAL/, NOT_HTTP",
        "jar:http://127.0.0.1:INTERNAL/!/, NOT_HTTP",
        "dict://127.0.0.1:INTERNAL/, NOT_HTTP",
        "data:text/xml;<rss/>, NOT_HTTP",
        "javascript:alert(1), NOT_HTTP"
    })
    void oddSpellingsOfTheAllowedServerAndOtherSchemesAreRefused(String target, Refusal refusal) {
        String location = target.replace("INTERNAL", "" + server.internalPort()).replace("PORT", "" + server.port());
        FetchOutcome outcome = fetch(redirect(302, location));
        if (refusal == null) {
            // A backslash ends the host, as in browsers, so this leads nowhere but to the server itself.
            assertThat(outcome).isEqualTo(new FetchOutcome.Status(404));
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
        }
    }

    @Test
    void namesAreCheckedByWhereTheyLead() {
        Lookup.NameService names = host -> switch (host) {
            case "localhost", "inside.example" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
            case "mixed.example" ->
                new InetAddress[] {InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.1")};
            default -> throw new UnknownHostException(host);
        };
        try (HttpFetcher named = fetcher(FetchLimits.DEFAULT, names)) {
            for (String host : List.of("localhost", "LOCALHOST.", "inside.example", "mixed.example")) {
                server.serve("/row", redirect(302, "http://" + host + ":" + server.internalPort() + "/"));
                assertThat(named.fetch(FetchRequest.of(server.at("/row"))))
                        .as(host)
                        .isInstanceOfSatisfying(
                                Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.PRIVATE_ADDRESS));
            }
        }
    }

    @Test
    void aNameThatChangesItsAnswerIsConnectedToWhatWasChecked() {
        List<String> lookups = new ArrayList<>();
        Lookup.NameService names = host -> {
            lookups.add(host);
            return new InetAddress[] {InetAddress.ofLiteral(lookups.size() == 1 ? "127.0.0.1" : "127.0.0.9")};
        };
        server.serve("/feed", ok("<rss/>"));
        try (HttpFetcher named = fetcher(FetchLimits.DEFAULT, names)) {
            assertThat(named.fetch(FetchRequest.of(URI.create("http://rebind.example:" + server.port() + "/feed"))))
                    .isInstanceOf(Fetched.class);
        }
        assertThat(lookups).containsExactly("rebind.example");
    }

    @Test
    void aNameServiceThatHangsIsCutToo() {
        Lookup.NameService hanging = _ -> {
            try {
                server.pause(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };
        try (HttpFetcher named = fetcher(HURRIED, hanging)) {
            assertThat(fault(named.fetch(FetchRequest.of(URI.create("http://slow.example/")))))
                    .isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void fortyHopsALoopAndOneselfEndAfterFive() {
        for (int i = 0; i < 40; i++) {
            server.serve("/hop" + i, redirect(302, "/hop" + (i + 1)));
        }
        server.serve("/ping", redirect(301, "/pong")).serve("/pong", redirect(301, "/ping"));
        server.serve("/self", redirect(307, ""));
        for (String path : List.of("/hop0", "/ping", "/self")) {
            int before = server.asked().size();
            assertThat(fetcher.fetch(FetchRequest.of(server.at(path)))).as(path).isInstanceOf(Broken.class);
            assertThat(server.asked().size() - before).as(path).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void hopsShareOneTime() {
        for (int i = 0; i < 5; i++) {
            String next = "/late" + (i + 1);
            server.serve("/late" + i, (asked, out) -> {
                asked.server().pause(Duration.ofMillis(300));
                redirect(302, next).answer(asked, out);
            });
        }
        try (HttpFetcher hurried = hurried()) {
            assertThat(fault(hurried.fetch(FetchRequest.of(server.at("/late0")))))
                    .isEqualTo(Fault.TIMEOUT);
        }
    }

    @Test
    void theWaitThatARedirectAsksForKeepsTheNextPollAway() {
        server.serve("/row", redirect(302, "/there", "Retry-After: 7200"))
                .serve("/there", ok("<rss/>", "Cache-Control: max-age=60"));
        assertThat(fetcher.fetch(FetchRequest.of(server.at("/row"))))
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.freshFor()).contains(Duration.ofHours(2)));
    }

    @Test
    void aRedirectedFeedIsAskedWithConditionsWhereItsValidatorsCameFrom() {
        Validators tag = new Validators(Optional.of("\"t\""), Optional.empty());
        server.serve("/row", redirect(301, "/there")).serve("/there", (asked, out) -> {
            boolean known = asked.header("If-None-Match").contains("\"t\"");
            (known ? status(304) : ok("<rss/>", "ETag: \"t\"")).answer(asked, out);
        });
        fetcher.fetch(FetchRequest.of(server.at("/row")));
        FetchOutcome again = fetcher.fetch(new FetchRequest(server.at("/row"), tag));
        assertThat(again).isEqualTo(new NotModified(tag, Optional.empty(), Optional.of(server.at("/there"))));
        assertThat(server.asked("/row").getLast().header("If-None-Match")).isEmpty();

        Validators other = new Validators(Optional.of("\"older\""), Optional.empty());
        fetcher.fetch(new FetchRequest(server.at("/row"), other));
        assertThat(server.asked("/there").getLast().header("If-None-Match")).isEmpty();
    }
}
