package news.lede.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.lede.answer.Texts;
import news.lede.command.CommandSpec;
import news.lede.command.CommandSpecs;
import news.lede.community.PlatformFacts;
import news.lede.community.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * Keeps what the service shows of us equal to what we are: the menus of commands, for private chats, groups and their administrators, and what the bot says of itself, each in every language we speak.
 * What was told last is remembered, and told again only when it would be something else.
 */
final class Menus {
    private static final Logger LOG = LoggerFactory.getLogger(Menus.class);
    private static final String PLATFORM = "telegram";

    private final Calls calls;
    private final List<CommandSpec> commands;
    private final PlatformFacts facts;
    private final String account;
    private int changed;

    /** @param account of the bot; another one has been told nothing */
    Menus(Calls calls, List<CommandSpec> commands, PlatformFacts facts, String account) {
        this.calls = calls;
        this.commands = List.copyOf(commands);
        this.facts = facts;
        this.account = account;
    }

    /** Sets what differs. What cannot be set is said; commands work without. */
    void publish() throws InterruptedException {
        Predicate<CommandSpec> all = _ -> true;
        Predicate<CommandSpec> ofMembers = c -> Role.MEMBER.may(c.role());
        Predicate<CommandSpec> inGroups = c -> !c.equals(CommandSpecs.START);
        for (Locale language : Texts.LANGUAGES) {
            publish(new BotCommandScopeDefault(), language, ofMembers);
            // Somebody's own workspace is theirs to moderate.
            publish(new BotCommandScopeAllPrivateChats(), language, all);
            publish(new BotCommandScopeAllGroupChats(), language, ofMembers.and(inGroups));
            publish(new BotCommandScopeAllChatAdministrators(), language, inGroups);
            describe(language);
        }
        LOG.info("telegram menus up to date changed={}", changed);
    }

    private void publish(BotCommandScope scope, Locale language, Predicate<CommandSpec> shown)
            throws InterruptedException {
        List<BotCommand> menu = commands.stream()
                .filter(shown)
                .map(c -> new BotCommand(c.name(), c.description(language)))
                .toList();
        String value = menu.stream()
                .map(c -> c.getCommand() + " " + c.getDescription())
                .collect(Collectors.joining("\n"));
        SetMyCommands call = SetMyCommands.builder()
                .commands(menu)
                .scope(scope)
                .languageCode(code(language))
                .build();
        tell("commands/" + scope.getType() + "/" + language, value, call);
    }

    private void describe(Locale language) throws InterruptedException {
        Texts texts = Texts.in(language);
        String description = texts.text("bot.description");
        tell(
                "description/" + language,
                description,
                SetMyDescription.builder()
                        .description(description)
                        .languageCode(code(language))
                        .build());
        String brief = texts.text("bot.short-description");
        tell(
                "short-description/" + language,
                brief,
                SetMyShortDescription.builder()
                        .shortDescription(brief)
                        .languageCode(code(language))
                        .build());
    }

    /** Readers of every language we do not speak get the first. */
    private static @Nullable String code(Locale language) {
        return language.equals(Texts.LANGUAGES.getFirst()) ? null : language.getLanguage();
    }

    private void tell(String name, String value, BotApiMethod<Boolean> call) throws InterruptedException {
        if (facts.told(PLATFORM, account, name)
                .filter(told -> Objects.equals(told, value))
                .isPresent()) {
            return;
        }
        switch (calls.call(call, calls.tooLate())) {
            case Calls.Result.Done<Boolean> _ -> {
                facts.tell(PLATFORM, account, name, value);
                changed++;
            }
            case Calls.Result.Failed<Boolean>(Failure failure) ->
                LOG.warn("telegram menu not set what={} reason=\"{}\"", name, failure.reason());
        }
    }
}
