package news.lede.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.WorkspaceId;
import news.lede.subscription.Channel;
import news.lede.subscription.ClockText;
import news.lede.subscription.Subscriptions;

/** How a conversation is told, under the options of {@code /channel}; the subject is its number. */
final class ChannelMatter implements Matter {
    private final Newsroom newsroom;

    ChannelMatter(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** The subject of a conversation. */
    static String subject(ConversationId conversation) {
        return conversation.toString();
    }

    @Override
    public String action() {
        return "channel";
    }

    @Override
    public Map<String, String> read(WorkspaceId workspace, String subject) {
        return conversation(workspace, subject)
                .map(there -> fields(subscriptions().channel(there)))
                .orElse(Map.of());
    }

    @Override
    public boolean write(Asker asker, String subject, Map<String, String> fields, Instant now) {
        Optional<ConversationId> there = conversation(asker.workspace().id(), subject);
        there.ifPresent(id -> subscriptions().change(id, channel -> with(channel, fields)));
        return there.isPresent();
    }

    private Subscriptions subscriptions() {
        return newsroom.subscriptions();
    }

    private Optional<ConversationId> conversation(WorkspaceId workspace, String subject) {
        Communities communities = newsroom.following().get().communities();
        return communities
                .find(new ConversationId(Long.parseLong(subject)))
                .filter(there -> there.workspace().equals(workspace))
                .map(Conversation::id);
    }

    private static Map<String, String> fields(Channel channel) {
        Map<String, String> fields = new LinkedHashMap<>();
        channel.budget().ifPresent(aDay -> fields.put("budget", Integer.toString(aDay)));
        channel.quiet().ifPresent(hours -> fields.put("quiet", hours.from() + "-" + hours.until()));
        fields.put("silent", SpokenChoice.SILENT.typed(channel.silence()));
        fields.put("style", SpokenChoice.STYLE.typed(channel.style()));
        channel.mention().ifPresent(role -> fields.put("mention", role));
        if (channel.handedOn()) {
            fields.put("crosspost", "yes");
        }
        if (channel.oldNews()) {
            fields.put("oldnews", "yes");
        }
        if (channel.reports()) {
            fields.put("reports", "yes");
        }
        channel.pausedUntil().ifPresent(until -> fields.put("pause", until.toString()));
        return fields;
    }

    private static Channel with(Channel channel, Map<String, String> fields) {
        Channel standard = Channel.standard(channel.conversation());
        return channel.withBudget(present(fields, "budget")
                        .map(aDay -> OptionalInt.of(Integer.parseInt(aDay)))
                        .orElse(OptionalInt.empty()))
                .withQuiet(present(fields, "quiet").flatMap(ClockText::span))
                .withSilence(present(fields, "silent")
                        .flatMap(SpokenChoice.SILENT::of)
                        .orElse(standard.silence()))
                .withStyle(
                        present(fields, "style").flatMap(SpokenChoice.STYLE::of).orElse(standard.style()))
                .withMention(present(fields, "mention"))
                .withHandedOn(fields.containsKey("crosspost"))
                .withOldNews(fields.containsKey("oldnews"))
                .withReports(fields.containsKey("reports"))
                .pausedUntil(present(fields, "pause").map(Instant::parse));
    }

    private static Optional<String> present(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
