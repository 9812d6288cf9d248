package news.lede.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.SlashCommandInteraction;
import net.dv8tion.jda.api.interactions.commands.context.MessageContextInteraction;
import news.lede.answer.Answer;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;

/** Puts to the news desk what an interaction means, as whoever asks. Never throws for what people do. */
final class Questions {
    /** More links than a message of news has; each is a message of its own, and a guest may send five. */
    private static final int LINKS = 3;

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;

    Questions(NewsDesk desk, Function<Introduction, Asker> askers) {
        this.desk = desk;
        this.askers = askers;
    }

    Answer slash(SlashCommandInteraction interaction) {
        Map<String, String> options = new HashMap<>();
        for (OptionMapping option : interaction.getOptions()) {
            options.put(option.getName(), option.getAsString());
        }
        return ask(interaction, new Invocation(interaction.getName(), options));
    }

    /** What a button with this id stands for. */
    Answer button(Interaction interaction, String customId) {
        Optional<String> command = CustomId.command(customId);
        return command.map(c -> desk.answer(askers.apply(Introductions.of(interaction)), c))
                .orElseGet(() -> Wording.notice("stale", locale(interaction)));
    }

    /** One answer for each link, or one for the whole message. */
    List<Answer> menu(MessageContextInteraction interaction) {
        MessageWords message = MessageWords.of(interaction.getTarget());
        for (CommandMenu.Menu menu : CommandMenu.Menu.values()) {
            if (menu.name(Locale.ENGLISH).equals(interaction.getName())) {
                return switch (menu) {
                    case SUMMARIZE -> summaries(interaction, menu, message);
                    case RELATED -> List.of(related(interaction, menu, message));
                };
            }
        }
        return List.of(Wording.notice("stale", locale(interaction)));
    }

    private List<Answer> summaries(Interaction interaction, CommandMenu.Menu menu, MessageWords message) {
        List<Answer> answers = message.links().stream()
                .limit(LINKS)
                .map(link -> ask(interaction, new Invocation(menu.command(), Map.of("link", link))))
                .toList();
        return answers.isEmpty() ? List.of(Wording.notice("no-link", locale(interaction))) : answers;
    }

    private Answer related(Interaction interaction, CommandMenu.Menu menu, MessageWords message) {
        String by =
                message.links().isEmpty() ? message.words() : message.links().getFirst();
        return by.isBlank()
                ? Wording.notice("no-words", locale(interaction))
                : ask(interaction, new Invocation(menu.command(), Map.of("story", by)));
    }

    private Answer ask(Interaction interaction, Invocation invocation) {
        return desk.answer(askers.apply(Introductions.of(interaction)), invocation);
    }

    private static Locale locale(Interaction interaction) {
        return interaction.getUserLocale().toLocale();
    }
}
