package news.lede.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import news.lede.answer.Display;
import news.lede.command.Choice;
import news.lede.command.Form;
import news.lede.command.OptionShape;

/** Draws a form as a modal, and reads what was filled in. */
final class FormView {
    /** A mention of a person or a role. */
    private static final int MENTION_CHARS = 30;

    private static final int OPTIONS = 25;
    private static final int SHORT = 100;

    private FormView() {}

    /** {@code id} comes back with what was filled in. */
    static Modal of(Form form, String id, Locale locale) {
        Names names = Names.in(locale);
        String name = form.spec().name();
        String about =
                form.given().values().stream().findFirst().map(v -> " " + v).orElse("");
        String title = "/" + names.command(name).orElse(name) + about;
        Modal.Builder modal = Modal.create(id, Display.brief(title, Modal.MAX_TITLE_LENGTH));
        for (Form.Field field : form.fields()) {
            String option = field.option().name();
            modal.addComponents(Label.of(
                    Display.brief(names.option(option).orElse(option), Label.LABEL_MAX_LENGTH),
                    Display.brief(field.explained(), Label.DESCRIPTION_MAX_LENGTH),
                    input(field)));
        }
        return modal.build();
    }

    private static LabelChildComponent input(Form.Field field) {
        String id = field.option().name();
        boolean required = field.option().required();
        return switch (field.shape()) {
            case OptionShape.OneOf(List<Choice> choices) ->
                StringSelectMenu.create(id)
                        .setRequiredRange(required ? 1 : 0, 1)
                        .setRequired(required)
                        .addOptions(choices.stream()
                                .limit(OPTIONS)
                                .map(c -> SelectOption.of(
                                        Display.brief(c.label(), SelectOption.LABEL_MAX_LENGTH), c.value()))
                                .toList())
                        .build();
            case OptionShape.Number _ -> text(id, required, 9);
            case OptionShape.Person _ -> text(id, required, MENTION_CHARS);
            case OptionShape.Text(int mostChars) -> text(id, required, mostChars);
            // No form of ours asks for a file: it comes with a command.
            case OptionShape.File _ -> text(id, required, MENTION_CHARS);
        };
    }

    private static TextInput text(String id, boolean required, int mostChars) {
        return TextInput.create(id, mostChars <= SHORT ? TextInputStyle.SHORT : TextInputStyle.PARAGRAPH)
                .setRequired(required)
                .setMaxLength(Math.min(mostChars, TextInput.MAX_VALUE_LENGTH))
                .build();
    }

    /** What was filled in, by option. */
    static Map<String, String> values(ModalInteraction modal) {
        Map<String, String> values = new HashMap<>();
        for (ModalMapping value : modal.getValues()) {
            switch (value.getType()) {
                case TEXT_INPUT -> values.put(value.getCustomId(), value.getAsString());
                case STRING_SELECT ->
                    value.getAsStringList().stream()
                            .findFirst()
                            .ifPresent(chosen -> values.put(value.getCustomId(), chosen));
                default -> {
                    // No form of ours has anything else.
                }
            }
        }
        return values;
    }
}
