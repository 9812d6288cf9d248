package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.StoryItem;
import news.lede.text.NameFolding;

/** Messages to forums: each opens a post with a title. Discord enforces no nonce there, so whoever posts a second time looks first. */
final class ForumPosts {
    private static final int TITLE = 100;
    private static final int TAGS = 5;
    private static final int PAGE = 50;

    private static final int REMEMBERED = 1000;

    private final Requests requests;
    /** Posts that were opened by this process, so that they need not be looked at. */
    private final Map<String, Opened> opened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Opened> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Opened(String nonce, Look look) {}

    ForumPosts(Requests requests) {
        this.requests = requests;
    }

    /** Opens a post; {@link Reply.Done} holds the thread, whose first message bears its id. */
    Reply open(Channels.Target.Forum forum, Answer answer, String nonce, DataObject message) {
        DataObject body = DataObject.empty().put("name", title(answer)).put("message", message);
        List<String> tags = tags(forum, answer);
        if (!tags.isEmpty()) {
            body.put("applied_tags", tags);
        }
        Reply reply = requests.post("channels/" + forum.id() + "/threads", "threads/" + forum.id(), body);
        if (reply instanceof Reply.Done(JsonNode thread)) {
            synchronized (opened) {
                Look look =
                        message.hasKey("embeds") && !message.getArray("embeds").isEmpty() ? Look.EMBEDS : Look.BOXES;
                opened.put(thread.path("id").asText(), new Opened(nonce, look));
            }
        }
        return reply;
    }

    private static String title(Answer answer) {
        String title = Display.brief(answer.title(), TITLE);
        return title.isBlank() ? "…" : title;
    }

    /** Names a post after what stands in it now. */
    Reply retitle(String thread, Answer answer) {
        return requests.patch(
                "channels/" + thread, "channel/" + thread, DataObject.empty().put("name", title(answer)));
    }

    /** The tags called like the topics of the news; where a post must have one and none is, the first there is. */
    private static List<String> tags(Channels.Target.Forum forum, Answer answer) {
        Set<String> topics = topics(answer);
        List<String> fitting = forum.tags().stream()
                .filter(tag -> topics.contains(NameFolding.fold(tag.name())))
                .map(Channels.Target.Tag::id)
                .limit(TAGS)
                .toList();
        return fitting.isEmpty() && forum.tagged()
                ? forum.tags().stream().limit(1).map(Channels.Target.Tag::id).toList()
                : fitting;
    }

    private static Set<String> topics(Answer answer) {
        List<StoryItem> stories = switch (answer) {
            case Answer.StoryCard card -> List.of(card.story());
            case Answer.StoryList list -> list.stories();
            case Answer.Briefing briefing -> briefing.stories();
            case Answer.Account _, Answer.Listing _, Answer.Notice _ -> List.of();
        };
        return stories.stream()
                .flatMap(story -> story.topic().stream())
                .map(NameFolding::fold)
                .collect(Collectors.toSet());
    }

    /** What was found among the posts, or the answer that kept us from looking. */
    sealed interface Search {
        record Found(SentMessage message) implements Search {}

        record Nothing() implements Search {}

        record Failed(Reply why) implements Search {}
    }

    /** The post of ours, opened at {@code since} or later, whose message is the one named so. */
    Search find(Channels.Target.Forum forum, String nonce, String self, Instant since) {
        Search awake = findAwake(forum, nonce, self, since);
        return awake instanceof Search.Nothing
                ? find("channels/" + forum.id() + "/threads/archived/public?limit=" + PAGE, forum, nonce, self, since)
                : awake;
    }

    /** The same among the posts that are not archived. */
    Search findAwake(Channels.Target.Forum forum, String nonce, String self, Instant since) {
        return find("guilds/" + forum.guild() + "/threads/active", forum, nonce, self, since);
    }

    private Search find(String list, Channels.Target.Forum forum, String nonce, String self, Instant since) {
        Reply reply = requests.get(list, list);
        if (!(reply instanceof Reply.Done(JsonNode body))) {
            return new Search.Failed(reply);
        }
        for (JsonNode thread : candidates(body, forum, self, since).toList()) {
            Search one = look(thread.path("id").asText(), nonce);
            if (!(one instanceof Search.Nothing)) {
                return one;
            }
        }
        return new Search.Nothing();
    }

    private static Stream<JsonNode> candidates(JsonNode body, Channels.Target.Forum forum, String self, Instant since) {
        return StreamSupport.stream(body.path("threads").spliterator(), false)
                .filter(t -> t.path("parent_id").asText().equals(forum.id()))
                .filter(t -> t.path("owner_id").asText().equals(self))
                .filter(t -> time(t.path("thread_metadata").path("create_timestamp"))
                        .map(at -> !at.isBefore(since))
                        .orElse(true));
    }

    static Optional<Instant> time(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.asText()).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Search look(String thread, String nonce) {
        synchronized (opened) {
            Opened known = opened.get(thread);
            if (known != null) {
                return known.nonce().equals(nonce)
                        ? new Search.Found(new SentMessage(thread, thread, known.look()))
                        : new Search.Nothing();
            }
        }
        Reply reply = requests.get("channels/" + thread + "/messages/" + thread, "message/" + thread);
        return switch (reply) {
            case Reply.Done(JsonNode message) ->
                Mark.isOn(message, nonce)
                        ? new Search.Found(new SentMessage(thread, thread, Look.of(message)))
                        : new Search.Nothing();
            // Its message was deleted meanwhile; the post is another one, or nobody can say any more.
            case Reply.Refused _ -> new Search.Nothing();
            case Reply.TooMany _, Reply.NotSent _, Reply.Lost _ -> new Search.Failed(reply);
        };
    }
}
