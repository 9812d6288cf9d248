package news.lede.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.command.CommandSpecs;
import org.jspecify.annotations.Nullable;

/** Knows the messages that are pages of a form, which only whoever fills it in can see: the next page takes the place of the one before. */
final class FormPages {
    private FormPages() {}

    static Optional<IMessageEditCallback> of(GenericComponentInteractionCreateEvent event) {
        return isPage(event.getComponentId(), event.getMessage()) ? Optional.of(event) : Optional.empty();
    }

    /** Opened by a button of such a message. */
    static Optional<IMessageEditCallback> of(ModalInteractionEvent event) {
        return isPage(event.getModalId(), event.getMessage()) ? Optional.of(event) : Optional.empty();
    }

    private static boolean isPage(String id, @Nullable Message message) {
        Optional<String> command = CustomId.command(id)
                .or(() -> CustomId.form(id))
                .or(() -> CustomId.pick(id).map(CustomId.Pick::command));
        return message != null
                && message.isEphemeral()
                && command.filter(CommandSpecs::turnsPages).isPresent();
    }

    /** Whether an answer is a page, rather than a word on what went wrong. */
    static boolean isPage(Answer answer) {
        return answer instanceof Listing listing && listing.kind() == Listing.Kind.FORM;
    }

    /** Discord turns no message of one kind into one of the other. */
    static Look look(Interaction event, Look chosen) {
        Message before = event instanceof GenericComponentInteractionCreateEvent component
                ? component.getMessage()
                : event instanceof ModalInteractionEvent form ? form.getMessage() : null;
        return before == null || !before.isEphemeral()
                ? chosen
                : before.isUsingComponentsV2() ? Look.BOXES : Look.EMBEDS;
    }
}
