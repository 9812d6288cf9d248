package news.lede.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
import news.lede.fetch.FetchRequest;
import news.lede.fetch.FetchRequest.Wanted;
import news.lede.fetch.HostGate;
import news.lede.fetch.Validators;
import news.lede.fetch.WebAddress;
import news.lede.ingest.Polled.Asked;
import news.lede.ingest.Polled.Deferred;
import news.lede.source.DueSource;
import news.lede.source.PollResult;
import news.lede.source.PollResult.Answered;
import news.lede.source.PollResult.AskedToWait;
import news.lede.source.PollResult.Cause;
import news.lede.source.PollResult.Ended;
import news.lede.source.PollResult.Failed;
import news.lede.source.PollSchedule;
import news.lede.source.PollState;
import news.lede.source.PollState.Known;
import news.lede.source.PollState.Pace;
import news.lede.source.SourceKind;
import news.lede.source.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one source and tells what came of it; nothing is stored but what a page holds. Thread-safe; blocks. */
final class SourceReader {
    private static final Logger log = LoggerFactory.getLogger(SourceReader.class);

    /** Some servers say "not modified" for ever; asked without conditions now and then, they tell. */
    private static final int FULL_ONCE_IN = 100;

    /** Nobody is troubled by it: as often as the floor lets us. */
    private static final Pace OWN_FOLDER = new Pace(Optional.empty(), Optional.of(Duration.ZERO));

    private final Courier courier;
    private final FolderReader folders;
    private final BodyReader bodies;
    private final InstantSource clock;

    SourceReader(Courier courier, FolderReader folders, BodyReader bodies, InstantSource clock) {
        this.courier = courier;
        this.folders = folders;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Never fails: what breaks is the source's own failure. Throws only when the thread is interrupted; then the poll came to nothing. */
    Polled read(DueSource due) throws InterruptedException {
        if (due.source().kind() == SourceKind.FOLDER) {
            return folder(due);
        }
        Optional<URI> address = WebAddress.parse(due.source().address());
        if (address.isEmpty()) {
            return failed(due, Cause.TROUBLE, "its address cannot be read; give it another one");
        }
        Optional<Instant> resting = courier.restingUntil(address.get());
        if (resting.isPresent()) {
            return new Deferred(due, later(due, resting.get()));
        }
        try {
            return courier.ask(request(due, address.get()), (outcome, from) -> asked(due, from, outcome));
        } catch (RuntimeException e) {
            // A document that breaks the reader must cost its own source only.
            log.error("poll broke source={}", due.source().address(), e);
            return failed(due, Cause.TROUBLE, "could not be read: " + e);
        }
    }

    private Asked folder(DueSource due) {
        return switch (folders.look(due.source())) {
            case FolderReader.Looked.Seen(List<Inbox.Carried> files, int left) ->
                new Asked(
                        due,
                        clock.instant(),
                        new Answered(Optional.empty()),
                        Optional.of(Known.NOTHING),
                        Optional.of(new Polled.Content(files, OWN_FOLDER, 0)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "read, " + files.size() + " files"
                                + (left == 0 ? "" : ", " + left + " left for the next time"));
            case FolderReader.Looked.Unreadable(String why) -> failed(due, Cause.TROUBLE, why);
        };
    }

    /** A little after the host's rest, so that its sources do not all come at once. */
    private static Instant later(DueSource due, Instant rest) {
        return rest.plusMillis((long) (60_000 * Spread.share(due.source().id(), 0)));
    }

    private static FetchRequest request(DueSource due, URI address) {
        Known known = due.state().known();
        Validators validators =
                asksWhetherChanged(due.state()) ? new Validators(known.etag(), known.lastModified()) : Validators.NONE;
        return new FetchRequest(address, validators)
                .wanting(due.source().kind() == SourceKind.PAGE ? Wanted.PAGE : Wanted.FEED)
                .forFollowers(due.followers());
    }

    private static boolean asksWhetherChanged(PollState state) {
        long turn = state.lastPoll().map(Instant::toEpochMilli).orElse(0L);
        return state.known().conditional() && !Spread.isOneIn(FULL_ONCE_IN, state.source(), turn);
    }

    private Asked asked(DueSource due, URI from, FetchOutcome outcome) throws InterruptedException {
        return switch (outcome) {
            case Fetched fetched -> bodies.read(due, fetched);
            case NotModified unchanged -> unchanged(due, unchanged);
            case Throttled(int status, Optional<Duration> after) -> throttled(due, from, status, after);
            case Gone _ -> plain(due, new Ended(), Optional.empty(), "gone for good, status 410");
            case Status(int status) -> failed(due, cause(status), "status " + status);
            case Broken(Fault fault, String detail) -> broken(due, from, fault, detail);
            case Refused(Refusal refusal, URI at) -> failed(due, Cause.TROUBLE, "refused: " + refusal + " at " + at);
        };
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 404 -> Cause.MISSING;
            case 401, 403, 407 -> Cause.SHUT;
            default -> Cause.TROUBLE;
        };
    }

    private Asked unchanged(DueSource due, NotModified answer) {
        Known known = due.state().known();
        if (!asksWhetherChanged(due.state())) {
            return failed(due, Cause.TROUBLE, "\"not modified\" without having been asked whether");
        }
        // Some servers leave the validators out; the old ones still hold then.
        Validators given = answer.validators();
        Known kept =
                given.equals(Validators.NONE) ? known : new Known(given.etag(), given.lastModified(), known.digest());
        return new Asked(
                due,
                clock.instant(),
                new Answered(answer.freshFor()),
                Optional.of(kept),
                Optional.empty(),
                answer.moved(),
                Optional.empty(),
                Optional.empty(),
                "nothing new");
    }

    private Asked throttled(DueSource due, URI from, int status, Optional<Duration> after) {
        Instant now = clock.instant();
        return new Asked(
                due,
                now,
                new AskedToWait(after),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                after.flatMap(wish -> courier.rest(from, now.plus(PollSchedule.rest(wish)))),
                Optional.empty(),
                "asked to wait, status " + status
                        + after.map(wish -> ", for " + wish.toSeconds() + " s").orElse(""));
    }

    private Asked broken(DueSource due, URI from, Fault fault, String detail) {
        boolean unreachable = fault == Fault.UNKNOWN_HOST || fault == Fault.CONNECT;
        return plain(
                due,
                new Failed(fault == Fault.UNKNOWN_HOST ? Cause.MISSING : Cause.TROUBLE),
                Optional.of(HostGate.hostOf(from)).filter(_ -> unreachable),
                fault + ": " + detail);
    }

    private Asked failed(DueSource due, Cause cause, String outcome) {
        return plain(due, new Failed(cause), Optional.empty(), outcome);
    }

    private Asked plain(DueSource due, PollResult result, Optional<String> unreachable, String outcome) {
        return new Asked(
                due,
                clock.instant(),
                result,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unreachable,
                outcome);
    }
}
