package news.lede.discord;

import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;

/**
 * Reads from an interaction who asks and where. In a server that has the bot the workspace is that server, {@code guild:ID}; in direct messages, and wherever
 * somebody uses the bot that they installed for themselves, it is their own, {@code user:ID}.
 */
final class Introductions {
    private static final String PLATFORM = "discord";

    private Introductions() {}

    static Introduction of(Interaction interaction) {
        PersonKey person = new PersonKey(PLATFORM, interaction.getUser().getId());
        Guild guild = interaction.getGuild();
        Optional<Locale> locale = Optional.of(interaction.getUserLocale().toLocale());
        if (guild == null || guild.isDetached()) {
            String name = interaction.getUser().getEffectiveName();
            return new Introduction(person, own(interaction, person), "user:" + person.id(), name, true, false, locale);
        }
        return new Introduction(
                person,
                channel(interaction),
                "guild:" + guild.getId(),
                guild.getName(),
                false,
                manages(interaction),
                locale);
    }

    private static boolean manages(Interaction interaction) {
        Member member = interaction.getMember();
        return member != null && member.hasPermission(Permission.MANAGE_SERVER);
    }

    private static Place channel(Interaction interaction) {
        return interaction.getChannel() instanceof ThreadChannel thread
                ? new Place(PLATFORM, thread.getParentChannel().getId(), Optional.of(thread.getId()))
                : new Place(PLATFORM, Long.toUnsignedString(interaction.getChannelIdLong()), Optional.empty());
    }

    /** The channel of a direct message with the bot; elsewhere the bot can say nothing unasked, so the person is the place. */
    private static Place own(Interaction interaction, PersonKey person) {
        return interaction.getContext() == InteractionContextType.BOT_DM
                ? channel(interaction)
                : new Place(PLATFORM, "user:" + person.id(), Optional.empty());
    }
}
