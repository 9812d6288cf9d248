package news.lede.command;

import java.util.List;
import java.util.Set;
import news.lede.command.Option.Kind;
import news.lede.community.Role;

/** Every command there is. The one declaration that menus, help, parsing and handlers follow. */
public final class CommandSpecs {
    private static final Option COUNT = new Option("count", Kind.COUNT, false);
    private static final Option PAGE = new Option("page", Kind.PAGE, false);

    /** {@code payload} is what a deep link carries: {@code story_4} opens story 4. */
    public static final CommandSpec START =
            new CommandSpec("start", List.of(), Role.MEMBER, List.of(new Option("payload", Kind.WORDS, false)));

    public static final CommandSpec HELP = everyone("help", List.of(new Option("command", Kind.COMMAND, false)));

    public static final CommandSpec LATEST = paged(
            "latest", List.of(new Option("topic", Kind.TOPIC, false), new Option("source", Kind.SOURCE, false), COUNT));

    public static final CommandSpec TOPIC = paged("topic", List.of(new Option("topic", Kind.TOPIC, true), COUNT));

    public static final CommandSpec RELATED = paged("related", List.of(new Option("story", Kind.STORY, false)));

    /** {@code topic} is the one it was found under; {@code view:evidence} shows what it rests on. */
    public static final CommandSpec STORY = new CommandSpec(
            "story",
            List.of(new Option("story", Kind.STORY, true)),
            Role.MEMBER,
            List.of(new Option("topic", Kind.TOPIC, false), new Option("view", Kind.VIEW, false)));

    public static final CommandSpec BRIEF = everyone("brief", List.of(new Option("length", Kind.LENGTH, false)));

    /** {@code span} is the look whose pages are turned. */
    public static final CommandSpec SINCE =
            new CommandSpec("since", List.of(COUNT), Role.MEMBER, List.of(PAGE, new Option("span", Kind.SPAN, false)));

    public static final CommandSpec TIMELINE = everyone("timeline", List.of(new Option("story", Kind.STORY, true)));

    public static final CommandSpec CORRECTIONS =
            paged("corrections", List.of(new Option("source", Kind.SOURCE, false), COUNT));

    /** A link is taken for what {@code story} is too, but may be given under its own name. Without any of them: why nothing came. */
    public static final CommandSpec WHY = new CommandSpec(
            "why",
            List.of(new Option("story", Kind.STORY, false), new Option("topic", Kind.TOPIC, false)),
            Role.MEMBER,
            List.of(new Option("link", Kind.LINK, false)));

    public static final CommandSpec COMPARE = everyone("compare", List.of(new Option("story", Kind.STORY, true)));

    public static final CommandSpec TOPICS = everyone("topics", List.of());

    /** Whether a story fits a topic. */
    public static final CommandSpec FEEDBACK = everyone(
            "feedback",
            List.of(
                    new Option("story", Kind.STORY, true),
                    new Option("topic", Kind.TOPIC, true),
                    new Option("fits", Kind.FLAG, false)));

    /** More or less of what a story is like. The same again takes it back. */
    public static final CommandSpec VOTE =
            everyone("vote", List.of(new Option("opinion", Kind.OPINION, true), new Option("story", Kind.STORY, true)));

    /** {@code forget}: {@code stories}, or the topic whose votes go; {@code confirm} is what the button of the question writes. */
    public static final CommandSpec VOTES = new CommandSpec(
            "votes",
            List.of(new Option("forget", Kind.TEXT, false)),
            Role.MODERATOR,
            List.of(new Option("confirm", Kind.FLAG, false)));

    /** Without {@code kind}: what can be said. */
    public static final CommandSpec REPORT = everyone(
            "report",
            List.of(
                    new Option("story", Kind.STORY, true),
                    new Option("kind", Kind.FAULT, false),
                    new Option("words", Kind.TEXT, false)));

    /** {@code settle} is the story whose reports a moderator has seen to, {@code story} the one whose reports alone are shown. */
    public static final CommandSpec REPORTS = new CommandSpec(
            "reports",
            List.of(),
            Role.MODERATOR,
            List.of(PAGE, new Option("settle", Kind.STORY, false), new Option("story", Kind.STORY, false)));

    /** Without {@code story}: what is taken back; {@code restore} is the number of one of those. */
    public static final CommandSpec RETRACT = new CommandSpec(
            "retract",
            List.of(new Option("story", Kind.STORY, false)),
            Role.MODERATOR,
            List.of(PAGE, new Option("confirm", Kind.FLAG, false), new Option("restore", Kind.TEXT, false)));

    /** {@code name} is what to call whoever suggests it, in thanks. */
    public static final CommandSpec SUGGEST =
            everyone("suggest", List.of(new Option("link", Kind.LINK, true), new Option("name", Kind.TEXT, false)));

    /** One at a time; {@code accept} and {@code decline} are the number of one. */
    public static final CommandSpec SUGGESTIONS = new CommandSpec(
            "suggestions",
            List.of(),
            Role.MODERATOR,
            List.of(PAGE, new Option("accept", Kind.TEXT, false), new Option("decline", Kind.TEXT, false)));

    /** Each call changes what it names of the definition. {@code over} is the last change by somebody else that whoever saves was shown. */
    public static final CommandSpec TUNE = new CommandSpec(
            "tune",
            List.of(
                    new Option("topic", Kind.TOPIC, true),
                    new Option("words", Kind.TEXT, false),
                    new Option("must", Kind.TEXT, false),
                    new Option("not", Kind.TEXT, false),
                    new Option("description", Kind.TEXT, false),
                    new Option("parent", Kind.TOPIC, false),
                    new Option("yes", Kind.TEXT, false),
                    new Option("no", Kind.TEXT, false),
                    new Option("save", Kind.FLAG, false),
                    new Option("remove", Kind.FLAG, false)),
            Role.EDITOR,
            List.of(new Option("over", Kind.TEXT, false)));

    /** What is subscribed to is one of {@code topic}, {@code words} and {@code source}. */
    public static final CommandSpec SUBSCRIBE = new CommandSpec(
            "subscribe",
            List.of(
                    new Option("topic", Kind.TOPIC, false),
                    new Option("when", Kind.WHEN, false),
                    new Option("at", Kind.TEXT, false),
                    new Option("to", Kind.TARGET, false),
                    new Option("filter", Kind.FILTER, false),
                    new Option("words", Kind.WORDS, false),
                    new Option("source", Kind.SOURCE, false),
                    new Option("zone", Kind.ZONE, false),
                    new Option("confirm", Kind.FLAG, false)),
            Role.MEMBER,
            List.of(new Option("least", Kind.COUNT, false), new Option("language", Kind.TEXT, false)));

    public static final CommandSpec UNSUBSCRIBE =
            everyone("unsubscribe", List.of(new Option("topic", Kind.SUBSCRIPTION, true)));

    public static final CommandSpec SUBSCRIPTIONS = everyone("subscriptions", List.of());

    public static final CommandSpec PAUSE = everyone(
            "pause", List.of(new Option("topic", Kind.SUBSCRIPTION, false), new Option("until", Kind.TEXT, false)));

    /** Each call sets what it names and leaves the rest. {@code ask} names the options that a form asks for. */
    public static final CommandSpec SETUP = new CommandSpec(
            "setup",
            List.of(
                    new Option("step", Kind.STEP, false),
                    new Option("language", Kind.LANGUAGE, false),
                    new Option("zone", Kind.ZONE, false),
                    new Option("packs", Kind.TEXT, false),
                    new Option("topics", Kind.TEXT, false),
                    new Option("style", Kind.STYLE, false),
                    new Option("when", Kind.WHEN, false),
                    new Option("at", Kind.TEXT, false),
                    new Option("quiet", Kind.TEXT, false),
                    new Option("budget", Kind.TEXT, false)),
            Role.MODERATOR,
            List.of(PAGE, new Option(Form.ASK, Kind.TEXT, false)));

    /** Each call changes what it names. */
    public static final CommandSpec CHANNEL = new CommandSpec(
            "channel",
            List.of(
                    new Option("budget", Kind.TEXT, false),
                    new Option("quiet", Kind.TEXT, false),
                    new Option("silent", Kind.SILENT, false),
                    new Option("style", Kind.STYLE, false),
                    new Option("mention", Kind.TEXT, false),
                    new Option("crosspost", Kind.FLAG, false),
                    new Option("oldnews", Kind.FLAG, false),
                    new Option("reports", Kind.FLAG, false)),
            Role.EDITOR);

    public static final CommandSpec HELD =
            new CommandSpec("held", List.of(new Option("to", Kind.TARGET, false), COUNT), Role.EDITOR, List.of(PAGE));

    public static final CommandSpec HEALTH = new CommandSpec("health", List.of(), Role.MODERATOR);

    /** Without {@code person}: who has what. Without more: what that person has. */
    public static final CommandSpec GRANT = new CommandSpec(
            "grant",
            List.of(
                    new Option("person", Kind.PERSON, false),
                    new Option("role", Kind.GRANT, false),
                    new Option("topic", Kind.TOPIC, false),
                    new Option("remove", Kind.FLAG, false)),
            Role.MODERATOR);

    /** {@code number} is the change that is taken back, {@code before} the one a page follows on. */
    public static final CommandSpec AUDIT = new CommandSpec(
            "audit",
            List.of(new Option("undo", Kind.FLAG, false)),
            Role.MODERATOR,
            List.of(new Option("number", Kind.TEXT, false), new Option("before", Kind.TEXT, false)));

    public static final CommandSpec TIMEZONE = everyone("timezone", List.of(new Option("zone", Kind.ZONE, false)));

    public static final CommandSpec LANGUAGE =
            everyone("language", List.of(new Option("language", Kind.LANGUAGE, false)));

    /** {@code export} and {@code import} are for moderators; {@code confirm} is what the button under a file's report writes. */
    public static final CommandSpec SETTINGS = new CommandSpec(
            "settings",
            List.of(new Option("export", Kind.FLAG, false), new Option("import", Kind.FILE, false)),
            Role.MEMBER,
            List.of(new Option("confirm", Kind.TEXT, false)));

    /** {@code confirm} is what the button of the question writes. */
    public static final CommandSpec PRIVACY = new CommandSpec(
            "privacy",
            List.of(new Option("export", Kind.FLAG, false), new Option("erase", Kind.FLAG, false)),
            Role.MEMBER,
            List.of(new Option("confirm", Kind.FLAG, false)));

    public static final CommandSpec SEARCH = paged("search", List.of(new Option("words", Kind.WORDS, true), COUNT));

    public static final CommandSpec SUMMARIZE = everyone("summarize", List.of(new Option("link", Kind.LINK, true)));

    /** Whether a link is old news. */
    public static final CommandSpec KNOWN = everyone("known", List.of(new Option("link", Kind.LINK, true)));

    public static final CommandSpec SOURCES = paged("sources", List.of());

    /** A link may be given under its own name too. */
    public static final CommandSpec SOURCE = new CommandSpec(
            "source",
            List.of(new Option("action", Kind.ACTION, true), new Option("source", Kind.FOLLOWABLE, false)),
            Role.MODERATOR,
            List.of(new Option("link", Kind.LINK, false), PAGE));

    /** In the order help lists them. */
    public static final List<CommandSpec> ALL = List.of(
            LATEST,
            BRIEF,
            SINCE,
            TOPIC,
            RELATED,
            STORY,
            TIMELINE,
            COMPARE,
            WHY,
            CORRECTIONS,
            SEARCH,
            SUMMARIZE,
            KNOWN,
            TOPICS,
            FEEDBACK,
            VOTE,
            VOTES,
            REPORT,
            REPORTS,
            RETRACT,
            SUGGEST,
            SUGGESTIONS,
            TUNE,
            SUBSCRIBE,
            UNSUBSCRIBE,
            SUBSCRIPTIONS,
            PAUSE,
            SETUP,
            CHANNEL,
            HELD,
            HEALTH,
            GRANT,
            AUDIT,
            TIMEZONE,
            LANGUAGE,
            SETTINGS,
            SOURCES,
            SOURCE,
            HELP,
            PRIVACY,
            START);

    private static final Set<CommandSpec> IN_PLACE = Set.of(
            VOTE,
            VOTES,
            REPORT,
            REPORTS,
            RETRACT,
            SUGGEST,
            SUGGESTIONS,
            TUNE,
            SUBSCRIBE,
            UNSUBSCRIBE,
            PAUSE,
            SETUP,
            CHANNEL,
            HELD,
            HEALTH,
            GRANT,
            AUDIT,
            TIMEZONE,
            LANGUAGE,
            SETTINGS,
            SOURCE);

    private CommandSpecs() {}

    /** Whether a command, as typed, is about the place it is typed in: then a button must act in that place, wherever else answers to buttons are given. */
    public static boolean actsInPlace(String typed) {
        return IN_PLACE.stream()
                .map(spec -> "/" + spec.name())
                .anyMatch(name -> typed.equals(name) || typed.startsWith(name + " "));
    }

    /** Whether a command, as typed, leads through a form, so that what a button of it shows takes the place of what it was on. */
    public static boolean turnsPages(String typed) {
        return typed.equals("/" + SETUP.name()) || typed.startsWith("/" + SETUP.name() + " ");
    }

    private static CommandSpec everyone(String name, List<Option> options) {
        return new CommandSpec(name, options, Role.MEMBER);
    }

    private static CommandSpec paged(String name, List<Option> options) {
        return new CommandSpec(name, options, Role.MEMBER, List.of(PAGE));
    }
}
