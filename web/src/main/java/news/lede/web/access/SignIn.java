package news.lede.web.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import news.lede.web.page.Gate;
import news.lede.web.page.Reply;
import news.lede.web.page.Visit;

/** Where a browser shows the operator's token. Wrong ones are answered only so often, whoever sends them, so that nobody can try many. */
public final class SignIn implements Gate {
    public static final String PATH = "/sign-in";

    private static final int TRIES = 10;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final Access access;
    private final Tries tries;

    public SignIn(Access access, InstantSource clock) {
        this.access = access;
        this.tries = new Tries(TRIES, WITHIN, clock);
    }

    /**
     * What the template draws.
     *
     * @param to where to go afterwards
     * @param problem what was wrong with the last try; empty at first
     */
    public record Form(String to, String problem) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply answer(Visit visit) {
        if (!visit.path().equals(PATH)) {
            return Reply.notFound();
        }
        if (!access.wantsToken()) {
            return Reply.elsewhere("/");
        }
        String to = (visit.isPost() ? visit.form() : visit.query())
                .text("to")
                .filter(Reply::isOurs)
                .orElse("/");
        return visit.isPost() ? tried(visit, to) : form(200, to, "");
    }

    private Reply tried(Visit visit, String to) {
        if (!access.isOwnOrigin(visit)) {
            return form(403, to, "That came from another site. Sign in here.");
        }
        Optional<String> shown = visit.form().text("token");
        return switch (tries.judge(() -> shown.filter(access::isToken).isPresent())) {
            case RIGHT ->
                new Reply.Elsewhere(to, Map.of("Set-Cookie", access.fresh(true).cookie()));
            case WRONG -> form(403, to, "That is not the token. It is what web.token is set to where Lede runs.");
            case TOO_MANY ->
                form(429, to, "Too many wrong tokens. Wait " + WITHIN.toMinutes() + " minutes and try again.");
        };
    }

    private static Reply form(int status, String to, String problem) {
        return new Reply.Drawn(status, "Sign in", "sign-in.jte", new Form(to, problem));
    }
}
