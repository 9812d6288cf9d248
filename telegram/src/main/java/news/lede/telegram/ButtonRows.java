package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.answer.Action;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Lays buttons out in rows that read on a phone, where the buttons of a row are equally wide: as many beside each other as let each show its whole label. Numbers come
 * first, then what is chosen, what looks further, then votes, decisions, and pages nearest to the thumb.
 */
final class ButtonRows {
    private static final int NUMBERS = 8;
    /** The longest label of a row of one, two and three buttons that is not cut on a narrow phone. */
    private static final int[] WIDTHS = {Integer.MAX_VALUE, 17, 11};

    private final List<InlineKeyboardButton> numbers = new ArrayList<>();
    private final List<List<InlineKeyboardButton>> picks = new ArrayList<>();
    private final List<InlineKeyboardButton> looks = new ArrayList<>();
    private final List<InlineKeyboardButton> votes = new ArrayList<>();
    private final List<InlineKeyboardButton> decisions = new ArrayList<>();
    private final List<InlineKeyboardButton> pages = new ArrayList<>();

    void number(InlineKeyboardButton button) {
        numbers.add(button);
    }

    /** What is chosen from now on is chosen instead of, or with, what comes after it. */
    void begin() {
        picks.add(new ArrayList<>());
    }

    void pick(InlineKeyboardButton button) {
        picks.getLast().add(button);
    }

    void add(Action.Kind kind, InlineKeyboardButton button) {
        switch (kind) {
            case OPEN, RELATED, SOURCES, TIMELINE, COMPARE, WHY, FOLLOW, OTHER -> looks.add(button);
            case GOOD, BAD, REPORT -> votes.add(button);
            case CONFIRM, CANCEL -> decisions.add(button);
            // Turning back is on the left, wherever it was named.
            case BACK -> pages.addFirst(button);
            case MORE -> pages.addLast(button);
        }
    }

    Optional<InlineKeyboardMarkup> markup() {
        List<InlineKeyboardRow> rows = new ArrayList<>(even(numbers));
        picks.forEach(buttons -> rows.addAll(packed(buttons)));
        Stream.of(looks, votes, decisions, pages).forEach(buttons -> rows.addAll(packed(buttons)));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
    }

    /** In as few rows as may be, of about the same length. */
    private static List<InlineKeyboardRow> even(List<InlineKeyboardButton> buttons) {
        int rows = (buttons.size() + NUMBERS - 1) / NUMBERS;
        List<InlineKeyboardRow> even = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            even.add(
                    new InlineKeyboardRow(buttons.subList(i * buttons.size() / rows, (i + 1) * buttons.size() / rows)));
        }
        return even;
    }

    private static List<InlineKeyboardRow> packed(List<InlineKeyboardButton> buttons) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (InlineKeyboardButton button : buttons) {
            if (rows.isEmpty() || !fits(rows.getLast(), button)) {
                rows.add(new InlineKeyboardRow());
            }
            rows.getLast().add(button);
        }
        return rows;
    }

    private static boolean fits(List<InlineKeyboardButton> row, InlineKeyboardButton button) {
        int width = row.size() < WIDTHS.length ? WIDTHS[row.size()] : 0;
        return Stream.concat(row.stream(), Stream.of(button))
                .allMatch(b -> b.getText().length() <= width);
    }
}
