package news.lede.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import news.lede.alert.Messenger.Outgoing;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;
import news.lede.command.CommandSpecs;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.telegram.AnswerRenderer.Manner;
import news.lede.telegram.Courier.Envelope;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * What this adapter would send, made by the very code that makes it for Telegram, but handed back instead of sent: to see beforehand how it looks, and to try the bot without a token. In the trial somebody is alone
 * with the bot. Thread-safe.
 */
public final class TelegramTrial {
    /** Stands for the name of the bot, which only the service knows. */
    private static final String BOT = "lede_bot";

    private static final Keyboards KEYBOARDS = new Keyboards(BOT, true);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ALONE = 1;
    private static final int PRESSED = 1;

    private final NewsDesk desk;
    private final boolean rich;
    private final InstantSource clock;
    private final Typed typed;

    /** {@code rich}: long answers may have headings, tables and parts that open. */
    public TelegramTrial(NewsDesk desk, boolean rich, InstantSource clock) {
        this.desk = desk;
        this.rich = rich;
        this.clock = clock;
        this.typed = new Typed(BOT, desk.commands());
    }

    /** The parameters of the call that would send the message, as JSON. */
    public static String told(Outgoing message, boolean rich) {
        Answer answer = message.answer();
        Phrases phrases = message.phrases();
        long chat = Long.parseLong(message.place().chat());
        Optional<RichPage> page = rich
                ? RichRenderer.draw(answer, phrases, AnswerRenderer.draw(answer, phrases, Manner.UNASKED))
                : Optional.empty();
        if (page.isPresent()) {
            return json(Courier.rich(TelegramMessenger.envelope(message, answer, chat, KEYBOARDS), page.get()));
        }
        OnePage one = OnePage.of(answer, phrases, Manner.UNASKED);
        Envelope envelope = TelegramMessenger.envelope(message, one.answer(), chat, KEYBOARDS);
        return json(Courier.plain(envelope, one.html(), one.preview()));
    }

    /** What comes of something somebody did: the calls it becomes, as JSON. {@code inPlace}: the first takes the place of the message that was pressed. */
    public record Turn(List<String> messages, boolean inPlace) {
        public Turn {
            messages = List.copyOf(messages);
        }
    }

    /** Somebody writes something. */
    public Turn typed(Asker asker, String text) {
        String forDesk = typed.command(text, Optional.empty()).orElse(text.strip());
        return new Turn(delivered(desk.answer(asker, forDesk), phrases(asker)), false);
    }

    /** Somebody presses a button; {@code pressed} is what it carries, or the link it opens. */
    public Turn pressed(Asker asker, String pressed) {
        Optional<String> command = CallbackData.command(pressed).or(() -> DeepLink.command(pressed));
        if (command.isEmpty()) {
            Answer outdated = Texts.in(asker.locale()).notice("button-outdated", List.of());
            return new Turn(delivered(outdated, phrases(asker)), false);
        }
        Answer answer = desk.answer(asker, command.get());
        Phrases phrases = phrases(asker);
        if (CommandSpecs.turnsPages(command.get())
                && answer instanceof Answer.Listing listing
                && listing.kind() == Answer.Listing.Kind.FORM) {
            List<String> pages =
                    Pages.of(AnswerRenderer.draw(answer, phrases, Manner.ASKED).blocks());
            if (pages.size() == 1) {
                return new Turn(
                        List.of(json(Courier.edited(
                                ALONE, PRESSED, pages.getFirst(), Optional.empty(), keyboard(answer, phrases)))),
                        true);
            }
        }
        return new Turn(delivered(answer, phrases), false);
    }

    private Phrases phrases(Asker asker) {
        return Phrases.of(asker, clock.instant());
    }

    private static Optional<InlineKeyboardMarkup> keyboard(Answer answer, Phrases phrases) {
        return KEYBOARDS.of(answer, Venue.Kind.PRIVATE, phrases.texts());
    }

    /** As {@link Postman} delivers: rich where that reads better, else as several messages, the buttons under the last. */
    private List<String> delivered(Answer answer, Phrases phrases) {
        AnswerRenderer.Drawn drawn = AnswerRenderer.draw(answer, phrases, Manner.ASKED);
        Optional<InlineKeyboardMarkup> keyboard = keyboard(answer, phrases);
        Optional<RichPage> page = rich ? RichRenderer.draw(answer, phrases, drawn) : Optional.empty();
        if (page.isPresent()) {
            return List.of(json(Courier.rich(envelope(keyboard), page.get())));
        }
        List<String> pages = Pages.of(drawn.blocks());
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            calls.add(json(Courier.plain(
                    envelope(i == pages.size() - 1 ? keyboard : Optional.empty()),
                    pages.get(i),
                    i == 0 ? drawn.preview() : Optional.empty())));
        }
        return calls;
    }

    private static Envelope envelope(Optional<InlineKeyboardMarkup> keyboard) {
        return new Envelope(ALONE, Optional.empty(), false, OptionalInt.empty(), keyboard);
    }

    private static String json(BotApiMethod<?> call) {
        try {
            return JSON.writeValueAsString(call);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a call of ours can be written", e);
        }
    }
}
