package news.lede.web.access;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import news.lede.web.page.Visit;

/**
 * Says whether a visit may use the desk.
 *
 * <p>Without a token only this machine may, and only by its own name: the server listens on loopback, no public address is set, nothing forwarded the request. With a token everybody has to show it,
 * as a signed cookie after signing in or as {@code Authorization: Bearer}. Cookies are signed with a key made of the token, so that they outlive a restart and end when the token changes.
 * Of those whom we signed out we know until the program ends. Thread-safe.
 */
public final class Access {
    static final Duration LASTS = Duration.ofDays(7);

    private static final Duration RENEWED_AFTER = Duration.ofDays(1);
    private static final String SESSION = "session";
    private static final String FORM = "form";
    private static final String FEED = "feed";
    private static final int NONCE_BYTES = 18;
    /** Counted by themselves: a program that shows an old token every few seconds locks no person out. */
    private static final int BEARERS = 100;

    private static final Duration BEARERS_WITHIN = Duration.ofMinutes(5);
    /** More than people sign out in a week; a megabyte or two. */
    private static final int ENDED = 10_000;

    private final Optional<String> token;
    private final Optional<URI> publicUrl;
    private final boolean loopback;
    private final InstantSource clock;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();
    private final Tries bearers;
    private final EndedSessions ended;

    /**
     * @param token the operator's; empty where none is set
     * @param publicUrl under which address readers reach the server, if any
     * @param loopback whether the server listens on this machine alone
     */
    public Access(Optional<String> token, Optional<URI> publicUrl, boolean loopback, InstantSource clock) {
        this.token = token;
        this.publicUrl = publicUrl;
        this.loopback = loopback;
        this.clock = clock;
        this.bearers = new Tries(BEARERS, BEARERS_WITHIN, clock);
        this.ended = new EndedSessions(ENDED, LASTS, clock);
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        // Without a token nothing has to outlive a restart.
        this.seal = new Seal(
                token.map(secret -> Seal.digest("lede web desk\n" + secret)).orElse(fresh));
    }

    /** What becomes of a visit. */
    public sealed interface Verdict {
        /** It may. */
        record Welcome(Session session) implements Verdict {}

        /** It may once it has shown the token. */
        record Stranger() implements Verdict {}

        /** It may not, and here is what the operator can do about it. */
        record Refused(String text) implements Verdict {}
    }

    public Verdict of(Visit visit) {
        return token.isPresent() ? byToken(visit) : byPlace(visit);
    }

    private Verdict byToken(Visit visit) {
        Optional<Tries.Verdict> borne =
                visit.header("authorization").flatMap(Access::bearer).map(shown -> bearers.judge(() -> isToken(shown)));
        if (borne.filter(Tries.Verdict.RIGHT::equals).isPresent()) {
            return new Verdict.Welcome(new Session("", true, ""));
        }
        return known(visit)
                .<Verdict>map(Verdict.Welcome::new)
                .orElseGet(() -> borne.filter(Tries.Verdict.TOO_MANY::equals).isPresent()
                        ? new Verdict.Refused("Too many wrong tokens came as Authorization: Bearer. Wait "
                                + BEARERS_WITHIN.toMinutes() + " minutes and try again.")
                        : new Verdict.Stranger());
    }

    private static Optional<String> bearer(String authorization) {
        String scheme = "bearer ";
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(authorization.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private Verdict byPlace(Visit visit) {
        if (!loopback) {
            return new Verdict.Refused(
                    "The desk is open to other machines than this one (web.bind), and no token protects it."
                            + " Set web.token to a long word of your own and start again, or set web.bind to 127.0.0.1.");
        }
        if (publicUrl.isPresent() || isForwarded(visit)) {
            return new Verdict.Refused("Something hands requests from outside on to the desk, and no token protects it."
                    + " Set web.token to a long word of your own and start again.");
        }
        if (!Hosts.isLoopback(visit.header("host"))) {
            return new Verdict.Refused(
                    "Without a token the desk answers on this machine alone: open it as http://127.0.0.1 or http://localhost,"
                            + " or set web.token.");
        }
        return new Verdict.Welcome(known(visit).orElseGet(() -> fresh(false)));
    }

    private static boolean isForwarded(Visit visit) {
        return List.of("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via").stream()
                .anyMatch(name -> visit.header(name).isPresent());
    }

    /** What opens the feeds that one seat sees, and nothing else: readers of feeds can neither sign in nor show a header. Empty where no token is set. */
    public Optional<String> feedKey(String seat) {
        return token.map(_ -> seal.of(FEED, seat));
    }

    /** Whether a visit may read the feeds of a seat. */
    public boolean opensFeeds(Visit visit, String seat) {
        return of(visit) instanceof Verdict.Welcome
                || (wantsToken()
                        && visit.query()
                                .text("key")
                                .filter(key -> seal.isOn(FEED, seat, key))
                                .isPresent());
    }

    boolean isToken(String shown) {
        return token.filter(secret -> Seal.same(secret, shown)).isPresent();
    }

    /** Whether signing in is a thing here. */
    boolean wantsToken() {
        return token.isPresent();
    }

    /** A new session. */
    Session fresh(boolean signedIn) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        return session(name, signedIn, true);
    }

    private Session session(String name, boolean signedIn, boolean sent) {
        String text = clock.instant().plus(LASTS).getEpochSecond() + "." + name;
        String cookie = sent ? cookie(text + "." + seal.of(SESSION, text), LASTS) : "";
        return new Session(seal.of(FORM, name), signedIn, cookie);
    }

    /** The session whose cookie a visit brings, if that is good; one used for long is sent again. */
    private Optional<Session> known(Visit visit) {
        return shown(visit)
                .map(one ->
                        session(one.name(), token.isPresent(), one.left().compareTo(LASTS.minus(RENEWED_AFTER)) < 0));
    }

    /** A session by its name, and for how long its cookie is good. */
    private record Shown(String name, Duration left) {}

    private Optional<Shown> shown(Visit visit) {
        return visit.cookie(cookieName()).flatMap(value -> {
            String[] parts = value.split("\\.", -1);
            if (parts.length != 3 || !seal.isOn(SESSION, parts[0] + "." + parts[1], parts[2])) {
                return Optional.empty();
            }
            // What we signed is a number.
            Instant ends = Instant.ofEpochSecond(Long.parseLong(parts[0]));
            Duration left = Duration.between(clock.instant(), ends);
            if (left.isNegative() || left.compareTo(LASTS) > 0 || ended.isEnded(parts[1], ends.minus(LASTS))) {
                return Optional.empty();
            }
            return Optional.of(new Shown(parts[1], left));
        });
    }

    /** Ends the session of a visit: whoever has its cookie, or one it was before, is a stranger from now on. */
    void end(Visit visit) {
        shown(visit).ifPresent(one -> ended.end(one.name()));
    }

    /** Whether a post comes from a page of ours: no browser lets another site read the key of its forms. */
    public boolean isOwnPost(Visit visit, Session session) {
        if (session.formKey().isEmpty()) {
            // A program with the token: no browser sends that by itself.
            return true;
        }
        return isOwnOrigin(visit)
                && visit.form()
                        .text("key")
                        .or(() -> visit.header("x-lede-key"))
                        .filter(key -> Seal.same(session.formKey(), key))
                        .isPresent();
    }

    /** Browsers say where a post comes from. */
    boolean isOwnOrigin(Visit visit) {
        if (visit.header("sec-fetch-site").filter("cross-site"::equals).isPresent()) {
            return false;
        }
        return visit.header("origin")
                .map(origin -> Hosts.same(origin, origin(visit.base()))
                        || publicUrl
                                .filter(own -> Hosts.same(origin, origin(own)))
                                .isPresent())
                .orElse(true);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** What makes a browser forget its session. */
    String farewell() {
        return cookie("", Duration.ZERO);
    }

    /** Browsers keep a cookie of this prefix only from a secure page, for this host and all of it. */
    private String cookieName() {
        return isSecure() ? "__Host-lede" : "lede";
    }

    private boolean isSecure() {
        return publicUrl.filter(address -> "https".equals(address.getScheme())).isPresent();
    }

    private String cookie(String value, Duration lasts) {
        return cookieName() + "=" + value + "; Path=/; Max-Age=" + lasts.toSeconds() + "; HttpOnly; SameSite=Strict"
                + (isSecure() ? "; Secure" : "");
    }
}
