package news.lede.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Status and headers of one answer, and the way to its body. Nothing here outlives the connection. */
final class AnswerHead {
    /** Holds the head of most answers whole; bodies are read past it. */
    private static final int BUFFER = 4 * 1024;

    /** What a body may need on the wire beyond its content: chunk sizes, packing that does not pack. */
    private static final int WIRE_SLACK = 256 * 1024;

    /** Twice what the library allows by itself: behind several layers of caches honest answers come near that. */
    private static final int MOST_HEADERS = 200;

    private final ClassicHttpResponse response;
    private final SessionInputBufferImpl buffer;
    private final MeteredInput wire;
    private final Http1Config config;

    private AnswerHead(
            ClassicHttpResponse response, SessionInputBufferImpl buffer, MeteredInput wire, Http1Config config) {
        this.response = response;
        this.buffer = buffer;
        this.wire = wire;
        this.config = config;
    }

    /**
     * Reads up to the empty line. {@code headBytes} covers everything before the body, interim answers included, so that neither lines without end nor lines
     * without number get far.
     */
    static AnswerHead read(InputStream in, int headBytes) throws IOException {
        Http1Config config = Http1Config.custom()
                .setBufferSize(BUFFER)
                .setMaxLineLength(headBytes)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxEmptyLineCount(2)
                .build();
        // What is buffered beyond the head belongs to the body already.
        MeteredInput wire = new MeteredInput(in).allow((long) headBytes + BUFFER, "headers");
        SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER);
        DefaultHttpResponseParser parser = new DefaultHttpResponseParser(config);
        try {
            ClassicHttpResponse response = parser.parse(buffer, wire);
            while (response != null && response.getCode() < 200) {
                if (response.getCode() == 101) {
                    throw new ProtocolException("answer in another protocol");
                }
                response = parser.parse(buffer, wire);
            }
            if (response == null) {
                throw new NoHttpResponseException("closed without an answer");
            }
            if (wire.ended()) {
                // The library takes the end of the connection for the end of the headers.
                throw new EOFException("headers end early");
            }
            return new AnswerHead(response, buffer, wire, config);
        } catch (MessageConstraintException e) {
            throw new TooLargeException("headers larger than allowed: " + e.getMessage());
        } catch (HttpException e) {
            throw new IOException("no HTTP answer: " + e.getMessage(), e);
        }
    }

    int status() {
        return response.getCode();
    }

    /** The first value of a header, without blanks around it, otherwise as it came. */
    Optional<String> first(String name) {
        return Optional.ofNullable(response.getFirstHeader(name))
                .map(Header::getValue)
                .filter(v -> !v.isBlank());
    }

    /** Every value of a list header, joined as RFC 9110 section 5.3 allows. */
    Optional<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Header header : response.getHeaders(name)) {
            if (header.getValue() != null) {
                values.add(header.getValue());
            }
        }
        return Optional.of(String.join(", ", values)).filter(v -> !v.isBlank());
    }

    /** The codings that the body is in, in the order in which they were put on; those that change nothing left out. */
    List<String> codings() {
        List<String> codings = new ArrayList<>();
        for (String coding : all("Content-Encoding").orElse("").split(",")) {
            String name = coding.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("identity") && !name.equals("none") && !name.equals("utf-8")) {
                codings.add(name);
            }
        }
        return codings;
    }

    /** The stated length of what is on the wire; negative when it is not stated. */
    long length() throws IOException {
        try {
            return DefaultContentLengthStrategy.INSTANCE.determineLength(response);
        } catch (HttpException e) {
            throw new IOException("unreadable length: " + e.getMessage(), e);
        }
    }

    /** The body as it is on the wire. Never closed: that would read on to its end; the socket is closed instead. */
    InputStream body(int bodyBytes) throws IOException {
        wire.allow((long) bodyBytes + WIRE_SLACK, "body");
        long length = length();
        if (length == ContentLengthStrategy.CHUNKED) {
            return new ChunkedInputStream(buffer, wire, config);
        }
        return length >= 0 ? new ContentLengthInputStream(buffer, wire, length) : new IdentityInputStream(buffer, wire);
    }
}
