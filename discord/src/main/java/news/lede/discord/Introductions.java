package news.lede.discord;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import news.lede.community.Introduction;
import news.lede.community.PersonKey;
import news.lede.community.Place;
import news.lede.community.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads from an interaction who asks and where. In a server that has the bot the workspace is that server, {@code guild:ID}; in direct messages, and wherever
 * somebody uses the bot that they installed for themselves, it is their own, {@code user:ID}, and the person is the place: whoever writes there opens the channel of their direct messages.
 */
final class Introductions {
    private static final String PLATFORM = "discord";

    private Introductions() {}

    static Introduction of(Interaction interaction) {
        PersonKey person = new PersonKey(PLATFORM, interaction.getUser().getId());
        Guild guild = interaction.getGuild();
        Optional<Locale> locale = Optional.of(interaction.getUserLocale().toLocale());
        String name = interaction.getUser().getEffectiveName();
        Place alone = Channels.alone(person.id());
        String own = alone.chat();
        if (guild == null || guild.isDetached()) {
            return new Introduction(person, alone, own, name, true, Role.MEMBER, locale);
        }
        return new Introduction(
                person,
                channel(interaction),
                "guild:" + guild.getId(),
                guild.getName(),
                false,
                role(interaction.getMember()),
                locale,
                Optional.of(new Introduction.Private(alone, own, name, false)),
                bears(interaction.getMember()));
    }

    private static Role role(@Nullable Member member) {
        if (member == null || !member.hasPermission(Permission.MANAGE_SERVER)) {
            return Role.MEMBER;
        }
        return member.isOwner() ? Role.OWNER : Role.MODERATOR;
    }

    /** Roles of the server can be granted something too. */
    private static Set<PersonKey> bears(@Nullable Member member) {
        return member == null
                ? Set.of()
                : member.getUnsortedRoles().stream()
                        .map(role -> PersonKey.ofRole(PLATFORM, role.getId()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** In a post of a forum that is the forum, where each story gets a post of its own: nobody can ask in a forum but in its posts. */
    private static Place channel(Interaction interaction) {
        if (!(interaction.getChannel() instanceof ThreadChannel thread)) {
            return new Place(PLATFORM, Long.toUnsignedString(interaction.getChannelIdLong()), Optional.empty());
        }
        String parent = thread.getParentChannel().getId();
        return thread.getParentChannel() instanceof IPostContainer
                ? new Place(PLATFORM, parent, Optional.empty())
                : new Place(PLATFORM, parent, Optional.of(thread.getId()));
    }
}
