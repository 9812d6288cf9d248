package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.community.Role;
import org.junit.jupiter.api.Test;

class CommandMenuTest {
    @Test
    void whatMembersAskIsOfferedEverywhere() {
        CommandData latest = CommandMenu.of(List.of(CommandSpecs.LATEST)).getFirst();
        assertThat(latest.getContexts()).isEqualTo(InteractionContextType.ALL);
        assertThat(latest.getIntegrationTypes())
                .containsExactlyInAnyOrder(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
        assertThat(latest.getDefaultPermissions().getPermissionsRaw()).isNull();
    }

    @Test
    void whatModeratorsDoIsOfferedAloneAndInServersToThoseWhoManageThem() {
        CommandSpec moderated = new CommandSpec("help", List.of(), Role.MODERATOR);
        CommandData data = CommandMenu.of(List.of(moderated)).getFirst();
        assertThat(data.getContexts())
                .containsExactlyInAnyOrder(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
        assertThat(data.getIntegrationTypes()).containsExactly(IntegrationType.GUILD_INSTALL);
        assertThat(data.getDefaultPermissions().getPermissionsRaw()).isEqualTo(Permission.MANAGE_SERVER.getRawValue());
    }

    @Test
    void messagesOfferOnlyWhatTheCoreCanDo() {
        assertThat(CommandMenu.of(List.of(CommandSpecs.LATEST))).hasSize(1);
        assertThat(CommandMenu.of(List.of(CommandSpecs.SUMMARIZE)))
                .extracting(CommandData::getName)
                .containsExactly("summarize", "Summarise links");
    }
}
