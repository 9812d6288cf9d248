package news.lede.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.lede.fetch.FetchLimits;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.WebAddress;
import news.lede.http.Lookup.ForbiddenAddressException;

/** Sends one form, one connection for each hop, and reads the head of the answer. */
final class FormPost {
    private final Function<URI, Optional<Refusal>> rules;
    private final FetchLimits limits;
    private final Question question;
    private final Connector connector;
    private final Function<Optional<String>, Optional<Duration>> waits;

    /** @param waits reads {@code Retry-After} */
    FormPost(
            Function<URI, Optional<Refusal>> rules,
            FetchLimits limits,
            Question question,
            Connector connector,
            Function<Optional<String>, Optional<Duration>> waits) {
        this.rules = rules;
        this.limits = limits;
        this.question = question;
        this.connector = connector;
        this.waits = waits;
    }

    FetchOutcome send(URI first, Map<String, String> form, Exchange exchange) {
        byte[] body = form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
        URI address = first;
        for (int hop = 0; hop <= limits.hops(); hop++) {
            Optional<Refusal> refusal = rules.apply(address);
            if (refusal.isPresent()) {
                return new Refused(refusal.get(), WebAddress.withoutCredentials(address));
            }
            Hop answered = hop(address, body, exchange);
            if (answered.next().isEmpty()) {
                return answered.outcome();
            }
            address = answered.next().get();
        }
        return new Broken(Fault.TOO_MANY_HOPS, "more than " + limits.hops() + " redirects");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Where it goes on, or how it ended. */
    private record Hop(FetchOutcome outcome, Optional<URI> next) {
        static Hop ended(FetchOutcome outcome) {
            return new Hop(outcome, Optional.empty());
        }
    }

    private Hop hop(URI address, byte[] body, Exchange exchange) {
        try {
            Socket socket = connector.connect(address, exchange);
            exchange.allow(limits.firstByte());
            socket.getOutputStream().write(question.formBytes(address, body));
            InputStream in = new FirstByte(socket.getInputStream(), exchange);
            return read(address, AnswerHead.read(in, limits.headBytes()));
        } catch (ForbiddenAddressException e) {
            return Hop.ended(new Refused(Refusal.PRIVATE_ADDRESS, address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hop.ended(new Broken(Fault.BAD_ANSWER, "interrupted"));
        } catch (TimeoutException e) {
            return Hop.ended(new Broken(Fault.TIMEOUT, String.valueOf(e.getMessage())));
        } catch (IOException | RuntimeException e) {
            return Hop.ended(
                    exchange.wasCut()
                            ? new Broken(Fault.TIMEOUT, "no whole answer in time")
                            : new Broken(HttpFetcher.fault(e), HttpFetcher.describe(e)));
        }
    }

    private Hop read(URI address, AnswerHead head) {
        int status = head.status();
        return switch (status) {
            case 307, 308 ->
                head.first("Location")
                        .map(WebAddress::fromHeader)
                        .flatMap(to -> WebAddress.resolve(address, to))
                        .map(next -> new Hop(new Status(status), Optional.of(next)))
                        .orElseGet(
                                () -> Hop.ended(new Broken(Fault.BAD_ANSWER, "redirect " + status + " leads nowhere")));
            case 410 -> Hop.ended(new Gone());
            case 429, 503 -> Hop.ended(new Throttled(status, waits.apply(head.first("Retry-After"))));
            default -> Hop.ended(new Status(status));
        };
    }
}
