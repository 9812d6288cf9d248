package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.data.DataObject;
import news.lede.alert.Messenger.Outgoing;
import news.lede.answer.Answer;
import news.lede.command.CommandSpecs;
import news.lede.command.Form;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.subscription.Channel;

/**
 * What this adapter would send, made by the very code that makes it for Discord, but handed back instead of sent: to see beforehand how it looks, and to try the bot without a server. In the trial somebody talks to
 * the bot in direct messages. Thread-safe.
 */
public final class DiscordTrial {
    private static final int EPHEMERAL = 1 << 6;

    private final NewsDesk desk;

    public DiscordTrial(NewsDesk desk) {
        this.desk = desk;
    }

    /** The body of the request that would create a message in its channel, as JSON. */
    public static String told(Outgoing message) {
        return json(DiscordMessenger.creation(message, message.replyTo().map(SentMessage::of)));
    }

    /** What comes of something somebody did. Payloads are JSON. */
    public sealed interface Turn {
        /** Messages. {@code inPlace}: the first takes the place of the one that was pressed. */
        record Said(List<String> messages, boolean inPlace) implements Turn {
            public Said {
                messages = List.copyOf(messages);
            }
        }

        /** A form opens. */
        record Asks(String form) implements Turn {}

        /** Nothing: the bot hears no words in Discord that are not a command. */
        record Unheard() implements Turn {}
    }

    /** Somebody calls a command; typed, as the console has it. */
    public Turn typed(Asker asker, String typed) {
        String stripped = typed.strip();
        if (!stripped.startsWith("/") || stripped.length() < 2) {
            return new Turn.Unheard();
        }
        Answer answer = desk.answer(asker, stripped);
        boolean everybody = Audience.isPublic(stripped.substring(1).split("\\s", 2)[0]) && Audience.isPublic(answer);
        return said(asker, answer, !everybody);
    }

    /**
     * Somebody presses a button of {@code message}, or chooses in a menu of it.
     *
     * @param message as {@link Turn.Said} has it
     * @param chosen in the menu; empty for a button
     */
    public Turn pressed(Asker asker, JsonNode message, String customId, List<String> chosen) {
        Locale locale = asker.locale();
        Optional<Form> form = CustomId.form(customId).flatMap(command -> Form.of(command, locale));
        if (form.isPresent()) {
            Modal modal = FormView.of(form.get(), customId, locale);
            return new Turn.Asks(json(modal.toData()));
        }
        Optional<CustomId.Pick> pick = CustomId.pick(customId);
        Optional<Answer> answer = pick.isPresent()
                ? chosen(message, customId, chosen).map(call -> desk.answer(asker, call))
                : CustomId.command(customId).or(() -> CustomId.form(customId)).map(c -> desk.answer(asker, c));
        Optional<String> command = pick.map(CustomId.Pick::command).or(() -> CustomId.command(customId));
        return answer(asker, message, command, answer.orElseGet(() -> Wording.notice("stale", locale)));
    }

    /** Somebody fills in the form that a button of {@code message} opened. */
    public Turn filled(Asker asker, JsonNode message, String modalId, Map<String, String> values) {
        Locale locale = asker.locale();
        Optional<String> command = CustomId.form(modalId);
        Answer answer = command.flatMap(c -> Form.of(c, locale))
                .map(form -> desk.answer(asker, form.filled(values)))
                .orElseGet(() -> Wording.notice("stale-form", locale));
        return answer(asker, message, command, answer);
    }

    private Turn answer(Asker asker, JsonNode message, Optional<String> command, Answer answer) {
        boolean page = (message.path("flags").asInt() & EPHEMERAL) != 0
                && command.filter(CommandSpecs::turnsPages).isPresent()
                && FormPages.isPage(answer);
        if (page) {
            Look look = Look.of(message);
            return new Turn.Said(List.of(payload(asker, answer, look, true)), true);
        }
        return said(asker, answer, true);
    }

    private Turn said(Asker asker, Answer answer, boolean privately) {
        return new Turn.Said(List.of(payload(asker, answer, Look.of(style(asker)), privately)), false);
    }

    private Channel.Style style(Asker asker) {
        return desk.style(asker);
    }

    private static String payload(Asker asker, Answer answer, Look look, boolean privately) {
        Manner manner = privately ? Manner.alone(look, false) : Manner.answer(look);
        DataObject data =
                InteractionListener.view(answer, asker.locale(), manner).toData();
        return json(privately ? data.put("flags", data.getInt("flags", 0) | EPHEMERAL) : data);
    }

    /** The call of a menu, from what stood chosen in it and what does now. */
    private static Optional<Invocation> chosen(JsonNode message, String customId, List<String> now) {
        return StreamSupport.stream(message.findParents("custom_id").spliterator(), false)
                .filter(part -> part.path("custom_id").asText().equals(customId))
                .findFirst()
                .flatMap(menu -> {
                    List<String> before = menu.path("options")
                            .valueStream()
                            .filter(option -> option.path("default").asBoolean())
                            .map(option -> option.path("value").asText())
                            .toList();
                    boolean one = menu.path("min_values").asInt(1) == 1;
                    return PickMenus.chosen(customId, one, before, now);
                });
    }

    private static String json(DataObject data) {
        return new String(data.toJson(), StandardCharsets.UTF_8);
    }
}
