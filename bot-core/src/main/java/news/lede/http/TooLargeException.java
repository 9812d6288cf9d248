package news.lede.http;

import java.io.IOException;

/** An answer passed one of the size limits. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
