package news.lede.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer.Notice;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.fetch.FetchOutcome;
import news.lede.fetch.FetchOutcome.Broken;
import news.lede.fetch.FetchOutcome.Fault;
import news.lede.fetch.FetchOutcome.Fetched;
import news.lede.fetch.FetchOutcome.Gone;
import news.lede.fetch.FetchOutcome.NotModified;
import news.lede.fetch.FetchOutcome.Refusal;
import news.lede.fetch.FetchOutcome.Refused;
import news.lede.fetch.FetchOutcome.Status;
import news.lede.fetch.FetchOutcome.Throttled;
import news.lede.fetch.WebAddress;

/** Says in words that members understand why an address could not be read. What the log says of it stays in the log. */
public final class FetchNotices {
    /** An address longer than this tells a reader nothing more. */
    private static final int ADDRESS_SHOWN = 120;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Texts texts;

    public FetchNotices(Texts texts) {
        this.texts = texts;
    }

    /** Why {@code asked} gave nothing; empty when it answered as it should. */
    public Optional<Notice> of(URI asked, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched _, NotModified _ -> Optional.empty();
            case Refused(Refusal refusal, URI at) -> Optional.of(refused(refusal, at));
            case Broken(Fault fault, String _) -> Optional.of(broken(fault, asked));
            case Gone _ -> Optional.of(notice("fetch.gone", asked, ""));
            case Throttled(int _, Optional<Duration> after) ->
                Optional.of(after.map(wait -> notice("fetch.throttled-until", asked, told(wait)))
                        .orElseGet(() -> notice("fetch.throttled", asked, "")));
            case Status(int status) -> Optional.of(status(status, asked));
        };
    }

    /** The same where {@code asked} was to be the page of one article: to look for a feed instead is no help there. */
    Optional<Notice> ofPage(URI asked, FetchOutcome outcome) {
        return switch (outcome) {
            case Broken(Fault fault, String _)
            when fault == Fault.TOO_LARGE -> Optional.of(notice("link.too-large", asked, ""));
            case Refused(Refusal refusal, URI at)
            when refusal == Refusal.ROBOTS -> Optional.of(notice("link.robots", at, ""));
            default -> of(asked, outcome);
        };
    }

    /** That {@code asked} was read but is no feed. */
    public Notice notAFeed(URI asked) {
        return notice("fetch.not-a-feed", asked, "");
    }

    private Notice refused(Refusal refusal, URI at) {
        return switch (refusal) {
            case NOT_HTTP -> notice("fetch.not-http", at, "");
            case NO_HOST -> notice("fetch.no-host", at, "");
            // Neither name nor password is repeated, where others may read it.
            case CREDENTIALS -> texts.notice("fetch.credentials", List.of());
            case PRIVATE_ADDRESS -> notice("fetch.private-address", at, "");
            case ODD_SPELLING -> notice("fetch.odd-spelling", at, "");
            case ROBOTS -> notice("fetch.robots", at, "");
        };
    }

    private Notice broken(Fault fault, URI asked) {
        return switch (fault) {
            case UNKNOWN_HOST -> notice("fetch.unknown-host", asked, "");
            case CONNECT -> notice("fetch.unreachable", asked, "");
            case TLS -> notice("fetch.not-secure", asked, "");
            case TIMEOUT -> notice("fetch.too-slow", asked, "");
            case TOO_LARGE -> notice("fetch.too-large", asked, "");
            case TOO_MANY_HOPS -> notice("fetch.too-many-hops", asked, "");
            case BAD_ANSWER -> notice("fetch.bad-answer", asked, "");
        };
    }

    private Notice status(int status, URI asked) {
        String number = String.valueOf(status);
        return switch (status) {
            case 401, 402, 403, 407, 451 -> notice("fetch.login", asked, number);
            case 404 -> notice("fetch.missing", asked, number);
            default -> notice(status >= 500 ? "fetch.server-failed" : "fetch.status", asked, number);
        };
    }

    /** {@code {0}} is the address, {@code {1}} its host, {@code {2}} a detail. */
    private Notice notice(String name, URI address, String detail) {
        return texts.notice(
                name,
                List.of(),
                Display.brief(address.toString(), ADDRESS_SHOWN),
                Display.brief(WebAddress.host(address), ADDRESS_SHOWN),
                detail);
    }

    private String told(Duration wait) {
        return wait.compareTo(HOUR) <= 0
                ? texts.count("age.minutes", Math.max(1, wait.plusSeconds(59).toMinutes()))
                : texts.count("age.hours", wait.plusSeconds(3_599).toHours());
    }
}
