package news.lede.web;

import com.sun.net.httpserver.Headers;

/** Headers that keep what we send from being more than it is: nothing is loaded from elsewhere, nothing runs that is not a file of ours, nobody frames us, nobody is told where a reader came from. */
final class Safety {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Safety() {}

    static void put(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        // With "no-referrer" browsers leave out where our own forms come from too, and a post is refused.
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        headers.set("Cache-Control", "no-store");
    }
}
