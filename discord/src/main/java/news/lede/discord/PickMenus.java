package news.lede.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.interactions.components.selections.StringSelectInteraction;
import news.lede.answer.Pick;
import news.lede.command.Invocation;
import news.lede.command.Picks;

/** Makes menus of what can be chosen in a form, and reads what was chosen. What was picked before stands in the message itself, so nothing is remembered. */
final class PickMenus {
    /** More rows leave no room for the buttons that lead on. */
    static final int MOST = 4;

    private PickMenus() {}

    static List<ActionRow> rows(List<Pick> picks) {
        return picks.stream()
                .limit(MOST)
                .flatMap(p -> menu(p).stream())
                .map(ActionRow::of)
                .toList();
    }

    /** Where an answer does not fit a menu there is none; what can be typed stands in the form. */
    private static Optional<StringSelectMenu> menu(Pick pick) {
        List<SelectOption> options = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Pick.Value value : pick.values()) {
            String label = MarkdownWriter.unmarked(value.label(), SelectOption.LABEL_MAX_LENGTH);
            if (!label.isBlank()
                    && value.value().length() <= SelectOption.VALUE_MAX_LENGTH
                    && used.add(value.value())) {
                options.add(SelectOption.of(label, value.value()).withDefault(value.picked()));
            }
        }
        return options.isEmpty()
                ? Optional.empty()
                : CustomId.ofPick(pick.option(), pick.command())
                        .map(id -> StringSelectMenu.create(id)
                                .setPlaceholder(
                                        MarkdownWriter.unmarked(pick.label(), StringSelectMenu.PLACEHOLDER_MAX_LENGTH))
                                .setRequiredRange(pick.several() ? 0 : 1, pick.several() ? options.size() : 1)
                                .addOptions(options)
                                .build());
    }

    /** What a menu asks for: of one value that value, of several those that changed. Empty when it is none of ours. */
    static Optional<Invocation> chosen(StringSelectInteraction interaction) {
        StringSelectMenu menu = interaction.getComponent();
        List<String> before = menu.getOptions().stream()
                .filter(SelectOption::isDefault)
                .map(SelectOption::getValue)
                .toList();
        return chosen(interaction.getComponentId(), menu.getMinValues() == 1, before, interaction.getValues());
    }

    /** The same of a menu with that id, where {@code before} stood chosen. */
    static Optional<Invocation> chosen(String customId, boolean one, List<String> before, List<String> now) {
        return CustomId.pick(customId)
                .flatMap(pick -> Picks.chosen(pick.command(), pick.option(), one ? now : Picks.changed(before, now)));
    }
}
