package news.lede.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import news.lede.answer.Action;

/** Makes the buttons of a message: two rows of them at most, what one reads on in the first, what one does in the second. None stands twice; for an action that no id can hold there is none. */
final class Buttons {
    private static final int ROW = 5;
    private static final int MOST = 2 * ROW;
    private static final int LABEL_CHARS = 80;
    private static final Set<Action.Kind> DEEDS = EnumSet.of(
            Action.Kind.FOLLOW,
            Action.Kind.GOOD,
            Action.Kind.BAD,
            Action.Kind.REPORT,
            Action.Kind.CONFIRM,
            Action.Kind.CANCEL);

    private final Locale locale;

    Buttons(Locale locale) {
        this.locale = locale;
    }

    /** @param used the ids that stand in the message already; those of the new buttons are added */
    List<ActionRow> rows(List<Action> actions, boolean share, Set<String> used) {
        List<Button> reading = new ArrayList<>();
        List<Button> doing = new ArrayList<>();
        int left = share ? MOST - 1 : MOST;
        for (Action action : actions) {
            Optional<Button> button = left > 0 ? one(action, used) : Optional.empty();
            if (button.isPresent()) {
                left--;
                (DEEDS.contains(action.kind()) ? doing : reading).add(button.get());
            }
        }
        if (share) {
            doing.add(Button.secondary(CustomId.SHARE, Wording.text("share", locale)));
        }
        // Few buttons keep the order they were given in; many are parted.
        return reading.size() + doing.size() <= ROW
                ? parted(Stream.concat(reading.stream(), doing.stream()).toList())
                : reading.size() <= ROW && doing.size() <= ROW
                        ? Stream.of(reading, doing)
                                .flatMap(b -> parted(b).stream())
                                .toList()
                        : parted(Stream.concat(reading.stream(), doing.stream()).toList());
    }

    /** A button for each that says only its number, counted from 1. */
    List<ActionRow> numbers(List<Action> actions, Set<String> used) {
        List<Button> numbered = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, actions.size()); i++) {
            one(
                            new Action(
                                    Integer.toString(i + 1),
                                    actions.get(i).command(),
                                    actions.get(i).kind()),
                            used)
                    .ifPresent(numbered::add);
        }
        return parted(numbered);
    }

    private static List<ActionRow> parted(List<Button> buttons) {
        List<ActionRow> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += ROW) {
            rows.add(ActionRow.of(buttons.subList(i, Math.min(buttons.size(), i + ROW))));
        }
        return rows;
    }

    Optional<Button> one(Action action, Set<String> used) {
        String label = MarkdownWriter.unmarked(action.label(), LABEL_CHARS);
        return id(action)
                .filter(id -> !label.isBlank() && used.add(id))
                .map(id -> thumb(action.kind())
                        .map(thumb -> Button.of(style(action.kind()), id, thumb))
                        .orElseGet(() -> Button.of(style(action.kind()), id, label)));
    }

    /** Of what opens a form where one fits; else what is typed is done as it stands. */
    private static Optional<String> id(Action action) {
        boolean asks = action.kind() == Action.Kind.ASK || action.kind() == Action.Kind.REPORT;
        return asks ? CustomId.ofForm(action.command()) : CustomId.of(action.command());
    }

    private static ButtonStyle style(Action.Kind kind) {
        return switch (kind) {
            case FOLLOW, CONFIRM -> ButtonStyle.PRIMARY;
            case REPORT, CANCEL -> ButtonStyle.DANGER;
            case OPEN, RELATED, SOURCES, TIMELINE, COMPARE, WHY, GOOD, BAD, MORE, BACK, ASK, OTHER ->
                ButtonStyle.SECONDARY;
        };
    }

    private static Optional<Emoji> thumb(Action.Kind kind) {
        return switch (kind) {
            case GOOD -> Optional.of(Emoji.fromUnicode("👍"));
            case BAD -> Optional.of(Emoji.fromUnicode("👎"));
            default -> Optional.empty();
        };
    }
}
