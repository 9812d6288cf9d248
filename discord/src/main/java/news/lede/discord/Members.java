package news.lede.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Role;
import news.lede.community.AskedNames;
import news.lede.community.PersonKey;
import news.lede.community.Workspace;

/** Asks what a server calls a member; roles are known from the connection. Thread-safe; blocks. */
final class Members implements AskedNames.Source {
    private static final String GUILD = "guild:";
    private static final Pattern ID = Pattern.compile("\\d{1,19}");

    private final Requests requests;
    private final Servers servers;

    Members(Requests requests, Servers servers) {
        this.requests = requests;
        this.servers = servers;
    }

    @Override
    public Optional<String> ask(Workspace workspace, PersonKey person) {
        if (!workspace.key().startsWith(GUILD)) {
            return Optional.empty();
        }
        String guild = workspace.key().substring(GUILD.length());
        String id = person.id().substring(person.id().indexOf(':') + 1);
        if (!ID.matcher(guild).matches() || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return person.isRole()
                ? servers.guild(guild).map(server -> server.getRoleById(id)).map(Role::getName)
                : member(guild, id);
    }

    /** What the server calls them goes before what they call themselves. */
    private Optional<String> member(String guild, String id) {
        if (!(requests.get("guilds/" + guild + "/members/" + id, "members/" + guild)
                instanceof Reply.Done(JsonNode told))) {
            return Optional.empty();
        }
        JsonNode user = told.path("user");
        return Stream.of(told.path("nick"), user.path("global_name"), user.path("username"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> !name.isBlank())
                .findFirst();
    }
}
