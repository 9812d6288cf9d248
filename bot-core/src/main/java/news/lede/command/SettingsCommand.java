package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Texts;
import news.lede.community.Communities;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.story.StoryVotes.Tally;
import news.lede.subscription.Channel;
import news.lede.text.Language;

/** {@code /settings}: what is set here, each with the command that changes it. */
final class SettingsCommand implements Handler {
    private final Newsroom newsroom;
    private final CommunityTransfer transfer;

    SettingsCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.transfer = new CommunityTransfer(newsroom);
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.SETTINGS;
    }

    @Override
    public Answer answer(Request request) {
        return transfer.answer(request).orElseGet(() -> shown(request));
    }

    private Answer shown(Request request) {
        Texts texts = request.texts();
        boolean alone = Targets.alone(request).isPresent();
        return new Listing(
                Listing.Kind.SETTINGS,
                texts.text("title.settings"),
                List.of(
                        new Listing.Section(texts.text("settings.speaking"), speaking(request)),
                        new Listing.Section(texts.text("settings.telling"), telling(request)),
                        new Listing.Section(texts.text("settings.news"), news(request))),
                actions(request),
                alone || request.asker().role().may(Role.MODERATOR)
                        ? Optional.empty()
                        : Optional.of(texts.text("note.settings")));
    }

    private static List<Action> actions(Request request) {
        Texts texts = request.texts();
        List<Action> actions = new ArrayList<>(List.of(
                new Action(texts.text("action.subscriptions"), "/subscriptions"),
                new Action(texts.text("action.sources"), "/sources"),
                new Action(texts.text("action.topics"), "/topics")));
        if (request.asker().role().may(Role.MODERATOR)) {
            actions.add(new Action(texts.text("action.settings-export"), "/settings export:yes"));
            actions.add(new Action(texts.text("action.settings-import"), "/settings import:yes"));
        }
        return actions;
    }

    private static List<Listing.Line> speaking(Request request) {
        Texts texts = request.texts();
        Workspace workspace = request.asker().workspace();
        String language = workspace
                .spoken()
                .map(Tongues::own)
                .orElseGet(() -> texts.text(
                        "settings.language-app",
                        Tongues.own(new Language(texts.locale().getLanguage()))));
        return List.of(
                line(CommandSpecs.LANGUAGE, language), line(CommandSpecs.TIMEZONE, ZoneNames.shown(workspace.zone())));
    }

    private List<Listing.Line> telling(Request request) {
        Texts texts = request.texts();
        var conversation = request.asker().conversation().id();
        Channel channel = newsroom.subscriptions().channel(conversation);
        List<Listing.Line> lines = new ArrayList<>();
        lines.add(line(
                CommandSpecs.SUBSCRIPTIONS,
                texts.count(
                        "settings.subscriptions",
                        newsroom.subscriptions().of(conversation).size())));
        lines.add(line(CommandSpecs.CHANNEL, ChannelCommand.inShort(texts, channel)));
        new SubscriptionWords(newsroom, texts, request.now())
                .paused(channel.pausedUntil(), request.asker().workspace().zone())
                .ifPresent(paused -> lines.add(line(CommandSpecs.PAUSE, paused)));
        return lines;
    }

    private List<Listing.Line> news(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        List<Listing.Line> lines = new ArrayList<>();
        lines.add(line(CommandSpecs.SOURCES, sources(request)));
        int own = newsroom.tuning().defined().of(workspace).size();
        String topics = texts.count(
                "settings.topics", newsroom.topics().get().of(workspace).size());
        lines.add(line(
                CommandSpecs.TOPICS, own == 0 ? topics : topics + " · " + texts.count("settings.topics-own", own)));
        Tally votes = newsroom.voices().votes().all(workspace);
        boolean moderates = request.asker().role().may(Role.MODERATOR);
        lines.add(line(
                moderates ? CommandSpecs.VOTES : CommandSpecs.VOTE,
                texts.text("settings.votes", votes.good(), votes.bad())));
        if (moderates) {
            lines.add(line(
                    CommandSpecs.REPORTS,
                    texts.count("settings.reports", newsroom.voices().reports().countOpen(workspace))));
        }
        return lines;
    }

    private String sources(Request request) {
        Texts texts = request.texts();
        WorkspaceId workspace = request.asker().workspace().id();
        Communities communities = newsroom.following().get().communities();
        List<String> parts = new ArrayList<>();
        parts.add(texts.count("settings.sources", request.viewer().sources().size()));
        int own = communities.ownSources(workspace).size();
        if (own > 0) {
            parts.add(texts.count("settings.sources-own", own));
        }
        List<String> packs = communities.followedPacks(workspace).stream()
                .filter(pack -> !pack.equals(Communities.DEFAULT_PACK))
                .sorted()
                .toList();
        if (!packs.isEmpty()) {
            parts.add(texts.text("settings.packs", texts.list(packs)));
        }
        return String.join(" · ", parts);
    }

    private static Listing.Line line(CommandSpec command, String text) {
        return new Listing.Line("/" + command.name(), text);
    }
}
