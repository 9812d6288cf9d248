package news.lede.command;

import java.util.List;
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

    /** {@code topic} is the one it was found under. */
    public static final CommandSpec STORY = new CommandSpec(
            "story",
            List.of(new Option("story", Kind.STORY, true)),
            Role.MEMBER,
            List.of(new Option("topic", Kind.TOPIC, false)));

    public static final CommandSpec BRIEF = everyone("brief", List.of(new Option("length", Kind.LENGTH, false)));

    /** {@code span} is the look whose pages are turned. */
    public static final CommandSpec SINCE =
            new CommandSpec("since", List.of(COUNT), Role.MEMBER, List.of(PAGE, new Option("span", Kind.SPAN, false)));

    public static final CommandSpec TIMELINE = everyone("timeline", List.of(new Option("story", Kind.STORY, true)));

    public static final CommandSpec CORRECTIONS =
            paged("corrections", List.of(new Option("source", Kind.SOURCE, false), COUNT));

    public static final CommandSpec WHY = everyone("why", List.of(new Option("story", Kind.STORY, true)));

    public static final CommandSpec COMPARE = everyone("compare", List.of(new Option("story", Kind.STORY, true)));

    public static final CommandSpec TOPICS = everyone("topics", List.of());

    /** Whether a story fits a topic. */
    public static final CommandSpec FEEDBACK = everyone(
            "feedback",
            List.of(
                    new Option("story", Kind.STORY, true),
                    new Option("topic", Kind.TOPIC, true),
                    new Option("fits", Kind.FLAG, false)));

    /** Each call changes what it names of the definition. */
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
            Role.MODERATOR);

    public static final CommandSpec SEARCH = paged("search", List.of(new Option("words", Kind.WORDS, true), COUNT));

    public static final CommandSpec SUMMARIZE = everyone("summarize", List.of(new Option("link", Kind.LINK, true)));

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
            TOPICS,
            FEEDBACK,
            TUNE,
            SOURCES,
            SOURCE,
            HELP,
            START);

    private CommandSpecs() {}

    private static CommandSpec everyone(String name, List<Option> options) {
        return new CommandSpec(name, options, Role.MEMBER);
    }

    private static CommandSpec paged(String name, List<Option> options) {
        return new CommandSpec(name, options, Role.MEMBER, List.of(PAGE));
    }
}
