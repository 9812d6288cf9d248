package news.lede.command;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Follows;
import news.lede.community.Follows.Outcome;
import news.lede.community.WorkspaceId;
import news.lede.fetch.WebAddress;
import news.lede.ingest.FeedLinks;
import news.lede.ingest.SourceTrial;
import news.lede.ingest.SourceTrial.Result;
import news.lede.opml.PassedOver;
import news.lede.opml.SourceAddress;
import news.lede.source.PollState;
import news.lede.source.Source;
import news.lede.source.SourceKind;
import news.lede.source.Sources;

/**
 * Adds what a moderator names: a pack, or an address, which is tried first. An address that is read already and answers is not asked once more. Thread-safe.
 */
final class SourceAdding {
    /** Each try asks a stranger's server, so a workspace gets so many in {@link #TRIES_WITHIN}. */
    private static final int TRIES = 20;

    private static final Duration TRIES_WITHIN = Duration.ofMinutes(10);
    private static final int FEEDS_OFFERED = 5;

    /** {@code example.org/feed}: an address as people say it. */
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(:\\d+)?(/\\S*)?");

    private final Sources sources;
    private final Supplier<Following> following;
    private final Tries tries;

    SourceAdding(Newsroom newsroom) {
        this.sources = newsroom.sources();
        this.following = newsroom.following();
        this.tries = new Tries(TRIES, TRIES_WITHIN, newsroom.clock());
    }

    /** {@code wanted}: how to read it; absent, as what it turns out to be. */
    Answer add(Request request, String typed, Optional<SourceKind> wanted) {
        String name = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^pack:", "");
        if (following.get().follows().packs().contains(name)) {
            return pack(request, name);
        }
        return address(typed)
                .map(address -> source(request, address, wanted))
                .orElseGet(() -> unknownPack(request.texts(), typed, name));
    }

    private static Optional<String> address(String typed) {
        String bare = typed.strip();
        Optional<String> link = Links.firstIn(bare);
        if (link.isPresent()) {
            return link;
        }
        if (WITHOUT_SCHEME.matcher(bare).matches()) {
            return Optional.of("https://" + bare);
        }
        // Whatever has a scheme is told what is wrong with it, rather than taken for the name of a pack.
        return Optional.of(bare).filter(b -> b.matches("[A-Za-z][A-Za-z0-9+.-]*:\\S+"));
    }

    private Answer pack(Request request, String pack) {
        WorkspaceId workspace = request.asker().workspace().id();
        Follows follows = following.get().follows();
        Texts texts = request.texts();
        if (following.get().communities().followedPacks(workspace).contains(pack)) {
            return texts.notice("pack.known", List.of(sourcesAction(texts)), pack);
        }
        request.changing(request.matters().pack(), pack, () -> {
            follows.followPack(workspace, pack);
            return true;
        });
        return texts.notice(
                "pack.added",
                List.of(sourcesAction(texts)),
                pack,
                Display.plain(follows.title(pack)),
                texts.count("sources.count", sources.inPack(pack).size()));
    }

    private static Answer unknownPack(Texts texts, String typed, String name, List<String> packs) {
        String shown = Display.brief(typed, CommandLine.ECHOED);
        return Nearest.of(name, packs)
                .<Answer>map(near -> texts.notice("pack.near", List.of(follow(texts, near)), shown, near))
                .orElseGet(() -> texts.notice("pack.unknown", List.of(), shown, texts.list(packs)));
    }

    private Answer unknownPack(Texts texts, String typed, String name) {
        return unknownPack(texts, typed, name, following.get().follows().packs());
    }

    private Answer source(Request request, String typed, Optional<SourceKind> wanted) {
        Optional<Source> known = known(typed);
        if (known.isPresent()) {
            Source source = known.get();
            return followed(request, source.kind(), source.address(), source.title());
        }
        return tooMany(request).orElseGet(() -> tried(request, typed, wanted));
    }

    /** A source that answered us lately needs no try. */
    private Optional<Source> known(String typed) {
        return SourceAddress.read(typed) instanceof SourceAddress.Usable(String address)
                ? sources.findByAddress(address)
                        .filter(s -> following
                                .get()
                                .states()
                                .find(s.id())
                                .filter(state -> state.failures() == 0)
                                .flatMap(PollState::lastSuccess)
                                .isPresent())
                : Optional.empty();
    }

    private Optional<Answer> tooMany(Request request) {
        return tries.another(request.asker().workspace().id())
                ? Optional.empty()
                : Optional.of(request.texts()
                        .notice("source.too-many-tries", List.of(), Long.toString(TRIES_WITHIN.toMinutes())));
    }

    private Answer tried(Request request, String typed, Optional<SourceKind> wanted) {
        Texts texts = request.texts();
        FetchNotices notices = new FetchNotices(texts);
        SourceTrial trial = following.get().trial().get();
        return switch (wanted.isPresent() ? trial.ofPage(typed) : trial.of(typed)) {
            case Result.Readable(SourceKind kind, String address, String title) ->
                followed(request, kind, address, title);
            case Result.Page page
            when wanted.isPresent() -> followed(request, SourceKind.PAGE, page.address(), page.title());
            case Result.Page page -> page(request, page);
            case Result.Failed failed ->
                notices.of(failed.asked(), failed.outcome())
                        .<Answer>map(n -> n)
                        .orElseGet(() -> notices.notAFeed(failed.asked()));
            case Result.Unreadable(URI asked) -> notices.notAFeed(asked);
            case Result.NoAddress(PassedOver.Reason reason) ->
                reason == PassedOver.Reason.CREDENTIALS
                        ? texts.notice("fetch.credentials", List.of())
                        : texts.notice("fetch.not-http", List.of(), Display.brief(typed, CommandLine.ECHOED), "", "");
        };
    }

    /** A page with one feed means that feed; of several somebody has to choose, and without any there is only the page. */
    private Answer page(Request request, Result.Page page) {
        Texts texts = request.texts();
        String host = Display.brief(WebAddress.host(URI.create(page.address())), CommandLine.ECHOED);
        List<FeedLinks.Found> feeds = page.feeds();
        if (feeds.size() == 1) {
            return onlyFeed(request, page, feeds.getFirst());
        }
        if (feeds.isEmpty()) {
            return texts.notice(
                    "source.page",
                    List.of(new Action(
                            texts.text("action.add-page"), "/source page " + page.address(), Action.Kind.FOLLOW)),
                    host);
        }
        List<Action> actions = feeds.stream()
                .limit(FEEDS_OFFERED)
                .map(f -> new Action(
                        Display.brief(f.title().isEmpty() ? f.address() : f.title(), CommandLine.ECHOED),
                        "/source add " + f.address()))
                .toList();
        return texts.notice("source.feeds", actions, host, texts.count("feeds.count", feeds.size()));
    }

    private Answer onlyFeed(Request request, Result.Page page, FeedLinks.Found feed) {
        if (following.get().trial().get().of(feed.address())
                instanceof Result.Readable(SourceKind kind, String address, String title)) {
            return followed(request, kind, address, title);
        }
        return request.texts()
                .notice(
                        "source.feed-unreadable",
                        List.of(new Action(
                                request.texts().text("action.add-page"),
                                "/source page " + page.address(),
                                Action.Kind.FOLLOW)),
                        Display.brief(feed.address(), CommandLine.ECHOED));
    }

    private Answer followed(Request request, SourceKind kind, String address, String title) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        return switch (request.changing(
                request.matters().source(),
                address,
                () -> following.get().follows().follow(workspace, kind, address, title))) {
            case Outcome.Followed(Source source, boolean before) ->
                texts.notice(
                        before ? "source.known" : "source.added",
                        List.of(sourcesAction(texts)),
                        Display.brief(source.title(), CommandLine.ECHOED),
                        Display.brief(source.address(), 120));
            case Outcome.Full(int most) -> texts.notice("source.full", List.of(sourcesAction(texts)), most);
        };
    }

    private static Action sourcesAction(Texts texts) {
        return new Action(texts.text("action.sources"), "/sources");
    }

    private static Action follow(Texts texts, String pack) {
        return new Action(texts.text("action.follow", pack), "/source add " + pack, Action.Kind.FOLLOW);
    }
}
