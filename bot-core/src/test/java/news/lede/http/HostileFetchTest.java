package news.lede.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.lede.hostile.Answers.endless;
import static news.lede.hostile.Answers.gzip;
import static news.lede.hostile.Answers.head;
import static news.lede.hostile.Answers.ok;
import static news.lede.hostile.Answers.raw;
import static news.lede.hostile.Answers.silence;
import static news.lede.hostile.Answers.times;
import static news.lede.hostile.Answers.trickle;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchRequest;
import news.lede.hostile.HostileServer.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server may do to the bytes of an answer and to their pace. */
class HostileFetchTest extends HostileSetting {
    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Ten MiB of nothing, packed to ten kilobytes. */
    private static byte[] bomb() {
        return gzip(new byte[10 * 1024 * 1024]);
    }

    static Stream<Arguments> withoutEnd() {
        String head = "HTTP/1.1 200 OK\r\n";
        String packed = head + "Content-Encoding: gzip\r\n\r\n";
        return Stream.of(
                Arguments.of("16 MB of header lines", endless(head, "X-Filler: filler\r\n".getBytes(ISO_8859_1))),
                Arguments.of(
                        "one header without end",
                        endless(head + "X: ", "x".repeat(1_000).getBytes(ISO_8859_1))),
                Arguments.of("a folded header without end", endless(head + "X: y\r\n", " z\r\n".getBytes(ISO_8859_1))),
                Arguments.of(
                        "a status line without end",
                        endless("HTTP/1.1 200 ", "x".repeat(1_000).getBytes(ISO_8859_1))),
                Arguments.of(
                        "interim answers without end", endless("", "HTTP/1.1 103 Wait\r\n\r\n".getBytes(ISO_8859_1))),
                Arguments.of("a body without end", endless(head + "\r\n", new byte[10_000])),
                Arguments.of(
                        "chunks without end",
                        endless(head + "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n".getBytes(ISO_8859_1))),
                Arguments.of(
                        "a chunk extension without end",
                        endless(
                                head + "Transfer-Encoding: chunked\r\n\r\n5;",
                                "x".repeat(999).getBytes(ISO_8859_1))),
                Arguments.of("a length beyond the limit", raw(head + "Content-Length: 10485761\r\n\r\n")),
                Arguments.of("a gzip bomb of ten GiB", endless(packed, bomb())),
                Arguments.of("gzip in gzip", ok(200, gzip(times(bomb(), 100)), "Content-Encoding: gzip, gzip")),
                Arguments.of("gzip members without content", endless(packed, times(gzip(new byte[0]), 1_000))),
                Arguments.of(
                        "gzip members without content in gzip",
                        ok(200, gzip(times(gzip(new byte[0]), 700_000)), "Content-Encoding: gzip,gzip")),
                Arguments.of(
                        "a file name in gzip without end",
                        endless(
                                packed + "\u001f\u008b\b\b\0\0\0\0\0\0",
                                "x".repeat(1_000).getBytes(ISO_8859_1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutEnd")
    void whatHasNoEndIsCutAtTheLimitOfSize(String name, Row row) {
        server.serve("/row", row);
        try (HttpFetcher patient = fetcher(FetchLimits.DEFAULT, InetAddress::getAllByName)) {
            assertThat(fault(patient.fetch(FetchRequest.of(server.at("/row")))))
                    .as(name)
                    .isEqualTo(Fault.TOO_LARGE);
        }
    }

    static Stream<Arguments> slow() {
        Duration pace = Duration.ofMillis(40);
        String head = "HTTP/1.1 200 OK\r\n";
        return Stream.of(
                Arguments.of("silence after the question", silence()),
                Arguments.of("a status line, a byte at a time", trickle("HTTP/1.1 200 ", "O", pace)),
                Arguments.of("headers, a line at a time", trickle(head, "X: y\r\n", pace)),
                Arguments.of("a body, a byte at a time", trickle(head + "\r\n", "x", pace)),
                Arguments.of(
                        "chunks, one at a time",
                        trickle(head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n", pace)),
                Arguments.of("interim answers, one at a time", trickle("", "HTTP/1.1 103 Wait\r\n\r\n", pace)),
                Arguments.of("a body that is promised and does not come", (Row) (asked, out) -> {
                    out.write(head(200, "Content-Length: 5"));
                    silence().answer(asked, out);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void whatIsSlowIsCutAtTheLimitOfTime(String name, Row row) {
        server.serve("/row", row);
        try (HttpFetcher hurried = hurried()) {
            long began = System.nanoTime();
            assertThat(fault(hurried.fetch(FetchRequest.of(server.at("/row")))))
                    .as(name)
                    .isEqualTo(Fault.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void slowOnesDoNotHoldUpTheOthers() throws ExecutionException, InterruptedException {
        server.serve("/slow", silence()).serve("/good", ok("<rss/>"));
        FetchLimits patient = FetchLimits.DEFAULT.within(Duration.ofSeconds(6));
        List<Future<FetchOutcome>> slow = new ArrayList<>();
        try (HttpFetcher shared = fetcher(patient, InetAddress::getAllByName);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                slow.add(threads.submit(() -> shared.fetch(FetchRequest.of(server.at("/slow")))));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(shared.fetch(FetchRequest.of(server.at("/good")))).isInstanceOf(Fetched.class);
            }
            for (Future<FetchOutcome> one : slow) {
                assertThat(fault(one.get())).isEqualTo(Fault.TIMEOUT);
            }
        }
    }

    @Test
    void manyLargeOnesAtOnceAreReadAFewAtATimeAndAllOfThemInTheEnd() throws ExecutionException, InterruptedException {
        byte[] large = new byte[700_001];
        new Random(3).nextBytes(large);
        server.serve("/large", ok(200, large)).serve("/endless", endless("HTTP/1.1 200 OK\r\n\r\n", new byte[999]));
        try (HttpFetcher shared = fetcher(FetchLimits.DEFAULT, InetAddress::getAllByName);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchOutcome>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                URI address = server.at(i % 2 == 0 ? "/large" : "/endless");
                all.add(threads.submit(() -> shared.fetch(FetchRequest.of(address))));
            }
            for (int i = 0; i < all.size(); i++) {
                FetchOutcome outcome = all.get(i).get();
                if (i % 2 == 0) {
                    assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Fetched.class, f -> assertThat(f.body()).isEqualTo(large));
                } else {
                    assertThat(fault(outcome)).isEqualTo(Fault.TOO_LARGE);
                }
            }
        }
    }

    static Stream<Arguments> broken() {
        String packed = "Content-Encoding: gzip";
        byte[] good = gzip("<rss>a feed of some length, so that there is something to cut</rss>".getBytes(UTF_8));
        byte[] wrongSum = good.clone();
        wrongSum[good.length - 6] ^= 1;
        return Stream.of(
                Arguments.of(
                        "a body shorter than its length", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss/>")),
                Arguments.of(
                        "a length that is no number", raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n<rss/>")),
                Arguments.of("a negative length", raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n<rss/>")),
                Arguments.of(
                        "chunks of no size", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n<rss/>")),
                Arguments.of(
                        "chunks of a negative size",
                        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n<rss/>")),
                Arguments.of(
                        "a chunk cut short", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<rss/>")),
                Arguments.of(
                        "chunks without the last",
                        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<rss/>\r\n")),
                Arguments.of(
                        "trailers without end",
                        endless(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
                                "X-Y: z\r\n".getBytes(ISO_8859_1))),
                Arguments.of("gzip cut short", ok(200, Arrays.copyOf(good, good.length / 2), packed)),
                Arguments.of("gzip without its check sum", ok(200, Arrays.copyOf(good, good.length - 8), packed)),
                Arguments.of("gzip with a wrong check sum", ok(200, wrongSum, packed)),
                Arguments.of("plain text labelled gzip", ok("<rss/>", packed)),
                Arguments.of("nothing labelled gzip", ok("", packed)),
                Arguments.of(
                        "packed three times", ok(200, gzip(gzip(gzip(good))), "Content-Encoding: gzip, gzip, gzip")),
                Arguments.of("packed as was not offered", ok("<rss/>", "Content-Encoding: br")),
                Arguments.of("no HTTP", raw("hello\r\n\r\n")),
                Arguments.of("another protocol", raw("SSH-2.0-OpenSSH_9.9\r\n")),
                Arguments.of("a switch of protocols", raw("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n")),
                Arguments.of("no word", raw("")),
                Arguments.of("half a head", raw("HTTP/1.1 200 OK\r\nETag: \"x\"\r\n")),
                Arguments.of("a status that is none", raw("HTTP/1.1 abc OK\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatIsBrokenGivesNothingToKeep(String name, Row row) {
        assertThat(fault(fetch(row))).as(name).isIn(Fault.BAD_ANSWER, Fault.CONNECT);
    }

    @Test
    void gzipOfSeveralMembersWithRubbishBehindIsRead() {
        byte[] members = joined(gzip("<rss>".getBytes(UTF_8)), gzip("</rss>".getBytes(UTF_8)));
        FetchOutcome outcome = fetch(ok(200, joined(members, "rubbish".getBytes(UTF_8)), "Content-Encoding: x-gzip"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Fetched.class, f -> assertThat(f.body()).asString(UTF_8).isEqualTo("<rss></rss>"));
    }

    @Test
    void aBodyUpToTheLimitIsRead() {
        byte[] large = new byte[FetchLimits.DEFAULT.bodyBytes()];
        Arrays.fill(large, (byte) 'x');
        assertThat(fetch(ok(200, gzip(large), "Content-Encoding: gzip")))
                .isInstanceOfSatisfying(Fetched.class, f -> assertThat(f.body()).isEqualTo(large));
    }
}
