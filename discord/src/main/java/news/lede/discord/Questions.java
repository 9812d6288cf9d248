package news.lede.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.SlashCommandInteraction;
import net.dv8tion.jda.api.interactions.commands.context.MessageContextInteraction;
import net.dv8tion.jda.api.interactions.components.selections.StringSelectInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import news.lede.answer.Answer;
import news.lede.command.Form;
import news.lede.command.Invocation;
import news.lede.command.NewsDesk;
import news.lede.community.Asker;
import news.lede.community.Introduction;
import news.lede.subscription.Channel;
import org.jspecify.annotations.Nullable;

/** Puts to the news desk what one interaction means, as whoever asks, who is made out once. Never throws for what people do. For one thread. */
final class Questions {
    /** As many messages as a guest may send. */
    private static final int MESSAGES = 5;

    private final NewsDesk desk;
    private final Function<Introduction, Asker> askers;
    private @Nullable Asker asker;

    Questions(NewsDesk desk, Function<Introduction, Asker> askers) {
        this.desk = desk;
        this.askers = askers;
    }

    private Asker asker(Interaction interaction) {
        Asker known = asker;
        if (known == null) {
            known = askers.apply(Introductions.of(interaction));
            asker = known;
        }
        return known;
    }

    List<Answer> slash(SlashCommandInteraction interaction) {
        Map<String, String> options = new HashMap<>();
        for (OptionMapping option : interaction.getOptions()) {
            options.put(option.getName(), value(option));
        }
        Invocation call = new Invocation(interaction.getName(), options, Attached.to(interaction));
        return checked(interaction, Destination.isMadeBy(call), ask(interaction, call));
    }

    /** Whom somebody picked is written as in a message, where a role is told from a person. */
    private static String value(OptionMapping option) {
        return option.getType() == OptionType.MENTIONABLE
                ? option.getAsMentionable().getAsMention()
                : option.getAsString();
    }

    /** What a button with this id stands for. */
    List<Answer> button(Interaction interaction, String customId) {
        Optional<String> command = CustomId.command(customId).or(() -> CustomId.form(customId));
        return command.map(typed ->
                        checked(interaction, Destination.isMadeBy(typed), desk.answer(asker(interaction), typed)))
                .orElseGet(() -> List.of(Wording.notice("stale", locale(interaction))));
    }

    /** What was chosen in a menu. */
    List<Answer> menu(StringSelectInteraction interaction) {
        Optional<Invocation> call = PickMenus.chosen(interaction);
        return call.map(c -> checked(interaction, Destination.isMadeBy(c), ask(interaction, c)))
                .orElseGet(() -> List.of(Wording.notice("stale", locale(interaction))));
    }

    /** What was filled in. */
    List<Answer> form(ModalInteraction interaction) {
        Optional<Form> form =
                CustomId.form(interaction.getModalId()).flatMap(command -> Form.of(command, locale(interaction)));
        if (form.isEmpty()) {
            return List.of(Wording.notice("stale-form", locale(interaction)));
        }
        Invocation call = form.get().filled(FormView.values(interaction));
        return checked(interaction, Destination.isMadeBy(call), ask(interaction, call));
    }

    /** With what keeps us from writing where they want to be told, if anything does. */
    private static List<Answer> checked(Interaction interaction, boolean destination, Answer answer) {
        List<Answer> answers = new ArrayList<>();
        answers.add(answer);
        if (destination) {
            Destination.of(interaction)
                    .flatMap(d -> d.trouble(locale(interaction)))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    /** One answer for each link, or one for the whole message. */
    List<Answer> menu(MessageContextInteraction interaction) {
        MessageWords message = MessageWords.of(interaction.getTarget());
        for (CommandMenu.Menu menu : CommandMenu.Menu.values()) {
            if (menu.name(Locale.ENGLISH).equals(interaction.getName())) {
                return switch (menu) {
                    case SUMMARIZE, KNOWN -> ofEachLink(interaction, menu, message);
                    case RELATED -> List.of(related(interaction, menu, message));
                };
            }
        }
        return List.of(Wording.notice("stale", locale(interaction)));
    }

    private List<Answer> ofEachLink(Interaction interaction, CommandMenu.Menu menu, MessageWords message) {
        int all = message.links().size();
        if (all == 0) {
            return List.of(Wording.notice("no-link", locale(interaction)));
        }
        int shown = all <= MESSAGES ? all : MESSAGES - 1;
        List<Answer> answers = new ArrayList<>();
        for (String link : message.links().subList(0, shown)) {
            answers.add(ask(interaction, new Invocation(menu.command(), Map.of("link", link))));
        }
        if (shown < all) {
            answers.add(Wording.notice("more-links", locale(interaction), shown, all));
        }
        return answers;
    }

    private Answer related(Interaction interaction, CommandMenu.Menu menu, MessageWords message) {
        String by =
                message.links().isEmpty() ? message.words() : message.links().getFirst();
        return by.isBlank()
                ? Wording.notice("no-words", locale(interaction))
                : ask(interaction, new Invocation(menu.command(), Map.of("story", by)));
    }

    /** How answers are to look where the interaction took place. */
    Channel.Style style(Interaction interaction) {
        return desk.style(asker(interaction));
    }

    private Answer ask(Interaction interaction, Invocation invocation) {
        return desk.answer(asker(interaction), invocation);
    }

    private static Locale locale(Interaction interaction) {
        return interaction.getUserLocale().toLocale();
    }
}
