package news.lede.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
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
    void numbersHaveTheirRange_wordsTheirLength_andAFewWordsAreChosenInTheReadersLanguage() {
        SlashCommandData latest =
                (SlashCommandData) CommandMenu.of(List.of(CommandSpecs.LATEST)).getFirst();
        OptionData count = latest.getOptions().getLast();
        assertThat(count.getType()).isEqualTo(OptionType.INTEGER);
        assertThat(count.getMinValue()).isEqualTo(1L);
        assertThat(count.getMaxValue()).isEqualTo(20L);
        assertThat(latest.getOptions().getFirst().getMaxLength()).isEqualTo(2048);
        assertThat(latest.getOptions().getFirst().isAutoComplete()).isTrue();

        SlashCommandData subscribe = (SlashCommandData)
                CommandMenu.of(List.of(CommandSpecs.SUBSCRIBE)).getFirst();
        OptionData when = subscribe.getOptions().get(1);
        assertThat(when.isAutoComplete()).isFalse();
        assertThat(when.getChoices()).extracting(Command.Choice::getAsString).contains("now", "daily");
        assertThat(when.getChoices().get(1).getNameLocalizations().toMap())
                .containsEntry(DiscordLocale.GERMAN, "täglich");
    }

    @Test
    void commandsAndOptionsBearTheNamesOfEachLanguage() {
        SlashCommandData latest =
                (SlashCommandData) CommandMenu.of(List.of(CommandSpecs.LATEST)).getFirst();
        assertThat(latest.getNameLocalizations().toMap()).containsEntry(DiscordLocale.GERMAN, "neueste");
        assertThat(latest.getOptions().getLast().getNameLocalizations().toMap())
                .containsEntry(DiscordLocale.GERMAN, "anzahl");
    }

    @Test
    void theFingerprintIsThatOfWhatDiscordIsTold() {
        String all = CommandMenu.fingerprint(CommandMenu.of(CommandSpecs.ALL));
        assertThat(CommandMenu.fingerprint(CommandMenu.of(CommandSpecs.ALL))).isEqualTo(all);
        assertThat(CommandMenu.fingerprint(CommandMenu.of(CommandSpecs.ALL.subList(1, CommandSpecs.ALL.size()))))
                .isNotEqualTo(all);
        assertThat(CommandMenu.fingerprint(CommandMenu.of(List.of(new CommandSpec("help", List.of(), Role.MODERATOR)))))
                .isNotEqualTo(CommandMenu.fingerprint(
                        CommandMenu.of(List.of(new CommandSpec("help", List.of(), Role.MEMBER)))));
    }

    @Test
    void messagesOfferOnlyWhatTheCoreCanDo() {
        assertThat(CommandMenu.of(List.of(CommandSpecs.LATEST))).hasSize(1);
        assertThat(CommandMenu.of(List.of(CommandSpecs.SUMMARIZE)))
                .extracting(CommandData::getName)
                .containsExactly("summarize", "Summarise links");
    }
}
