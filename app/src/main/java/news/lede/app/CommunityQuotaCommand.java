package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import news.lede.article.Transactor;
import news.lede.community.Audit;
import news.lede.community.Limits;
import news.lede.community.Quotas;
import news.lede.community.Quotas.Kind;
import news.lede.community.Workspace;
import news.lede.community.WorkspaceId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how much one community may have, or says otherwise for it than for all. */
@Command(
        name = "quota",
        description = "Shows how much one community may have, or changes it for that one alone.",
        footer = {
            "",
            "Without options: what holds. A number holds for this community from now on, \"default\" means as for all,",
            "which the settings quota.sources, quota.topics and quota.subscriptions say. What is more than that stays.",
            "Example: lede community quota telegram:-1001234 --sources 500"
        })
final class CommunityQuotaCommand implements Callable<Integer> {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final String DEFAULT = "default";

    private final RootCommand root;

    @Parameters(paramLabel = "COMMUNITY", description = "As `lede community list` names it: telegram:-1001234.")
    private String name = "";

    @Option(names = "--sources", paramLabel = "N", description = "Sources of its own.")
    private @Nullable String sources;

    @Option(names = "--topics", paramLabel = "N", description = "Topics that it defines.")
    private @Nullable String topics;

    @Option(names = "--subscriptions", paramLabel = "N", description = "Subscriptions in all its places.")
    private @Nullable String subscriptions;

    @Option(names = "--json", description = "Print one JSON object for a program to read.")
    private boolean json;

    CommunityQuotaCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Map<Kind, OptionalInt> said = said();
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            Workspace workspace = Community.require(lede, name);
            Quotas quotas = lede.store().quotas();
            said.forEach((kind, most) -> say(lede, workspace.id(), kind, most));
            print(lede.ingest().limits(), quotas.said(workspace.id()), workspace.id());
            return ExitCode.DONE;
        }
    }

    private Map<Kind, OptionalInt> said() {
        Map<Kind, OptionalInt> said = new EnumMap<>(Kind.class);
        read(said, Kind.SOURCES, sources);
        read(said, Kind.TOPICS, topics);
        read(said, Kind.SUBSCRIPTIONS, subscriptions);
        return said;
    }

    private static void read(Map<Kind, OptionalInt> said, Kind kind, @Nullable String typed) {
        if (typed == null) {
            return;
        }
        boolean number = NUMBER.matcher(typed).matches();
        if (!number && !typed.equals(DEFAULT)) {
            throw new Problem(
                    ExitCode.WRONG_USE,
                    List.of("--" + name(kind) + " \"" + typed
                            + "\" is neither a number from 0 to 999999 nor \"default\"."));
        }
        said.put(kind, number ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty());
    }

    /** Moderators see in their log that it was changed, and not by them. */
    private static void say(Lede lede, WorkspaceId workspace, Kind kind, OptionalInt most) {
        Transactor transactor = lede.store().transactor();
        Quotas quotas = lede.store().quotas();
        transactor.inTransaction(() -> {
            Map<Kind, Integer> before = quotas.said(workspace);
            quotas.say(workspace, kind, most);
            Map<Kind, Integer> after = quotas.said(workspace);
            if (!before.equals(after)) {
                lede.store()
                        .audit()
                        .changed(new Audit.Change(
                                workspace,
                                lede.clock().instant(),
                                new Audit.Actor.Operator(),
                                "quota",
                                "",
                                field(kind, before),
                                field(kind, after)));
            }
            return true;
        });
    }

    private static Map<String, String> field(Kind kind, Map<Kind, Integer> said) {
        Integer most = said.get(kind);
        return most == null ? Map.of() : Map.of(name(kind), most.toString());
    }

    private void print(Limits limits, Map<Kind, Integer> said, WorkspaceId workspace) throws JsonProcessingException {
        PrintStream out = root.surroundings().streams().out();
        ObjectNode object = SourceRow.JSON.createObjectNode().put("name", name);
        for (Kind kind : Kind.values()) {
            int most = limits.most(workspace, kind);
            object.put(name(kind), most);
            if (!json) {
                out.println(name(kind) + ": " + most
                        + (said.containsKey(kind)
                                ? " (for this community; " + limits.forAll(kind) + " for all)"
                                : " (as for all)"));
            }
        }
        if (json) {
            out.println(SourceRow.JSON.writeValueAsString(object));
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
