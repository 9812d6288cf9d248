package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.alert.Messenger;
import news.lede.alert.Receipt;
import news.lede.answer.Answer;
import news.lede.community.Place;
import news.lede.discord.Channels.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages to the channels, threads, forums and direct messages of Discord. What stands in the outbox is named to Discord by its nonce, which keeps it from standing there
 * twice for some minutes, and is marked, so that it can be found for as long as it stands. Thread-safe; blocks.
 */
final class DiscordMessenger implements Messenger {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordMessenger.class);
    private static final int SILENT = 1 << 12;
    private static final int COMPONENTS_V2 = 1 << 15;
    private static final int THREAD_ARCHIVED = 50083;
    private static final int NOT_A_TEXT_CHANNEL = 50008;
    private static final int PAGE = 100;
    /** 5,000 messages: more than are written in a channel in the time that we look back. */
    private static final int PAGES = 50;

    /** From an attempt whose answer was lost to the next one; after that whoever sends looks first. */
    private static final Duration ATTEMPTS_LAST = Duration.ofMinutes(15);

    /** How far our clock and Discord's may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private static final Duration NOT_CONNECTED = Duration.ofSeconds(2);

    private final Requests requests;
    private final Account account;
    private final Channels channels;
    private final ForumPosts forums;
    private final CrossPosts crossPosts;
    private final Predicate<Place> handsOn;
    private final InstantSource clock;

    /**
     * @param account nothing is told before it is known
     * @param handsOn whether messages to a place shall be handed on to those who follow it
     */
    DiscordMessenger(
            Requests requests,
            Channels channels,
            Account account,
            CrossPosts crossPosts,
            Predicate<Place> handsOn,
            InstantSource clock) {
        this.crossPosts = crossPosts;
        this.handsOn = handsOn;
        this.clock = clock;
        this.requests = requests;
        this.account = account;
        this.channels = channels;
        this.forums = new ForumPosts(requests);
    }

    @Override
    public String platform() {
        return "discord";
    }

    @Override
    public Place inPrivate(String person) {
        return Channels.alone(person);
    }

    @Override
    public Result send(Outgoing message) {
        if (account.id().isEmpty()) {
            return new Result.RetryAt(NOT_CONNECTED, true, "not connected yet");
        }
        return switch (target(message)) {
            case Target.Channel channel -> post(channel, message);
            case Target.Forum forum -> open(forum, message);
            case Target.Nowhere(Reply why) -> unsent(Verdict.of(why, false));
        };
    }

    /** Where it goes; what goes on from a post of a forum goes there. */
    private Target target(Outgoing message) {
        Target target = channels.of(message.place());
        return target instanceof Target.Forum && message.replyTo().isPresent()
                ? channels.of(new Place(
                        platform(), SentMessage.of(message.replyTo().get()).channel(), Optional.empty()))
                : target;
    }

    /** Opening direct messages sends none, whatever became of it. */
    private static Result unsent(Result result) {
        return result instanceof Result.Unknown(String detail)
                ? new Result.RetryAt(NOT_CONNECTED, false, detail)
                : result;
    }

    private Result post(Target.Channel channel, Outgoing message) {
        DataObject body = creation(
                message,
                message.replyTo().map(SentMessage::of).filter(to -> to.channel().equals(channel.id())));
        String path = "channels/" + channel.id() + "/messages";
        Reply reply = requests.post(path, path, body);
        if (reply instanceof Reply.Refused refused && refused.code() == THREAD_ARCHIVED) {
            Reply opened = reopen(channel.id());
            if (!(opened instanceof Reply.Done)) {
                return unsent(Verdict.of(opened instanceof Reply.Refused ? reply : opened, channel.known()));
            }
            reply = requests.post(path, path, body);
        }
        if (reply instanceof Reply.Refused refused
                && refused.code() == NOT_A_TEXT_CHANNEL
                && channels.learnForum(channel.id())) {
            return send(message);
        }
        Optional<Result> delivered = delivered(reply, channel.id(), Look.of(message.style()));
        delivered.ifPresent(result -> handOn(result, channel.id(), message.place()));
        return delivered.orElse(Verdict.of(reply, channel.known()));
    }

    /** Where the channel is one that others follow, and its moderators want that. A failure on the way is none of the message's, which stands there. */
    private void handOn(Result result, String channel, Place place) {
        try {
            if (result instanceof Result.Delivered(Receipt receipt)
                    && channels.isPerhapsFollowable(channel)
                    && handsOn.test(place)
                    && channels.isFollowable(channel)) {
                crossPosts.publish(SentMessage.of(receipt));
            }
        } catch (RuntimeException e) {
            LOG.warn("not handed on channel={}", channel, e);
        }
    }

    private Reply reopen(String thread) {
        return requests.patch(
                "channels/" + thread, "channel/" + thread, DataObject.empty().put("archived", false));
    }

    private Result open(Target.Forum forum, Outgoing message) {
        // No nonce is enforced there, so this may be the second attempt at a post that stands.
        Instant lately = clock.instant().minus(ATTEMPTS_LAST);
        switch (forums.findAwake(forum, message.nonce(), account.id().orElseThrow(), lately)) {
            case ForumPosts.Search.Found(SentMessage there) -> {
                return new Result.Delivered(there.receipt());
            }
            case ForumPosts.Search.Failed(Reply why) -> {
                return unsent(Verdict.of(why, true));
            }
            case ForumPosts.Search.Nothing() -> {
                // Then it is to be opened.
            }
        }
        Reply reply = forums.open(forum, message.answer(), message.nonce(), body(message));
        if (reply instanceof Reply.Done(JsonNode thread) && thread.hasNonNull("id")) {
            String id = thread.path("id").asText();
            String first = thread.path("message").path("id").asText(id);
            return new Result.Delivered(new SentMessage(id, first, Look.of(message.style())).receipt());
        }
        return Verdict.of(reply, true);
    }

    private static Optional<Result> delivered(Reply reply, String channel, Look look) {
        return reply instanceof Reply.Done(JsonNode sent) && sent.hasNonNull("id")
                ? Optional.of(new Result.Delivered(
                        new SentMessage(channel, sent.path("id").asText(), look).receipt()))
                : Optional.empty();
    }

    @Override
    public Result edit(Receipt receipt, Outgoing message) {
        SentMessage sent = SentMessage.of(receipt);
        DataObject drawn = body(message, sent.look());
        DataObject body = DataObject.empty()
                .put("components", drawn.getArray("components"))
                .put("allowed_mentions", drawn.getObject("allowed_mentions"));
        switch (sent.look()) {
            case BOXES -> body.put("flags", COMPONENTS_V2);
            case EMBEDS -> body.put("embeds", drawn.getArray("embeds"));
        }
        Reply reply = changed(sent, body);
        boolean emptied = message.answer() instanceof Answer.Notice;
        if (reply instanceof Reply.Refused refused && refused.code() == THREAD_ARCHIVED) {
            if (!emptied) {
                // An archived thread is left in peace: nobody reads along there any more.
                return new Result.Gone(refused.detail());
            }
            // What was taken back can be found there all the same.
            Reply reopened = reopen(sent.channel());
            reply = reopened instanceof Reply.Done ? changed(sent, body) : reopened;
        }
        if (reply instanceof Reply.Done && emptied && sent.channel().equals(sent.message())) {
            reply = forums.retitle(sent.channel(), message.answer());
        }
        return reply instanceof Reply.Done
                ? new Result.Delivered(receipt)
                : Verdict.of(reply, channels.isPerhapsOurs(sent.channel()));
    }

    private Reply changed(SentMessage sent, DataObject body) {
        return requests.patch(
                "channels/" + sent.channel() + "/messages/" + sent.message(), "messages/" + sent.channel(), body);
    }

    /** What is sent to create a message in a channel, in reply to another one there. */
    static DataObject creation(Outgoing message, Optional<SentMessage> replyTo) {
        DataObject body = body(message).put("nonce", message.nonce()).put("enforce_nonce", true);
        replyTo.ifPresent(to -> body.put(
                "message_reference",
                DataObject.empty().put("message_id", to.message()).put("fail_if_not_exists", false)));
        return body;
    }

    private static DataObject body(Outgoing message) {
        return body(message, Look.of(message.style()));
    }

    private static DataObject body(Outgoing message, Look look) {
        MessageView view = new MessageView(message.phrases().texts(), message.phrases());
        Manner manner = Manner.told(look, message.style(), Mark.of(message.nonce()), message.mention());
        DataObject body = view.message(message.answer(), manner).toData();
        return message.silent() ? body.put("flags", body.getInt("flags", 0) | SILENT) : body;
    }

    @Override
    public boolean canLook() {
        return true;
    }

    @Override
    public Sighting find(Outgoing message, Instant since) {
        if (account.id().isEmpty()) {
            return new Sighting.Failed(new Result.RetryAt(NOT_CONNECTED, true, "not connected yet"));
        }
        Instant earliest = since.minus(CLOCKS_DIFFER);
        if (message.place().thread().isEmpty()) {
            channels.learnForum(message.place().chat());
        }
        return switch (target(message)) {
            case Target.Channel channel -> {
                Sighting sighting = channels.readable(channel.id())
                        ? read(channel, message.nonce(), earliest)
                        : new Sighting.Unseeable();
                if (sighting instanceof Sighting.Found(Receipt there)) {
                    handOn(new Result.Delivered(there), channel.id(), message.place());
                }
                yield sighting;
            }
            case Target.Forum forum -> among(forum, message.nonce(), earliest);
            case Target.Nowhere(Reply why) -> new Sighting.Failed(unsent(Verdict.of(why, false)));
        };
    }

    private Sighting among(Target.Forum forum, String nonce, Instant earliest) {
        if (!channels.readable(forum.id())) {
            return new Sighting.Unseeable();
        }
        return switch (forums.find(forum, nonce, account.id().orElseThrow(), earliest)) {
            case ForumPosts.Search.Found(SentMessage message) -> new Sighting.Found(message.receipt());
            case ForumPosts.Search.Nothing() -> new Sighting.Absent();
            case ForumPosts.Search.Failed(Reply why) -> new Sighting.Failed(unsent(Verdict.of(why, true)));
        };
    }

    /** From the newest message back to the earliest that it can be. */
    private Sighting read(Target.Channel channel, String nonce, Instant earliest) {
        String path = "channels/" + channel.id() + "/messages?limit=" + PAGE;
        String before = "";
        for (int page = 0; page < PAGES; page++) {
            Reply reply = requests.get(path + before, "messages/" + channel.id());
            if (!(reply instanceof Reply.Done(JsonNode messages))) {
                return new Sighting.Failed(unsent(Verdict.of(reply, channel.known())));
            }
            List<JsonNode> read = messages.valueStream().toList();
            if (read.isEmpty() && before.isEmpty() && channels.isElsewhere(channel.id())) {
                // Discord shows nothing, too, to whoever may not read what was written before.
                return new Sighting.Unseeable();
            }
            for (JsonNode one : read) {
                if (Mark.isOn(one, nonce)) {
                    return new Sighting.Found(
                            new SentMessage(channel.id(), one.path("id").asText(), Look.of(one)).receipt());
                }
            }
            boolean past = !read.isEmpty()
                    && ForumPosts.time(read.getLast().path("timestamp"))
                            .map(at -> at.isBefore(earliest))
                            .orElse(false);
            if (read.size() < PAGE || past) {
                return new Sighting.Absent();
            }
            before = "&before=" + read.getLast().path("id").asText();
        }
        return new Sighting.Absent();
    }

    void close() {
        requests.close();
    }
}
