package news.lede.discord;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateLockedEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleRemoveEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.role.update.RoleUpdatePermissionsEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import news.lede.alert.Doors;
import news.lede.alert.Messenger.Reason;
import news.lede.community.Place;

/**
 * Tells where we may write since servers changed: let us in, sent us away, gave or took rights, removed a channel. That a server is unavailable is an outage of
 * Discord's, and tells nothing.
 */
final class AccessListener extends ListenerAdapter {
    private static final String PLATFORM = "discord";

    private final Doors doors;
    private final Channels channels;
    private final Executor work;

    /** @param work where the store may be waited for: JDA's own thread must not */
    AccessListener(Doors doors, Channels channels, Executor work) {
        this.doors = doors;
        this.channels = channels;
        this.work = work;
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        look(event.getGuild());
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        look(event.getGuild());
    }

    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        look(event.getGuild());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        List<String> left = chats(event.getGuild());
        work.execute(() -> doors.seen(PLATFORM, left, _ -> shut(Reason.KICKED, "removed from the server")));
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        if (event.getChannelType().isThread() || !event.isFromGuild()) {
            return;
        }
        List<String> gone = List.of(event.getChannel().getId());
        work.execute(() -> doors.seen(PLATFORM, gone, _ -> shut(Reason.DELETED, "the channel was deleted")));
    }

    @Override
    public void onChannelUpdateLocked(ChannelUpdateLockedEvent event) {
        String parent = event.getChannel().asThreadChannel().getParentChannel().getId();
        work.execute(() -> doors.seen(PLATFORM, List.of(parent), this::standing));
    }

    @Override
    public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
        List<String> changed = List.of(event.getChannel().getId());
        work.execute(() -> doors.seen(PLATFORM, changed, this::standing));
    }

    @Override
    public void onRoleUpdatePermissions(RoleUpdatePermissionsEvent event) {
        Guild guild = event.getGuild();
        if (event.getRole().isPublicRole() || guild.getSelfMember().getRoles().contains(event.getRole())) {
            look(guild);
        }
    }

    @Override
    public void onGuildMemberRoleAdd(GuildMemberRoleAddEvent event) {
        lookIfOurs(event.getMember());
    }

    @Override
    public void onGuildMemberRoleRemove(GuildMemberRoleRemoveEvent event) {
        lookIfOurs(event.getMember());
    }

    private void lookIfOurs(Member member) {
        if (member.equals(member.getGuild().getSelfMember())) {
            look(member.getGuild());
        }
    }

    private void look(Guild guild) {
        List<String> all = chats(guild);
        work.execute(() -> doors.seen(PLATFORM, all, this::standing));
    }

    private static List<String> chats(Guild guild) {
        return guild.getChannels(true).stream().map(GuildChannel::getId).toList();
    }

    private Optional<Doors.Shut> standing(Place place) {
        return channels.writable(place) ? Optional.empty() : shut(Reason.NO_RIGHTS, "may not write there");
    }

    private static Optional<Doors.Shut> shut(Reason reason, String detail) {
        return Optional.of(new Doors.Shut(reason, detail));
    }
}
