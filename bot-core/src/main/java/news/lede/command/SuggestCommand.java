package news.lede.command;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.article.ArticleKeys;
import news.lede.community.Asker;
import news.lede.community.Role;
import news.lede.community.Suggestions;
import news.lede.community.Suggestions.Kept;
import news.lede.community.Suggestions.Kind;
import news.lede.community.Suggestions.Proposal;
import news.lede.fetch.WebAddress;
import news.lede.ingest.SourceTrial.Result;
import news.lede.story.StoryId;
import news.lede.text.WrappedLink;

/**
 * {@code /suggest}: a member proposes an article to be told, or a source to be read. What stands at the address is read at once, so that moderators decide about something they can see. Thread-safe; may
 * take as long as a stranger's server.
 */
final class SuggestCommand implements Handler {
    /** Open ones of one member; who makes more leaves no room for others. */
    static final int MOST_OF_ONE = 5;

    /** Open ones of a workspace: more than that nobody decides. */
    static final int MOST = 100;

    static final int NAME_CHARS = 40;
    private static final int SHOWN = 120;
    private static final int TRIES = 20;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final Newsroom newsroom;
    private final AskedArticles asked;
    private final Supplier<Following> following;
    private final Tries tries;

    SuggestCommand(Newsroom newsroom, AskedArticles asked) {
        this.newsroom = newsroom;
        this.asked = asked;
        this.following = newsroom.following();
        this.tries = new Tries(TRIES, WITHIN, newsroom.clock());
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SUGGEST;
    }

    /** What a member means by an address. */
    private sealed interface Meant {}

    /** {@code shown}: its title. */
    private record Proposed(Kind kind, String address, String shown) implements Meant {}

    private record Not(Answer.Notice notice) implements Meant {}

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        String typed = request.arguments().required("link");
        Optional<URI> link = Links.firstIn(typed)
                .map(URI::create)
                .map(l -> WrappedLink.unwrap(l).orElse(l));
        if (link.isEmpty()) {
            return texts.notice("link.wrong", List.of(), Display.brief(typed, CommandLine.ECHOED));
        }
        String name = Display.plain(request.arguments().text("name").orElse(""));
        if (name.length() > NAME_CHARS) {
            return texts.notice("value.too-long", List.of(), NAME_CHARS);
        }
        return tooMany(request).orElseGet(() -> switch (meant(request, link.get())) {
            case Not(Answer.Notice notice) -> notice;
            case Proposed proposed -> kept(request, proposed, name);
        });
    }

    private Optional<Answer> tooMany(Request request) {
        Texts texts = request.texts();
        Asker asker = request.asker();
        Suggestions suggestions = newsroom.voices().suggestions();
        if (suggestions.countOpen(asker.workspace().id(), asker.person()) >= MOST_OF_ONE) {
            return Optional.of(texts.notice("suggest.limit", List.of(), MOST_OF_ONE));
        }
        return suggestions.countOpen(asker.workspace().id()) >= MOST
                ? Optional.of(texts.notice("suggest.full", List.of(), MOST))
                : Optional.empty();
    }

    /** A home page is none of its articles; whatever else is no article may be a source. */
    private Meant meant(Request request, URI link) {
        if (ArticleKeys.link(link).isEmpty()) {
            return source(request, link, Optional.empty());
        }
        return switch (asked.find(request, link)) {
            case AskedArticles.Seen(Article article, var viewer) -> article(request, article, link);
            case AskedArticles.Not(Answer.Notice notice) -> source(request, link, Optional.of(notice));
        };
    }

    private Meant article(Request request, Article article, URI link) {
        Optional<StoryId> told = newsroom.stories()
                .storyOf(article.id())
                .filter(story -> newsroom.dispatch()
                        .outbox()
                        .told(request.asker().conversation().id(), List.of(story))
                        .containsKey(story));
        if (told.isPresent()) {
            Texts texts = request.texts();
            return new Not(texts.notice(
                    "suggest.told",
                    List.of(new Action(texts.text("action.whole-story"), "/story " + told.get(), Action.Kind.OPEN)),
                    Display.brief(article.title(), SHOWN)));
        }
        return new Proposed(Kind.LINK, article.url().orElse(link).toString(), Display.brief(article.title(), SHOWN));
    }

    /** {@code otherwise}: why it is no article, which is what to say when it is no feed either. A page that names no feed is a source only where it cannot be an article. */
    private Meant source(Request request, URI link, Optional<Answer.Notice> otherwise) {
        Texts texts = request.texts();
        if (!tries.another(request.asker().workspace().id())) {
            return new Not(texts.notice("link.too-many", List.of(), Integer.toString(TRIES)));
        }
        FetchNotices notices = new FetchNotices(texts);
        return switch (following.get().trial().get().of(link.toString())) {
            case Result.Readable(var kind, String address, String title) -> readable(request, address, title);
            case Result.Page page
            when otherwise.isEmpty() ->
                page.feeds().isEmpty()
                        ? readable(request, page.address(), page.title())
                        : readable(
                                request,
                                page.feeds().getFirst().address(),
                                page.feeds().getFirst().title());
            case Result.Failed failed
            when otherwise.isEmpty() ->
                new Not(notices.of(failed.asked(), failed.outcome()).orElseGet(() -> notices.notAFeed(failed.asked())));
            case Result.NoAddress(var reason)
            when otherwise.isEmpty() ->
                new Not(texts.notice("link.wrong", List.of(), Display.brief(link.toString(), CommandLine.ECHOED)));
            default -> new Not(otherwise.orElseGet(() -> notices.notAFeed(link)));
        };
    }

    private Meant readable(Request request, String address, String title) {
        String shown = Display.brief(title.isEmpty() ? WebAddress.host(URI.create(address)) : title, SHOWN);
        boolean followed = newsroom.sources()
                .findByAddress(address)
                .filter(source -> request.viewer().sources().contains(source.id()))
                .isPresent();
        return followed
                ? new Not(request.texts()
                        .notice(
                                "suggest.followed",
                                List.of(new Action(request.texts().text("action.sources"), "/sources")),
                                shown))
                : new Proposed(Kind.SOURCE, address, shown);
    }

    private Answer kept(Request request, Proposed proposed, String name) {
        Asker asker = request.asker();
        Kept kept = newsroom.voices()
                .suggestions()
                .add(new Proposal(
                        asker.workspace().id(),
                        asker.conversation().id(),
                        asker.person(),
                        name,
                        proposed.kind(),
                        proposed.address(),
                        request.now()));
        String notice = !kept.before()
                ? proposed.kind() == Kind.LINK ? "suggest.link" : "suggest.source"
                : switch (kept.suggestion().state()) {
                    case OPEN -> "suggest.open";
                    case APPROVED -> "suggest.approved";
                    case DECLINED -> "suggest.declined";
                };
        List<Action> actions = new ArrayList<>();
        if (asker.role().may(Role.MODERATOR) && kept.suggestion().state() == Suggestions.State.OPEN) {
            actions.addAll(SuggestionsCommand.decisions(
                    request.texts(), kept.suggestion().id()));
        }
        return request.texts().notice(notice, actions, proposed.shown());
    }
}
