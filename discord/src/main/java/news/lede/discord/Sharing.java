package news.lede.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.replacer.ComponentReplacer;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import news.lede.answer.Answer;

/**
 * Shows to everybody in a channel what somebody was shown alone, when they press the button for it: the same message, under their name, once. Nothing is stored: what is
 * shown comes back with the press. It is the first answer to that press, so it needs neither a right of ours there nor one of the few further messages that a guest has. Thread-safe.
 */
final class Sharing {
    /** Presses of one message come within moments, if twice. */
    private static final int REMEMBERED = 10_000;

    /** What was shared, or is being shared, by the id of the message that only one person sees. */
    private final Map<Long, Boolean> shared = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What a press comes to. */
    sealed interface Press {
        /** To be posted for all to see. */
        record Post(MessageCreateData message) implements Press {}

        /** To be said to who pressed. */
        record Refused(Answer notice) implements Press {}
    }

    /** Whether an answer that the asker alone sees offers to be shared: news does, where there is somebody else. */
    static boolean isOffered(Interaction interaction, Answer answer) {
        return interaction.getContext() != InteractionContextType.BOT_DM
                && switch (answer) {
                    case Answer.StoryList _, Answer.StoryCard _, Answer.Briefing _, Answer.Account _ -> true;
                    case Answer.Listing _, Answer.Notice _ -> false;
                };
    }

    static boolean isOn(String customId) {
        return customId.equals(CustomId.SHARE);
    }

    /** What to answer to a press of the button. From then on the message counts as shared, until {@link #failed}. */
    Press press(ComponentInteraction press) {
        Locale locale = press.getUserLocale().toLocale();
        Optional<String> refusal = refusal(press);
        if (refusal.isPresent()) {
            return new Press.Refused(Wording.notice(refusal.get(), locale));
        }
        // The line is for all who read there.
        Locale all = press.isFromGuild() ? press.getGuildLocale().toLocale() : locale;
        Optional<MessageCreateData> copy =
                copy(press.getMessage(), press.getUser().getId(), all);
        if (copy.isEmpty()) {
            return new Press.Refused(Wording.notice("share-lost", locale));
        }
        synchronized (shared) {
            return shared.putIfAbsent(press.getMessageIdLong(), true) == null
                    ? new Press.Post(copy.get())
                    : new Press.Refused(Wording.notice("share-twice", locale));
        }
    }

    /** It could not be posted, so it may be tried again. */
    void failed(ComponentInteraction press) {
        synchronized (shared) {
            shared.remove(press.getMessageIdLong());
        }
    }

    /** The name of the notice that says why not; empty when nothing speaks against it. */
    private static Optional<String> refusal(ComponentInteraction press) {
        Guild guild = press.getGuild();
        Member member = press.getMember();
        if (guild == null || member == null) {
            return Optional.empty();
        }
        GuildChannel channel = press.getGuildChannel();
        Permission write =
                channel instanceof ThreadChannel ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        if (member.isTimedOut() || !member.hasPermission(channel, write)) {
            return Optional.of("share-right");
        }
        boolean guest = guild.isDetached() && !member.hasPermission(channel, Permission.USE_EXTERNAL_APPLICATIONS);
        return guest ? Optional.of("share-app") : Optional.empty();
    }

    /** The message without its button, below a line that says who shared it. Pings nobody, that one included. Empty when what was shown cannot be read back. */
    private static Optional<MessageCreateData> copy(Message message, String by, Locale locale) {
        String line = Wording.text("shared", locale) + " <@" + by + ">";
        List<MessageTopLevelComponent> parts = new ArrayList<>(message.getComponentTree()
                .replace(ComponentReplacer.of(ActionRow.class, _ -> true, Sharing::without))
                .getComponents());
        MessageCreateBuilder copy = new MessageCreateBuilder()
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false);
        if (!message.isUsingComponentsV2()) {
            return message.getEmbeds().isEmpty()
                    ? Optional.empty()
                    : Optional.of(copy.setContent(line)
                            .setEmbeds(message.getEmbeds())
                            .setComponents(parts)
                            .build());
        }
        if (parts.stream().noneMatch(Container.class::isInstance)) {
            return Optional.empty();
        }
        parts.addFirst(TextDisplay.of("-# " + line));
        return Optional.of(copy.useComponentsV2().setComponents(parts).build());
    }

    /** A row that has nothing else goes with the button. */
    @SuppressWarnings("NullAway") // That is how a replacer takes something away.
    private static ActionRow without(ActionRow row) {
        List<ActionRowChildComponent> rest = new ArrayList<>(row.getComponents());
        rest.removeIf(c -> c instanceof Button button && CustomId.SHARE.equals(button.getCustomId()));
        return rest.isEmpty() ? null : ActionRow.of(rest);
    }
}
