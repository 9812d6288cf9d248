package news.lede.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.lede.answer.Display;
import news.lede.command.CommandSpec;
import news.lede.command.Option;

/**
 * Decides whether a message is meant for us, and what it says to the desk. Alone with somebody everything is; among several only commands: those with our
 * name behind them, and without any name those that we have, since another bot may own the others.
 */
final class Typed {
    private static final Pattern COMMAND = Pattern.compile(
            "/(\\w{1,64})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINK = Pattern.compile("(?i)https?://|\\bwww\\.");

    private static final Pattern OTHER_OPTION = Pattern.compile("[a-z]+:");

    private final String botName;
    private final Pattern mention;
    private final Set<String> names;
    private final Set<String> aboutStories;
    private final Set<String> aboutLinks;
    private final Set<String> aboutPersons;

    Typed(String botName, List<CommandSpec> commands) {
        this.botName = botName;
        this.mention = Pattern.compile("@" + Pattern.quote(botName) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
        this.names = commands.stream().map(CommandSpec::name).collect(Collectors.toUnmodifiableSet());
        this.aboutStories = about(commands, Option.Kind.STORY);
        this.aboutLinks = about(commands, Option.Kind.LINK);
        this.aboutPersons = about(commands, Option.Kind.PERSON);
    }

    private static Set<String> about(List<CommandSpec> commands, Option.Kind kind) {
        return commands.stream()
                .filter(c -> !c.options().isEmpty() && c.options().getFirst().kind() == kind)
                .map(CommandSpec::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<String> forDesk(Incoming.Written written) {
        Matcher matcher = COMMAND.matcher(written.text().strip());
        boolean alone = written.venue().isPrivate();
        if (!matcher.matches()) {
            return alone ? Optional.of(words(written)) : Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String addressee = matcher.group(2);
        boolean ours = addressee == null ? alone || names.contains(name) : addressee.equalsIgnoreCase(botName);
        String rest = Optional.ofNullable(matcher.group(3)).map(String::strip).orElse("");
        return ours
                ? Optional.of(command(name, withPerson(name, rest, written.whom()), written.about()))
                : Optional.empty();
    }

    /** Whether it is said among several people, to none of them or another bot, and may hold a link. */
    static boolean isOverheard(Incoming.Written written) {
        String text = written.text().strip();
        return written.venue().kind() == Venue.Kind.GROUP
                && !text.startsWith("/")
                && LINK.matcher(text).find();
    }

    /** In reply to somebody a command on persons is about them, unless it names another. */
    private String withPerson(String name, String rest, Optional<Long> whom) {
        boolean open = rest.isEmpty() || (OTHER_OPTION.matcher(rest).lookingAt() && !rest.contains("person:"));
        return aboutPersons.contains(name) && open
                ? whom.map(person -> ("person:" + person + " " + rest).strip()).orElse(rest)
                : rest;
    }

    /** A command in a text that is for us already. */
    Optional<String> command(String text, Optional<String> about) {
        Matcher matcher = COMMAND.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(command(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        Optional.ofNullable(matcher.group(3)).map(String::strip).orElse(""),
                        about))
                : Optional.empty();
    }

    /** A text without the mentions of us that it bears. */
    String withoutName(String text) {
        return mention.matcher(text).replaceAll(" ").strip();
    }

    /** What is passed on to us is not a question in itself: the article it links to is, else what it is about. */
    private static String words(Incoming.Written written) {
        return written.forwarded()
                .map(about -> about.startsWith("http") ? "/summarize " + about : "/related " + about)
                .orElse(written.text());
    }

    /** The name of the command in a text for the desk, cut when it is none. */
    static String name(String forDesk) {
        return Display.brief(forDesk.startsWith("/") ? forDesk.substring(1).split("\\s", 2)[0] : forDesk, 32);
    }

    private String command(String name, String rest, Optional<String> about) {
        if (name.equals("start") && !rest.isEmpty()) {
            return DeepLink.commandOfPayload(rest).orElse("/start " + rest);
        }
        Optional<String> meant = about.filter(_ -> aboutStories.contains(name))
                .or(() -> about.filter(text -> aboutLinks.contains(name) && text.startsWith("http")));
        if (rest.isEmpty() && meant.isPresent()) {
            return "/" + name + " " + meant.get();
        }
        return rest.isEmpty() ? "/" + name : "/" + name + " " + rest;
    }
}
