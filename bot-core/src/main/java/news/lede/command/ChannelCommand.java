package news.lede.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.community.Role;
import news.lede.subscription.Budget;
import news.lede.subscription.Channel;
import news.lede.subscription.ClockText;
import news.lede.subscription.QuietHours;
import news.lede.text.TypedWords;

/** {@code /channel}: how this conversation is told; each call changes what it names and leaves the rest, and shows how it is now. */
final class ChannelCommand implements Handler {
    private static final String REPORTS = "reports";
    private static final List<String> OPTIONS =
            List.of("budget", "quiet", "silent", "mention", "style", "crosspost", "oldnews", REPORTS);
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,9}");
    /** As Discord writes a role that was mentioned, or its id. */
    private static final Pattern ROLE = Pattern.compile("(?:<@&)?(\\d{15,20})>?");

    private final Newsroom newsroom;

    ChannelCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.CHANNEL;
    }

    private sealed interface Read {}

    private record Change(UnaryOperator<Channel> change) implements Read {}

    private record Wrong(Answer.Notice notice) implements Read {}

    /** What is wrong with what a call names. */
    static Optional<Answer.Notice> fault(Request request) {
        return OPTIONS.stream()
                .flatMap(option ->
                        request.arguments().text(option).map(typed -> read(option, typed, request.texts())).stream())
                .flatMap(read -> read instanceof Wrong(Answer.Notice notice) ? Stream.of(notice) : Stream.empty())
                .findFirst();
    }

    @Override
    public Answer answer(Request request) {
        List<UnaryOperator<Channel>> changes = new ArrayList<>();
        for (String option : OPTIONS) {
            Optional<String> typed = request.arguments().text(option);
            if (typed.isPresent()) {
                switch (read(option, typed.get(), request.texts())) {
                    case Wrong(Answer.Notice notice) -> {
                        return notice;
                    }
                    case Change(UnaryOperator<Channel> change) -> changes.add(change);
                }
            }
        }
        if (!request.asker().decidesHere()) {
            return request.refused(request.texts().notice("channel.not-yours", List.of()));
        }
        // Editors do not read reports, so none may have them come to a place of theirs.
        if (request.arguments().text(REPORTS).isPresent()
                && !request.asker().role().may(Role.MODERATOR)) {
            return request.refused(request.texts().notice("channel.reports-not-yours", List.of()));
        }
        var conversation = request.asker().conversation().id();
        Channel channel = changes.isEmpty()
                ? newsroom.subscriptions().channel(conversation)
                : request.changing(
                        request.matters().channel(),
                        ChannelMatter.subject(conversation),
                        () -> newsroom.subscriptions().change(conversation, now -> all(changes, now)));
        Set<String> named = request.arguments().invocation().options().keySet();
        Optional<String> meanwhile = changes.isEmpty()
                ? Optional.empty()
                : Meanwhile.said(
                        newsroom, request, request.matters().channel(), ChannelMatter.subject(conversation), named);
        return shown(request, channel, !changes.isEmpty(), meanwhile);
    }

    private static Channel all(List<UnaryOperator<Channel>> changes, Channel now) {
        Channel changed = now;
        for (UnaryOperator<Channel> change : changes) {
            changed = change.apply(changed);
        }
        return changed;
    }

    private static Read read(String option, String typed, Texts texts) {
        String shown = Display.brief(typed, CommandLine.ECHOED);
        Optional<UnaryOperator<Channel>> change = switch (option) {
            case "budget" -> budget(typed);
            case "quiet" -> quiet(typed);
            case "silent" -> SpokenChoice.SILENT.of(typed).map(chosen -> channel -> channel.withSilence(chosen));
            case "mention" -> mention(typed);
            case "crosspost" -> YesNo.of(typed).map(chosen -> channel -> channel.withHandedOn(chosen));
            case REPORTS -> YesNo.of(typed).map(chosen -> channel -> channel.withReports(chosen));
            case "oldnews" -> YesNo.of(typed).map(chosen -> channel -> channel.withOldNews(chosen));
            default -> SpokenChoice.STYLE.of(typed).map(chosen -> channel -> channel.withStyle(chosen));
        };
        return change.<Read>map(Change::new)
                .orElseGet(() ->
                        new Wrong(texts.notice("channel." + option, List.of(), shown, Budget.FEWEST, Budget.MOST)));
    }

    private static Optional<UnaryOperator<Channel>> budget(String typed) {
        if (TypedWords.mean("standard", typed)) {
            return Optional.of(channel -> channel.withBudget(OptionalInt.empty()));
        }
        return Optional.of(typed)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(Integer::parseInt)
                .filter(Budget::isOne)
                .map(aDay -> channel -> channel.withBudget(OptionalInt.of(aDay)));
    }

    private static Optional<UnaryOperator<Channel>> quiet(String typed) {
        if (TypedWords.mean("off", typed)) {
            return Optional.of(channel -> channel.withQuiet(Optional.empty()));
        }
        return ClockText.span(typed).map(hours -> channel -> channel.withQuiet(Optional.of(hours)));
    }

    private static Optional<UnaryOperator<Channel>> mention(String typed) {
        if (TypedWords.mean("off", typed)) {
            return Optional.of(channel -> channel.withMention(Optional.empty()));
        }
        Matcher role = ROLE.matcher(typed);
        if (!role.matches()) {
            return Optional.empty();
        }
        String id = role.group(1);
        return Optional.of(channel -> channel.withMention(Optional.of(id)));
    }

    private Answer shown(Request request, Channel channel, boolean changed, Optional<String> meanwhile) {
        Texts texts = request.texts();
        var zone = request.asker().workspace().zone();
        List<Listing.Line> lines = new ArrayList<>();
        meanwhile.ifPresent(said -> lines.add(new Listing.Line("/audit", said)));
        lines.add(new Listing.Line("budget", budget(texts, channel.budget())));
        lines.add(new Listing.Line(
                "quiet", channel.quiet().map(hours -> quiet(texts, hours)).orElse(texts.text("channel.no-quiet"))));
        lines.add(new Listing.Line(
                "silent", texts.text("channel.silent." + SpokenChoice.SILENT.typed(channel.silence()))));
        lines.add(new Listing.Line(
                "mention",
                channel.mention()
                        .map(id -> texts.text("channel.mention", id))
                        .orElse(texts.text("channel.no-mention"))));
        lines.add(new Listing.Line("style", texts.text("channel.style." + SpokenChoice.STYLE.typed(channel.style()))));
        if (channel.handedOn()) {
            lines.add(new Listing.Line("crosspost", texts.text("channel.crosspost")));
        }
        if (channel.oldNews()) {
            lines.add(new Listing.Line("oldnews", texts.text("channel.oldnews")));
        }
        if (channel.reports()) {
            lines.add(new Listing.Line(REPORTS, texts.text("channel.reports")));
        }
        lines.add(new Listing.Line("timezone", ZoneNames.shown(zone)));
        new SubscriptionWords(newsroom, texts, request.now())
                .paused(channel.pausedUntil(), zone)
                .ifPresent(paused -> lines.add(new Listing.Line("pause", paused)));
        return new Listing(
                Listing.Kind.SETTINGS,
                texts.text(changed ? "title.channel-saved" : "title.channel"),
                List.of(new Listing.Section("", lines)),
                List.of(),
                Optional.of(texts.text("note.channel")));
    }

    /** Budget, quiet hours and style on one line. */
    static String inShort(Texts texts, Channel channel) {
        return String.join(
                " · ",
                budget(texts, channel.budget()),
                channel.quiet().map(hours -> quiet(texts, hours)).orElse(texts.text("channel.no-quiet")),
                texts.text("channel.style." + SpokenChoice.STYLE.typed(channel.style())));
    }

    static String budget(Texts texts, OptionalInt chosen) {
        return texts.count(
                chosen.isPresent() ? "channel.budget" : "channel.budget-standard",
                Budget.of(chosen).aDay());
    }

    static String quiet(Texts texts, QuietHours hours) {
        return texts.text(
                "channel.quiet", hours.from().toString(), hours.until().toString());
    }
}
