package news.lede.discord;

import java.util.EnumSet;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.Texts;

/** Draws an answer as one message of Discord's, within its limits, that pings nobody it was not told to. Immutable. */
final class MessageView {
    /** Of 4,000, with room for the line that says who shared it. */
    private static final int ALL_TEXT = 3900;

    private final PageMaker pages;
    private final Buttons buttons;

    MessageView(Texts texts, Phrases phrases) {
        this.pages = new PageMaker(texts, phrases);
        this.buttons = new Buttons(texts.locale());
    }

    /** As everybody sees it where nothing was chosen. */
    MessageCreateData message(Answer answer) {
        return message(answer, Manner.answer(Look.BOXES));
    }

    MessageCreateData message(Answer answer, Manner manner) {
        Page page = pages.page(answer, ALL_TEXT - manner.call().length(), manner.listsSources());
        MessageCreateBuilder message = switch (manner.look()) {
            case BOXES -> new BoxDrawing(page, manner, buttons).draw();
            case EMBEDS -> new EmbedDrawing(page, manner, buttons).draw();
        };
        message.setAllowedMentions(EnumSet.noneOf(MentionType.class)).mentionRepliedUser(false);
        Optional<String> role = manner.mention();
        return role.map(id -> message.mentionRoles(id)).orElse(message).build();
    }
}
