package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import news.lede.community.Conversation;
import news.lede.community.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the communities there are, as {@code export} and {@code import} name them. */
@Command(name = "list", description = "Lists communities, as export and import name them, with their places.")
final class CommunityListCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--json", description = "Print one JSON array for a program to read.")
    private boolean json;

    CommunityListCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            PrintStream out = root.surroundings().streams().out();
            List<Workspace> all = lede.store().communityRecords().workspaces();
            if (json) {
                out.println(SourceRow.JSON.writeValueAsString(array(lede, all)));
                return ExitCode.DONE;
            }
            for (Workspace one : all) {
                out.println(Community.name(one) + (one.title().isBlank() ? "" : "  " + one.title()));
                places(lede, one).forEach(place -> out.println("    " + Community.placeName(place.place())));
            }
            out.println(Words.count(all.size(), "workspace"));
            return ExitCode.DONE;
        }
    }

    private static List<Conversation> places(Lede lede, Workspace one) {
        return lede.store().communityRecords().places(one.id());
    }

    private static ArrayNode array(Lede lede, List<Workspace> all) {
        ArrayNode array = SourceRow.JSON.createArrayNode();
        for (Workspace one : all) {
            ArrayNode places = array.addObject()
                    .put("name", Community.name(one))
                    .put("title", one.title())
                    .putArray("places");
            places(lede, one).forEach(place -> places.add(Community.placeName(place.place())));
        }
        return array;
    }
}
