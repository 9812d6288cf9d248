package news.lede.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an interaction its answer. What is at hand within {@link #PATIENCE_MILLIS} is the first answer itself, seen by all or by the asker alone as suits it.
 * What takes longer is announced by a deferral and put in its place when it comes; who sees it was decided by the deferral then, but for what only the asker should see: before that a public
 * deferral is taken away. Every interaction is acknowledged once, whatever happens. Thread-safe.
 */
final class FirstAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
    /** Discord waits for 3 s; people see "thinking" from the deferral on. Answers from the store come in a tenth of this. */
    static final long PATIENCE_MILLIS = 150;

    /** Where another process may have the connection by now, it hears of the interaction as well and goes first; when it has not, this is in time all the same. */
    static final long UNSURE_MILLIS = 1_500;

    private static final int EPHEMERAL = 1 << 6;

    private enum State {
        OPEN,
        DEFERRED,
        ANSWERED
    }

    private final IReplyCallback event;
    private final String what;
    private final boolean deferredPrivately;
    private final Optional<IMessageEditCallback> page;
    private final Supplier<MessageCreateData> failure;
    private final Runnable done;
    private State state = State.OPEN;

    /**
     * {@code deferredPrivately}: that an answer is on its way is told to the asker alone. {@code page}: the message of a form that the interaction is on, where its next page may take its place.
     * {@code failure}: makes what to show when the answer itself is refused. {@code done} runs once, when nothing more will be sent.
     */
    FirstAnswer(
            IReplyCallback event,
            String what,
            boolean deferredPrivately,
            Optional<IMessageEditCallback> page,
            Supplier<MessageCreateData> failure,
            Runnable done) {
        this.event = event;
        this.what = what;
        this.deferredPrivately = deferredPrivately;
        this.page = page;
        this.failure = failure;
        this.done = done;
    }

    /** @param sure whether nobody else can be about to answer it */
    void deferSoon(ScheduledExecutorService timer, boolean sure) {
        timer.schedule(this::deferIfOpen, sure ? PATIENCE_MILLIS : UNSURE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void deferIfOpen() {
        if (state == State.OPEN) {
            state = State.DEFERRED;
            RestAction<InteractionHook> deferral = page.<RestAction<InteractionHook>>map(
                            IMessageEditCallback::deferEdit)
                    .orElseGet(() -> event.deferReply(deferredPrivately));
            deferral.queue(hook -> {}, e -> LOG.warn("deferral lost what={} error={}", what, brief(e)));
        }
    }

    /** Shows the messages, the first in place of the deferral if there was one. */
    synchronized void answer(List<MessageCreateData> messages, boolean privately) {
        if (state == State.ANSWERED) {
            throw new IllegalStateException("answered already: " + what);
        }
        boolean deferred = state == State.DEFERRED;
        state = State.ANSWERED;
        List<MessageCreateData> rest = new ArrayList<>(messages.subList(1, messages.size()));
        if (!deferred) {
            event.reply(messages.getFirst())
                    .setEphemeral(privately)
                    .queue(hook -> followUp(rest, privately), this::notTaken);
        } else if (page.isPresent()) {
            // The page stays as it is; what is said goes below it.
            followUp(messages, true);
        } else if (privately && !deferredPrivately) {
            takeBack(messages);
        } else {
            fillDeferred(messages.getFirst(), rest);
        }
    }

    /** Whether what is shown may take the place of the message that the interaction is on. */
    boolean turnsPage() {
        return page.isPresent();
    }

    /** Shows the first of the messages in place of the one that the interaction is on, the others below it. */
    synchronized void turn(List<MessageCreateData> messages) {
        boolean deferred = state == State.DEFERRED;
        state = State.ANSWERED;
        MessageCreateData first = messages.getFirst();
        List<MessageCreateData> rest = messages.subList(1, messages.size());
        if (deferred) {
            fillDeferred(first, rest);
        } else {
            page.orElseThrow()
                    .editMessage(MessageEditData.fromCreateData(first))
                    .queue(hook -> followUp(rest, true), this::notTaken);
        }
    }

    /** Everybody saw that something comes; what comes is for one of them. Where it cannot be taken away it is filled: better seen by all than not at all. */
    private void takeBack(List<MessageCreateData> messages) {
        event.getHook().deleteOriginal().queue(gone -> followUp(messages, true), error -> {
            LOG.warn("deferral not taken back what={} error={}", what, brief(error));
            fillDeferred(messages.getFirst(), messages.subList(1, messages.size()));
        });
    }

    private void fillDeferred(MessageCreateData first, List<MessageCreateData> rest) {
        edit(first, () -> followUp(rest, deferredPrivately), error -> {
            LOG.warn("answer lost what={} error={}", what, brief(error));
            edit(failure.get(), done, e -> done.run());
        });
    }

    private void edit(MessageCreateData message, Runnable success, Consumer<Throwable> otherwise) {
        filling(message)
                // JDA's defaults for mentions hold for new messages only.
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false)
                .queue(m -> success.run(), otherwise);
    }

    private WebhookMessageEditAction<Message> filling(MessageCreateData message) {
        WebhookMessageEditAction<Message> filled = message.isUsingComponentsV2()
                ? event.getHook()
                        .editOriginalComponents(message.getComponents())
                        .useComponentsV2()
                : event.getHook().editOriginalEmbeds(message.getEmbeds()).setComponents(message.getComponents());
        return message.getFiles().isEmpty() ? filled : filled.setFiles(message.getFiles());
    }

    private void followUp(List<MessageCreateData> rest, boolean privately) {
        if (rest.isEmpty()) {
            done.run();
            return;
        }
        event.getHook()
                .sendMessage(rest.getFirst())
                .setEphemeral(privately)
                .queue(m -> followUp(rest.subList(1, rest.size()), privately), error -> {
                    LOG.warn("further answer lost what={} error={}", what, brief(error));
                    done.run();
                });
    }

    /** JDA lets nobody answer twice, even when the first try failed; so the words of failure go out beside it. */
    private void notTaken(Throwable error) {
        LOG.warn("first answer lost what={} error={}", what, brief(error));
        DataObject body =
                DataObject.empty().put("type", 4).put("data", failure.get().toData());
        body.getObject("data").put("flags", body.getObject("data").getInt("flags", 0) | EPHEMERAL);
        new RestActionImpl<Void>(
                        event.getJDA(), Route.Interactions.CALLBACK.compile(event.getId(), event.getToken()), body)
                .queue(ok -> done.run(), e -> done.run());
    }

    /** Without the addresses in JDA's messages, which hold the interaction's token. */
    private static String brief(Throwable error) {
        return error instanceof ErrorResponseException refused
                ? refused.getErrorCode() + " " + refused.getMeaning()
                : error.getClass().getSimpleName();
    }
}
