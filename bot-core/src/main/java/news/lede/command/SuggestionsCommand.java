package news.lede.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.community.SuggestionId;
import news.lede.community.Suggestions;
import news.lede.community.Suggestions.Kind;
import news.lede.community.Suggestions.Suggestion;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryView;
import news.lede.summary.Statement;
import news.lede.summary.Summarizer;

/** {@code /suggestions}: what members propose, one at a time with what it is; moderators accept or decline it by button. */
final class SuggestionsCommand implements Handler {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,18}");
    private static final int SHOWN = 120;

    private final Newsroom newsroom;
    private final StoryReferences references;
    private final SourceAdding adding;

    SuggestionsCommand(Newsroom newsroom, StoryReferences references) {
        this.newsroom = newsroom;
        this.references = references;
        this.adding = new SourceAdding(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SUGGESTIONS;
    }

    /** What a moderator can make of one. */
    static List<Action> decisions(Texts texts, SuggestionId id) {
        return List.of(
                new Action(texts.text("action.accept"), "/suggestions accept:" + id, Action.Kind.CONFIRM),
                new Action(texts.text("action.decline"), "/suggestions decline:" + id, Action.Kind.CANCEL));
    }

    @Override
    public Answer answer(Request request) {
        Optional<String> accept = request.arguments().text("accept");
        Optional<String> decide = accept.or(() -> request.arguments().text("decline"));
        return decide.map(typed -> decided(request, typed, accept.isPresent())).orElseGet(() -> waiting(request));
    }

    private Answer decided(Request request, String typed, boolean accept) {
        Texts texts = request.texts();
        Optional<Suggestion> found = Optional.of(typed.strip())
                .filter(number -> NUMBER.matcher(number).matches())
                .flatMap(number -> suggestions().find(workspace(request), new SuggestionId(Long.parseLong(number))));
        if (found.isEmpty()) {
            return texts.notice("suggestions.unknown", List.of(list(texts)), Display.brief(typed, CommandLine.ECHOED));
        }
        Suggestion suggestion = found.get();
        if (suggestion.state() != Suggestions.State.OPEN) {
            return before(request, suggestion);
        }
        return accept ? accepted(request, suggestion) : declined(request, suggestion);
    }

    private Answer declined(Request request, Suggestion suggestion) {
        return decide(request, suggestion, false)
                ? request.texts().notice("suggestions.declined", next(request), shown(request, suggestion))
                : before(request, suggestion);
    }

    private Answer accepted(Request request, Suggestion suggestion) {
        if (suggestion.kind() == Kind.SOURCE && !isFollowed(request, suggestion)) {
            Answer added = adding.add(request, suggestion.address(), Optional.empty());
            if (!isFollowed(request, suggestion)) {
                // It could not be added as it is: the answer says why, and what could be done. It waits until then.
                return added;
            }
        }
        if (!decide(request, suggestion, true)) {
            return before(request, suggestion);
        }
        String notice = suggestion.kind() == Kind.SOURCE
                ? "suggestions.source"
                : hasDigest(request) ? "suggestions.link" : "suggestions.link-no-digest";
        return request.texts().notice(notice, next(request), shown(request, suggestion));
    }

    private boolean decide(Request request, Suggestion suggestion, boolean approved) {
        return request.ledger().together(() -> {
            boolean decided = suggestions().decide(workspace(request), suggestion.id(), approved, request.now());
            if (decided) {
                request.ledger()
                        .changed(
                                request.asker(),
                                "suggestion",
                                Display.brief(suggestion.address(), SHOWN),
                                Map.of("state", "open"),
                                Map.of("state", approved ? "approved" : "declined"));
            }
            return decided;
        });
    }

    private boolean isFollowed(Request request, Suggestion suggestion) {
        return newsroom.sources()
                .findByAddress(suggestion.address())
                .filter(source -> newsroom.following()
                        .get()
                        .communities()
                        .visibleSources(workspace(request))
                        .contains(source.id()))
                .isPresent();
    }

    private boolean hasDigest(Request request) {
        return newsroom.subscriptions().of(workspace(request)).stream()
                .anyMatch(each -> newsroom.subscriptions().nextDue(each.id()).isPresent());
    }

    /** Somebody else was faster. */
    private Answer before(Request request, Suggestion suggestion) {
        boolean approved = suggestions()
                .find(workspace(request), suggestion.id())
                .filter(now -> now.state() == Suggestions.State.APPROVED)
                .isPresent();
        return request.texts()
                .notice(
                        approved ? "suggestions.approved-before" : "suggestions.declined-before",
                        next(request),
                        shown(request, suggestion));
    }

    private List<Action> next(Request request) {
        return suggestions().countOpen(workspace(request)) == 0 ? List.of() : List.of(list(request.texts()));
    }

    private static Action list(Texts texts) {
        return new Action(texts.text("action.suggestions"), "/suggestions");
    }

    private Answer waiting(Request request) {
        Texts texts = request.texts();
        List<Suggestion> open = suggestions().open(workspace(request), SuggestCommand.MOST);
        if (open.isEmpty()) {
            return texts.notice("suggestions.none", List.of());
        }
        int place = Math.min(request.arguments().page(), open.size());
        Suggestion suggestion = open.get(place - 1);
        List<Action> actions = new ArrayList<>(decisions(texts, suggestion.id()));
        if (place < open.size()) {
            actions.add(new Action(
                    texts.text("action.next-suggestion"), "/suggestions page:" + (place + 1), Action.Kind.MORE));
        }
        if (place > 1) {
            actions.add(new Action(
                    texts.text("action.previous-suggestion"), "/suggestions page:" + (place - 1), Action.Kind.BACK));
        }
        String by = by(request, suggestion, place, open.size());
        return card(request, suggestion, actions, by)
                .orElseGet(() -> texts.notice(
                        suggestion.kind() == Kind.SOURCE ? "suggestions.one-source" : "suggestions.one-link",
                        actions,
                        Display.brief(suggestion.address(), SHOWN),
                        by));
    }

    /** Who suggests it, when, and which of how many it is. */
    private static String by(Request request, Suggestion suggestion, int place, int of) {
        Texts texts = request.texts();
        String when =
                new Moments(texts, request.now(), request.asker().workspace().zone()).of(suggestion.at());
        String who = suggestion.name().isEmpty()
                ? texts.text("suggestions.by-member", when)
                : texts.text("suggestions.by", suggestion.name(), when);
        return of == 1 ? who : who + " · " + texts.text("suggestions.place", place, of);
    }

    /** The article alone, as its sentences tell it. */
    private Optional<Answer> card(Request request, Suggestion suggestion, List<Action> actions, String by) {
        return article(request, suggestion)
                .flatMap(article -> newsroom.stories()
                        .storyOf(article.id())
                        .flatMap(id -> newsroom.views().view(id, request.viewer()))
                        .map(story -> {
                            StoryView alone = new StoryView(
                                    story.id(), story.revision(), story.language(), article.title(), List.of(article));
                            List<Statement> summary = newsroom.summarizer().summarize(alone, Summarizer.Length.CARD);
                            return new Answer.StoryCard(
                                    article.title(),
                                    new StoryItem(alone, summary, List.of(), OptionalDouble.empty()),
                                    actions,
                                    Optional.of(by));
                        }));
    }

    private Optional<Article> article(Request request, Suggestion suggestion) {
        return suggestion.kind() == Kind.LINK
                ? references.article(URI.create(suggestion.address()), request.viewer())
                : Optional.empty();
    }

    private String shown(Request request, Suggestion suggestion) {
        return Display.brief(article(request, suggestion).map(Article::title).orElse(suggestion.address()), SHOWN);
    }

    private Suggestions suggestions() {
        return newsroom.voices().suggestions();
    }

    private static WorkspaceId workspace(Request request) {
        return request.asker().workspace().id();
    }
}
