package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.lede.answer.Texts;
import news.lede.command.CommandSpec;
import news.lede.community.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** Keeps the service's menus equal to the desk's commands: per language, and with the moderators' commands for administrators. */
final class Menus {
    private static final Logger LOG = LoggerFactory.getLogger(Menus.class);

    private final Calls calls;
    private final List<CommandSpec> commands;

    Menus(Calls calls, List<CommandSpec> commands) {
        this.calls = calls;
        this.commands = List.copyOf(commands);
    }

    /** Sets what differs. A menu that cannot be set is said; commands work without. */
    void publish() throws InterruptedException {
        int changed = 0;
        for (Locale language : Texts.LANGUAGES) {
            changed += publish(new BotCommandScopeDefault(), language, Role.MEMBER);
            changed += publish(new BotCommandScopeAllChatAdministrators(), language, Role.MODERATOR);
        }
        LOG.info("telegram menus up to date changed={}", changed);
    }

    private int publish(BotCommandScope scope, Locale language, Role role) throws InterruptedException {
        // Readers of every language we do not speak get the first.
        @Nullable String code = language.equals(Texts.LANGUAGES.getFirst()) ? null : language.getLanguage();
        List<BotCommand> wanted = menu(language, role);
        GetMyCommands question =
                GetMyCommands.builder().scope(scope).languageCode(code).build();
        if (calls.call(question, calls.tooLate()) instanceof Calls.Result.Done<ArrayList<BotCommand>>(var present)
                && present.equals(wanted)) {
            return 0;
        }
        SetMyCommands change = SetMyCommands.builder()
                .commands(wanted)
                .scope(scope)
                .languageCode(code)
                .build();
        if (calls.call(change, calls.tooLate()) instanceof Calls.Result.Failed<Boolean>(Failure failure)) {
            LOG.warn(
                    "telegram menu not set scope={} language={} reason=\"{}\"",
                    scope.getType(),
                    code,
                    failure.reason());
            return 0;
        }
        return 1;
    }

    private List<BotCommand> menu(Locale language, Role role) {
        return commands.stream()
                .filter(c -> role.may(c.role()))
                .map(c -> new BotCommand(c.name(), c.description(language)))
                .toList();
    }
}
