package news.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What came of one fetch. */
public sealed interface FetchOutcome {
    /**
     * A body was read whole. {@code address} is where it came from after redirects; {@code moved} is the new address when every redirect on the way was a
     * permanent one. {@code freshFor} is how long the server says the answer stays good, or wants to be left alone after a redirect. {@code links} are the headers {@code Link}, joined.
     */
    record Fetched(
            URI address,
            Optional<URI> moved,
            byte[] body,
            Optional<String> contentType,
            Optional<String> charset,
            Validators validators,
            Optional<Duration> freshFor,
            Optional<String> links)
            implements FetchOutcome {
        /** Of a server that links to nothing in its headers. */
        public Fetched(
                URI address,
                Optional<URI> moved,
                byte[] body,
                Optional<String> contentType,
                Optional<String> charset,
                Validators validators,
                Optional<Duration> freshFor) {
            this(address, moved, body, contentType, charset, validators, freshFor, Optional.empty());
        }
    }

    /** Nothing new since the validators we sent; {@code validators} are those to send from now on, {@code moved} is as for {@link Fetched}. */
    record NotModified(Validators validators, Optional<Duration> freshFor, Optional<URI> moved)
            implements FetchOutcome {
        public NotModified(Validators validators, Optional<Duration> freshFor) {
            this(validators, freshFor, Optional.empty());
        }
    }

    /** The server wants fewer requests; {@code after} is its own wish when it stated one. */
    record Throttled(int status, Optional<Duration> after) implements FetchOutcome {}

    /** The server says it is gone for good (410). */
    record Gone() implements FetchOutcome {}

    /** Any other status. */
    record Status(int status) implements FetchOutcome {}

    /** No whole answer: {@code detail} is for the log. */
    record Broken(Fault fault, String detail) implements FetchOutcome {}

    /** We do not ask such addresses; nothing was sent to {@code address}. */
    record Refused(Refusal refusal, URI address) implements FetchOutcome {}

    /** How an exchange broke. */
    enum Fault {
        UNKNOWN_HOST,
        CONNECT,
        TLS,
        TIMEOUT,
        TOO_LARGE,
        TOO_MANY_HOPS,
        BAD_ANSWER
    }

    /** Why an address is not asked. */
    enum Refusal {
        NOT_HTTP,
        NO_HOST,
        CREDENTIALS,
        PRIVATE_ADDRESS,
        /** An address in numbers that is not written in the usual way. */
        ODD_SPELLING,
        /** The site's robots.txt asks programs like us to keep away from this page. */
        ROBOTS
    }
}
