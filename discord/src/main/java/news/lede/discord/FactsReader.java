package news.lede.discord;

import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import news.lede.community.PersonKey;
import news.lede.community.Place;

/** Reads from an interaction who asks and where. */
final class FactsReader {
    private FactsReader() {}

    static Facts of(Interaction interaction) {
        PersonKey person = new PersonKey(Facts.PLATFORM, interaction.getUser().getId());
        String name = interaction.getUser().getEffectiveName();
        Locale locale = interaction.getUserLocale().toLocale();
        Guild guild = interaction.getGuild();
        if (guild != null && !guild.isDetached()) {
            return new Facts(
                    "guild:" + guild.getId(),
                    guild.getName(),
                    person,
                    name,
                    place(interaction),
                    manages(interaction),
                    locale);
        }
        return new Facts("user:" + person.id(), name, person, name, own(interaction, person), false, locale);
    }

    private static boolean manages(Interaction interaction) {
        Member member = interaction.getMember();
        return member != null && member.hasPermission(Permission.MANAGE_SERVER);
    }

    private static Place place(Interaction interaction) {
        return interaction.getChannel() instanceof ThreadChannel thread
                ? Facts.place(thread.getParentChannel().getId(), Optional.of(thread.getId()))
                : Facts.place(interaction.getChannelId() == null ? "" : interaction.getChannelId(), Optional.empty());
    }

    /** The channel of a direct message with the bot; elsewhere the bot can say nothing unasked, so the person is the place. */
    private static Place own(Interaction interaction, PersonKey person) {
        return interaction.getContext() == InteractionContextType.BOT_DM
                ? place(interaction)
                : Facts.place("user:" + person.id(), Optional.empty());
    }
}
