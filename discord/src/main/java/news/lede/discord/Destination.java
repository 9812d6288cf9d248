package news.lede.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import news.lede.answer.Answer;
import news.lede.command.Invocation;

/**
 * A channel, thread or forum that is to be told: what we need there and do not have. Looked at when somebody makes it a destination, so that nobody learns from silence that a right is missing.
 *
 * @param channel where it is
 * @param missing rights we do not have there, in the order to name them
 * @param locked a thread that only moderators can open again
 */
record Destination(GuildChannel channel, List<Permission> missing, boolean locked) {
    private static final Pattern TO_ME = Pattern.compile("(?i).*\\bto:\\s*(?:me|mir)\\b.*", Pattern.DOTALL);
    private static final Pattern TELLS =
            Pattern.compile("/(?:(?:subscribe|channel|health)\\b.*|setup\\s*)", Pattern.DOTALL);

    Destination {
        missing = List.copyOf(missing);
    }

    /** Whether a call is about being told at the place it comes from. */
    static boolean isMadeBy(Invocation call) {
        return switch (call.command()) {
            case "channel", "health" -> true;
            // Once at its beginning, not at every step.
            case "setup" -> call.options().isEmpty();
            case "subscribe" ->
                call.option("to").filter(to -> to.equalsIgnoreCase("me")).isEmpty();
            default -> false;
        };
    }

    /** The same of a call as typed. */
    static boolean isMadeBy(String typed) {
        return TELLS.matcher(typed).matches() && !TO_ME.matcher(typed).matches();
    }

    /** The place of an interaction as a destination; empty where that is nobody's to choose: in private, in servers without us, for members who do not manage the server. */
    static Optional<Destination> of(Interaction interaction) {
        Guild guild = interaction.getGuild();
        Member member = interaction.getMember();
        if (guild == null
                || guild.isDetached()
                || member == null
                || !member.hasPermission(Permission.MANAGE_SERVER)
                || !(interaction.getChannel() instanceof GuildChannel)) {
            return Optional.empty();
        }
        return Optional.ofNullable(guild.getGuildChannelById(interaction.getChannelIdLong()))
                .map(Destination::told)
                .map(Destination::of);
    }

    /** In a post of a forum that is the forum. */
    private static GuildChannel told(GuildChannel channel) {
        return channel instanceof ThreadChannel thread && thread.getParentChannel() instanceof IPostContainer forum
                ? forum
                : channel;
    }

    /** What is missing to tell news there. */
    static Destination of(GuildChannel channel) {
        Member self = channel.getGuild().getSelfMember();
        List<Permission> missing = needed(channel).stream()
                .filter(permission -> !self.hasPermission(channel, permission))
                .toList();
        return new Destination(channel, missing, channel instanceof ThreadChannel thread && thread.isLocked());
    }

    /** All that telling news needs there. */
    static List<Permission> needed(GuildChannel channel) {
        return needed(channel instanceof ThreadChannel, channel instanceof IPostContainer);
    }

    /** What destinations of every kind need together: what the bot is invited with. */
    static Set<Permission> neededAnywhere() {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(needed(false, false));
        all.addAll(needed(true, false));
        all.addAll(needed(false, true));
        return all;
    }

    /** History is read when Discord left open whether a message arrived. */
    private static List<Permission> needed(boolean thread, boolean forum) {
        List<Permission> needed = new ArrayList<>(List.of(Permission.VIEW_CHANNEL));
        if (!thread) {
            needed.add(Permission.MESSAGE_SEND);
        }
        if (thread || forum) {
            needed.add(Permission.MESSAGE_SEND_IN_THREADS);
        }
        needed.add(Permission.MESSAGE_EMBED_LINKS);
        needed.add(Permission.MESSAGE_HISTORY);
        return needed;
    }

    /** What somebody has to do before news can come; empty when it can. */
    Optional<Answer> trouble(Locale locale) {
        String where = "#" + channel.getName();
        if (!missing.isEmpty()) {
            String rights = missing.stream().map(p -> name(p, locale)).collect(Collectors.joining(", "));
            return Optional.of(Wording.notice("rights", locale, where, rights));
        }
        return locked ? Optional.of(Wording.notice("locked", locale, where)) : Optional.empty();
    }

    private String name(Permission permission, Locale locale) {
        boolean post = permission == Permission.MESSAGE_SEND && channel instanceof IPostContainer;
        return Wording.text("right." + (post ? "CREATE_POSTS" : permission.name()), locale);
    }
}
