package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.alert.Lane;
import news.lede.alert.Pacing;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.Choice;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.community.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every interaction from JDA's thread and has it answered on the pool: in order within a channel, completions beside them. Returns at once, throws nothing.
 */
final class InteractionListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionListener.class);
    /** Interactions count for no channel. */
    static final Place ANSWERS = new Place("discord", "interactions", Optional.empty());

    /** Somebody waits; when it is not our turn by then, the answer goes out all the same. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final int CHOICES = 25;
    private static final int CHOICE_CHARS = 100;

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final Questions questions;
    private final Lanes lanes;
    private final Pacing pacing;
    private final ScheduledExecutorService timer;
    private final Outstanding outstanding = new Outstanding();
    private volatile boolean accepting = true;

    InteractionListener(
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Lanes lanes,
            Pacing pacing,
            ScheduledExecutorService timer) {
        this.desk = desk;
        this.askers = askers;
        this.questions = new Questions(desk, askers);
        this.lanes = lanes;
        this.pacing = pacing;
        this.timer = timer;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        begin(event, "/" + event.getName(), false, () -> List.of(questions.slash(event)));
    }

    /** Whoever presses a button is told alone: what others see stays as it is. */
    @Override
    public void onGenericComponentInteractionCreate(GenericComponentInteractionCreateEvent event) {
        begin(event, "button", true, () -> List.of(questions.button(event, event.getComponentId())));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        begin(event, "menu", true, () -> questions.menu(event));
    }

    /** We show no forms yet: this is one of another version. */
    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        begin(
                event,
                "form",
                true,
                () -> List.of(Wording.notice("stale", event.getUserLocale().toLocale())));
    }

    private void begin(IReplyCallback event, String what, boolean privately, Supplier<List<Answer>> question) {
        if (!accepting) {
            return;
        }
        Locale locale = event.getUserLocale().toLocale();
        outstanding.begun();
        FirstAnswer first = new FirstAnswer(
                event, what, privately, view(Wording.notice("failed", locale), locale), outstanding::done);
        first.deferSoon(timer);
        if (!lanes.offer("channel:" + event.getChannelId(), () -> answer(first, what, locale, question))) {
            LOG.warn("interaction turned away what={} reason=queue-full", what);
            first.answer(List.of(view(Wording.notice("busy", locale), locale)), true);
        }
    }

    private void answer(FirstAnswer first, String what, Locale locale, Supplier<List<Answer>> question) {
        List<Answer> answers;
        List<MessageCreateData> views;
        try {
            answers = question.get();
            views = answers.stream().map(a -> view(a, locale)).toList();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("interaction failed what={}", what, e);
            answers = List.of(Wording.notice("failed", locale));
            views = answers.stream().map(a -> view(a, locale)).toList();
        }
        takeTurn();
        first.answer(views, answers.stream().allMatch(Answer.Notice.class::isInstance));
    }

    /** Discord does not count answers to interactions with the rest; what stands before it may. */
    private void takeTurn() {
        try {
            if (!pacing.acquire(Lane.ANSWER, ANSWERS, PATIENCE)) {
                LOG.debug("answered out of turn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MessageCreateData view(Answer answer, Locale locale) {
        // Ages are shown by each reader's own client, so these phrases need to know neither time nor zone.
        Texts texts = Texts.in(locale);
        return new MessageView(texts, new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC)).message(answer);
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        // Not in the channel's order: nobody should wait for completions because somebody else's question is slow.
        if (!accepting || !lanes.offer("completion:" + event.getId(), () -> complete(event))) {
            LOG.debug("completion turned away command={}", event.getName());
        }
    }

    private void complete(CommandAutoCompleteInteractionEvent event) {
        String option = event.getFocusedOption().getName();
        List<Choice> found = desk.complete(
                askers.apply(Introductions.of(event)),
                event.getName(),
                option,
                event.getFocusedOption().getValue());
        List<Command.Choice> choices = found.stream()
                .filter(c -> !c.label().isBlank()
                        && !c.value().isBlank()
                        && c.value().length() <= CHOICE_CHARS)
                .limit(CHOICES)
                .map(c -> new Command.Choice(Display.brief(c.label(), CHOICE_CHARS), c.value()))
                .toList();
        event.replyChoices(choices)
                .queue(ok -> {}, e -> LOG.warn("completion lost command={} option={}", event.getName(), option));
    }

    /** Takes nothing more, and waits until what was begun is answered; false when that takes too long. */
    boolean finish(Duration atMost) throws InterruptedException {
        accepting = false;
        return outstanding.awaitNone(atMost);
    }
}
