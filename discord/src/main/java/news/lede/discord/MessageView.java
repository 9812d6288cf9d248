package news.lede.discord;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Optional;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Answer;
import news.lede.answer.Enclosure;
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
        answer.enclosure().ifPresent(enclosure -> enclose(message, enclosure, manner.look()));
        message.setAllowedMentions(EnumSet.noneOf(MentionType.class)).mentionRepliedUser(false);
        Optional<String> role = manner.mention();
        return role.map(id -> message.mentionRoles(id)).orElse(message).build();
    }

    /** Components of version 2 show a file only where one of them names it. */
    private static void enclose(MessageCreateBuilder message, Enclosure enclosure, Look look) {
        // Read anew each time: a request may be sent twice.
        FileUpload file =
                FileUpload.fromStreamSupplier(enclosure.name(), () -> new ByteArrayInputStream(enclosure.bytes()));
        switch (look) {
            case BOXES -> message.addComponents(FileDisplay.fromFile(file));
            case EMBEDS -> message.addFiles(file);
        }
    }
}
