package news.lede.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.lede.community.PersonKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes what is kept of a person as JSON. */
@Command(
        name = "export",
        description =
                "Prints everything that is kept of a person as one JSON object: each row by the name of its kind.",
        footer = {"", "Instants are milliseconds since 1970; absent fields are left out."})
final class PersonExportCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "PERSON", description = "telegram:ID or discord:ID", converter = PersonConverter.class)
    private PersonKey person = new PersonKey("", "");

    PersonExportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Lede lede = root.lede(Lede.Use.ASK)) {
            ObjectNode json = SourceRow.JSON.createObjectNode();
            json.put("format", "lede-person").put("version", 1).put("person", person.toString());
            json.put("exported", lede.clock().instant().toString());
            ObjectNode kept = json.putObject("kept");
            for (Map.Entry<String, List<Map<String, String>>> kind :
                    lede.belongings().erasures().keptOf(person).entrySet()) {
                ArrayNode rows = kept.putArray(kind.getKey());
                kind.getValue().forEach(row -> row.forEach(rows.addObject()::put));
            }
            root.surroundings()
                    .streams()
                    .out()
                    .println(SourceRow.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
            return ExitCode.DONE;
        }
    }
}
