package news.lede.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.Form;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every interaction from JDA's thread and has it answered on the pool: one person's in order within a channel, completions beside them. Returns at once, throws nothing.
 */
final class InteractionListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionListener.class);
    /** Of what stands in for an answer. */
    private static final Manner PLAIN = Manner.answer(Look.BOXES);

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private final Completions completions;
    private final Lanes lanes;
    private final ScheduledExecutorService timer;
    private final BooleanSupplier sure;
    private final Sharing sharing = new Sharing();
    private final Outstanding outstanding = new Outstanding();
    private volatile boolean accepting = true;

    /**
     * @param threads for completions
     * @param sure whether the connection is ours alone; else whoever it is answers first, and only what nobody else acknowledges is announced by us
     */
    InteractionListener(
            NewsDesk desk,
            Function<Introduction, Asker> askers,
            Lanes lanes,
            ScheduledExecutorService timer,
            Executor threads,
            BooleanSupplier sure) {
        this.desk = desk;
        this.askers = askers;
        this.completions = new Completions(desk, askers, threads, timer);
        this.lanes = lanes;
        this.timer = timer;
        this.sure = sure;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        boolean everybody = Audience.isPublic(event.getName());
        begin(event, "/" + event.getName(), everybody, questions -> questions.slash(event));
    }

    /** Whoever presses a button is told alone: what others see stays as it is. */
    @Override
    public void onGenericComponentInteractionCreate(GenericComponentInteractionCreateEvent event) {
        if (Sharing.isOn(event.getComponentId())) {
            share(event);
            return;
        }
        Optional<Form> form = CustomId.form(event.getComponentId())
                .flatMap(command -> Form.of(command, event.getUserLocale().toLocale()));
        if (form.isPresent()) {
            open(event, form.get());
        } else if (event instanceof StringSelectInteractionEvent menu) {
            begin(event, "menu", false, FormPages.of(menu), questions -> questions.menu(menu));
        } else {
            begin(
                    event,
                    "button",
                    false,
                    FormPages.of(event),
                    questions -> questions.button(event, event.getComponentId()));
        }
    }

    /** What is shared comes with the press, so nobody has to be asked. */
    private void share(GenericComponentInteractionCreateEvent event) {
        Locale locale = event.getUserLocale().toLocale();
        outstanding.begun();
        FirstAnswer first = new FirstAnswer(
                event,
                "share",
                true,
                Optional.empty(),
                () -> {
                    sharing.failed(event);
                    return view(Wording.notice("share-lost", locale), locale, PLAIN);
                },
                outstanding::done);
        switch (sharing.press(event)) {
            case Sharing.Press.Post(MessageCreateData message) -> first.answer(List.of(message), false);
            case Sharing.Press.Refused(Answer notice) -> first.answer(List.of(view(notice, locale, PLAIN)), true);
        }
    }

    /** A form has to be the first answer, and needs nothing of the store. */
    private static void open(GenericComponentInteractionCreateEvent event, Form form) {
        event.replyModal(FormView.of(
                        form, event.getComponentId(), event.getUserLocale().toLocale()))
                .queue(
                        ok -> {},
                        e -> LOG.warn("form lost command={}", form.spec().name()));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        begin(event, "menu", false, questions -> questions.menu(event));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        begin(event, "form", false, FormPages.of(event), questions -> questions.form(event));
    }

    private void begin(
            IReplyCallback event, String what, boolean everybody, Function<Questions, List<Answer>> question) {
        begin(event, what, everybody, Optional.empty(), question);
    }

    /**
     * {@code everybody}: news is shown to all around; else what is answered is for the asker alone. {@code page}: the message of a form, whose next page takes its place.
     */
    private void begin(
            IReplyCallback event,
            String what,
            boolean everybody,
            Optional<IMessageEditCallback> page,
            Function<Questions, List<Answer>> question) {
        Locale locale = event.getUserLocale().toLocale();
        outstanding.begun();
        FirstAnswer first = new FirstAnswer(
                event,
                what,
                !everybody,
                page,
                () -> view(Wording.notice("failed", locale), locale, PLAIN),
                outstanding::done);
        if (!accepting) {
            first.answer(List.of(view(Wording.notice("leaving", locale), locale, PLAIN)), true);
            return;
        }
        first.deferSoon(timer, sure.getAsBoolean());
        String lane = event.getChannelId() + " " + event.getUser().getId();
        if (!lanes.offer(lane, () -> answer(first, event, what, everybody, question))) {
            LOG.warn("interaction turned away what={} reason=queue-full", what);
            first.answer(List.of(view(Wording.notice("busy", locale), locale, PLAIN)), true);
        }
    }

    private void answer(
            FirstAnswer first,
            IReplyCallback event,
            String what,
            boolean everybody,
            Function<Questions, List<Answer>> question) {
        Locale locale = event.getUserLocale().toLocale();
        boolean privately = true;
        List<MessageCreateData> views;
        Questions questions = new Questions(desk, askers);
        try {
            List<Answer> answers = question.apply(questions);
            if (first.turnsPage() && FormPages.isPage(answers.getFirst())) {
                Manner manner = Manner.alone(FormPages.look(event, look(questions, event)), false);
                first.turn(answers.stream().map(a -> view(a, locale, manner)).toList());
                return;
            }
            privately = !everybody || answers.stream().noneMatch(Audience::isPublic);
            views = views(questions, event, answers, privately);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("interaction failed what={}", what, e);
            views = List.of(view(Wording.notice("failed", locale), locale, PLAIN));
        }
        first.answer(views, privately);
    }

    private List<MessageCreateData> views(
            Questions questions, Interaction event, List<Answer> answers, boolean privately) {
        Look look = look(questions, event);
        Locale locale = event.getUserLocale().toLocale();
        return answers.stream()
                .map(a -> view(
                        a, locale, privately ? Manner.alone(look, Sharing.isOffered(event, a)) : Manner.answer(look)))
                .toList();
    }

    private static Look look(Questions questions, Interaction event) {
        return Look.of(questions.style(event));
    }

    /** An answer as it is sent to somebody whose app speaks that language. */
    static MessageCreateData view(Answer answer, Locale locale, Manner manner) {
        // Ages are shown by each reader's own client, so these phrases need to know neither time nor zone.
        Texts texts = Texts.in(locale);
        return new MessageView(texts, new Phrases(texts, Instant.EPOCH, ZoneOffset.UTC))
                .message(Names.in(locale).in(answer), manner);
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        completions.offer(event);
    }

    /** Takes nothing more, and waits until what was begun is answered; false when that takes too long. */
    boolean finish(Duration atMost) throws InterruptedException {
        accepting = false;
        return outstanding.awaitNone(atMost);
    }
}
