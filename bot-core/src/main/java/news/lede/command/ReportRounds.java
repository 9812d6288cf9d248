package news.lede.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.lede.alert.Lane;
import news.lede.alert.Messenger;
import news.lede.alert.Messenger.Result;
import news.lede.alert.Pacing;
import news.lede.alert.Suspensions;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.article.ArticleId;
import news.lede.community.Asker;
import news.lede.community.Communities;
import news.lede.community.Conversation;
import news.lede.community.ConversationId;
import news.lede.community.PersonKey;
import news.lede.community.Role;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import news.lede.story.Stories;
import news.lede.story.StoryId;
import news.lede.story.StoryReports;
import news.lede.story.StoryReports.Report;
import news.lede.subscription.Channel;
import news.lede.subscription.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what members report to where moderators wish to read it, on one platform: as {@code /reports} shows it, with the sentences and links of the story, without names. A story comes once until it is
 * settled, a few at a time and with a pause after each few, so that nobody makes noise by reporting. For one thread.
 */
public final class ReportRounds {
    /** After a message a workspace is left alone for so long. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ReportRounds.class);
    private static final int AT_ONCE = 3;
    private static final int LOOKED_AT = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NewsDesk desk;
    private final Books books;
    private final Messenger messenger;
    private final Pacing pacing;
    private final InstantSource clock;
    private final Map<WorkspaceId, Instant> resting = new HashMap<>();

    /** Where it is kept what was reported, and who wishes to read it. */
    public record Books(
            Communities communities,
            Subscriptions subscriptions,
            StoryReports reports,
            Stories stories,
            Suspensions suspensions) {}

    /** A place where reports are read. */
    private record Room(Conversation conversation, Workspace workspace, Channel channel) {}

    public ReportRounds(NewsDesk desk, Books books, Messenger messenger, Pacing pacing, InstantSource clock) {
        this.desk = desk;
        this.books = books;
        this.messenger = messenger;
        this.pacing = pacing;
        this.clock = clock;
    }

    /** Brings what is new to every place that wishes to hear of it; may wait for the pace of the platform. */
    public void round() throws InterruptedException {
        Instant now = clock.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        Map<WorkspaceId, List<Room>> rooms = new LinkedHashMap<>();
        for (Conversation conversation : books.subscriptions().hearingReports(messenger.platform())) {
            if (!resting.containsKey(conversation.workspace())) {
                room(conversation, now)
                        .ifPresent(room -> rooms.computeIfAbsent(conversation.workspace(), _ -> new ArrayList<>())
                                .add(room));
            }
        }
        for (Map.Entry<WorkspaceId, List<Room>> entry : rooms.entrySet()) {
            try {
                workspace(entry.getKey(), entry.getValue(), now);
            } catch (RuntimeException e) {
                LOG.error("bringing reports failed workspace={}", entry.getKey(), e);
                resting.put(entry.getKey(), now.plus(PAUSE));
            }
        }
    }

    /** Empty while it is quiet there, or cannot be written to. */
    private Optional<Room> room(Conversation conversation, Instant now) {
        Channel channel = books.subscriptions().channel(conversation.id());
        return books.communities()
                .find(conversation.workspace())
                .filter(workspace -> channel.quiet()
                                .flatMap(hours -> hours.endAfter(now, workspace.zone()))
                                .isEmpty()
                        && books.suspensions().find(conversation.id()).isEmpty())
                .map(workspace -> new Room(conversation, workspace, channel));
    }

    private void workspace(WorkspaceId workspace, List<Room> rooms, Instant now) throws InterruptedException {
        int brought = 0;
        for (Map.Entry<StoryId, List<Report>> entry : byStory(workspace).entrySet()) {
            List<ArticleId> articles =
                    entry.getValue().stream().map(Report::article).distinct().toList();
            boolean before = entry.getValue().stream().anyMatch(Report::told);
            boolean fresh = entry.getValue().stream().anyMatch(report -> !report.told());
            if (before && fresh) {
                books.reports().tell(workspace, articles, now);
            } else if (fresh && brought < AT_ONCE && books.reports().tell(workspace, articles, now)) {
                brought++;
                bring(workspace, entry.getKey(), articles, rooms, now);
            }
        }
        if (brought > 0) {
            resting.put(workspace, now.plus(PAUSE));
        }
    }

    private Map<StoryId, List<Report>> byStory(WorkspaceId workspace) {
        List<Report> open = books.reports().open(workspace, LOOKED_AT);
        Map<ArticleId, StoryId> stories =
                books.stories().storiesOf(open.stream().map(Report::article).toList());
        return open.stream()
                .filter(report -> stories.containsKey(report.article()))
                .collect(Collectors.groupingBy(
                        report -> stories.getOrDefault(report.article(), new StoryId(0)),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** What arrived nowhere and may later is brought again. */
    private void bring(WorkspaceId workspace, StoryId story, List<ArticleId> articles, List<Room> rooms, Instant now)
            throws InterruptedException {
        boolean arrived = false;
        boolean later = false;
        for (Room room : rooms) {
            switch (send(room, story, now)) {
                case Result.Delivered _, Result.Unknown _ -> arrived = true;
                case Result.RetryAt _, Result.Moved _, Result.Unreachable _ -> later = true;
                case Result.Refused _, Result.Gone _ -> {}
            }
        }
        if (later && !arrived) {
            books.reports().untell(workspace, articles);
        }
        LOG.info("reports brought workspace={} story={} arrived={}", workspace, story, arrived);
    }

    private Result send(Room room, StoryId story, Instant now) throws InterruptedException {
        Workspace workspace = room.workspace();
        Texts texts = Texts.in(Locale.forLanguageTag(workspace.language().code()));
        // Whoever reads there moderates; nothing but reading is done in their name.
        Asker reader = new Asker(
                new PersonKey(messenger.platform(), "reports"),
                Role.MODERATOR,
                workspace,
                room.conversation(),
                texts.locale(),
                books.communities().viewer(workspace.id()));
        Answer answer = desk.answer(reader, "/reports story:" + story);
        if (answer instanceof Answer.Notice) {
            return new Result.Refused("nothing of it is seen there");
        }
        if (!pacing.acquire(Lane.DIGEST, room.conversation().place(), PATIENCE)) {
            return new Result.RetryAt(PATIENCE, false, "not our turn");
        }
        return messenger.send(new Messenger.Outgoing(
                room.conversation().place(),
                nonce(room.conversation().id(), story, now),
                answer,
                new Phrases(texts, now, workspace.zone()),
                false,
                Optional.empty(),
                Optional.empty(),
                room.channel().style()));
    }

    /** No platform takes a name of more than 25 letters. */
    static String nonce(ConversationId where, StoryId story, Instant now) {
        return "r" + written(where.value()) + "-" + written(story.value()) + "-" + written(now.getEpochSecond());
    }

    private static String written(long number) {
        return Long.toString(number, Character.MAX_RADIX);
    }
}
