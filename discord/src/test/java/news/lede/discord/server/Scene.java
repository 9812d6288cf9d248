package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Who acts where: in a server that has the bot, in a direct message with it, or anywhere with the bot installed for themselves. Immutable. */
public final class Scene {
    /** Where somebody acts. */
    public enum Where {
        SERVER,
        DIRECT_MESSAGE,
        FOREIGN_SERVER
    }

    private static final int MENTIONABLE = 9;
    private static final int ATTACHMENT = 11;
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int COMPLETION = 4;
    private static final int FORM = 5;
    private static final String FOREIGN = "900";

    private final DiscordServer server;
    private final Where where;
    private final Person person;
    private final String locale;
    private final String channel;
    private final String guild;

    Scene(DiscordServer server, Where where, Person person, String locale, String channel) {
        this(server, where, person, locale, channel, DiscordServer.GUILD);
    }

    private Scene(DiscordServer server, Where where, Person person, String locale, String channel, String guild) {
        this.guild = guild;
        this.server = server;
        this.where = where;
        this.person = person;
        this.locale = locale;
        this.channel = channel;
    }

    public Scene as(Person somebody) {
        return new Scene(server, where, somebody, locale, channel, guild);
    }

    /** The same with a Discord client in this language, e.g. {@code de}. */
    public Scene speaking(String language) {
        return new Scene(server, where, person, language, channel, guild);
    }

    /** The same in another channel of the server: {@link DiscordServer#channels()} lists them. */
    public Scene in(String otherChannel) {
        return new Scene(server, where, person, locale, otherChannel, guild);
    }

    /** In another server that has the bot, in its only channel. */
    Scene of(String otherGuild) {
        String square = Long.toString(Long.parseLong(otherGuild) + 1);
        return new Scene(server, where, person, locale, otherGuild.equals(guild) ? channel : square, otherGuild);
    }

    /** Of the server that has the bot; also where there is none. */
    String guild() {
        return where == Where.SERVER ? guild : DiscordServer.GUILD;
    }

    public Where where() {
        return where;
    }

    String channel() {
        return channel;
    }

    Person person() {
        return person;
    }

    /** Sends a slash command with its options. Refused, as Discord's client would, when it is not registered for this place. */
    public Asked command(String name, Map<String, String> options) {
        ObjectNode command = server.registered(1, name, where);
        ObjectNode data = data(command, 1);
        ArrayNode given = data.putArray("options");
        for (var declared : command.path("options")) {
            String option = declared.path("name").asText();
            if (options.containsKey(option)) {
                ClientLimits.check(name, declared, options.get(option));
                ObjectNode node = given.addObject()
                        .put("name", option)
                        .put("type", declared.path("type").asInt());
                if (declared.path("type").asInt() == 4) {
                    node.put("value", Long.parseLong(options.get(option)));
                } else if (declared.path("type").asInt() == MENTIONABLE) {
                    // Whoever is named comes along, as the client knows them.
                    Person named = Person.member(options.get(option), "user" + options.get(option));
                    node.put("value", named.id());
                    ObjectNode resolved = data.putObject("resolved");
                    resolved.putObject("users").set(named.id(), named.user());
                    ObjectNode member = named.member();
                    member.remove("user");
                    resolved.putObject("members").set(named.id(), member);
                } else if (declared.path("type").asInt() == ATTACHMENT) {
                    // Where the file is stands in place of the file.
                    node.put("value", "7700");
                    data.putObject("resolved")
                            .putObject("attachments")
                            .putObject("7700")
                            .put("id", "7700")
                            .put("filename", "attached.json")
                            .put("size", 20)
                            .put("url", options.get(option))
                            .put("proxy_url", options.get(option))
                            .put("content_type", "application/json")
                            .put("ephemeral", true);
                } else {
                    node.put("value", options.get(option));
                }
            } else if (declared.path("required").asBoolean()) {
                throw new IllegalArgumentException("/" + name + " needs " + option);
            }
        }
        if (given.size() != options.size()) {
            throw new IllegalArgumentException("/" + name + " has no such options: " + options.keySet());
        }
        return server.ask(this, COMMAND, data, "/" + name + (options.isEmpty() ? "" : " " + options));
    }

    /** Fills in a form that the bot opened, by the custom ids of its inputs; what is not named stays empty. */
    public Asked submit(JsonNode form, Map<String, String> values) {
        return submit(form, values, Json.object());
    }

    /** The same of a form that a button of {@code message} opened. */
    public Asked submit(JsonNode form, Map<String, String> values, Shown message) {
        ObjectNode extra = Json.object();
        extra.set("message", message.json());
        return submit(form, values, extra);
    }

    private Asked submit(JsonNode form, Map<String, String> values, ObjectNode extra) {
        ObjectNode data = Json.object().put("custom_id", form.path("custom_id").asText());
        ArrayNode labels = data.putArray("components");
        int id = 1;
        for (JsonNode label : form.path("components")) {
            JsonNode input = label.path("component");
            String name = input.path("custom_id").asText();
            int type = input.path("type").asInt();
            ObjectNode filled = labels.addObject()
                    .put("type", 18)
                    .put("id", id++)
                    .putObject("component")
                    .put("type", type)
                    .put("id", id++)
                    .put("custom_id", name);
            if (type == 3) {
                ArrayNode chosen = filled.putArray("values");
                if (values.containsKey(name)) {
                    chosen.add(values.get(name));
                }
            } else {
                filled.put("value", values.getOrDefault(name, ""));
            }
        }
        return server.ask(this, FORM, data, "form " + form.path("title").asText() + " " + values, extra);
    }

    /** Chooses these values, and no others, in the menu of a message that carries this custom id. Refused where the menu does not let one choose them. */
    public Asked choose(Shown message, String customId, List<String> values) {
        JsonNode menu = message.json().path("components").findParents("custom_id").stream()
                .filter(c -> c.path("custom_id").asText().equals(customId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no menu " + customId + " in " + message.json()));
        List<String> offered = menu.path("options").findValuesAsText("value");
        boolean tooMany = values.size() > menu.path("max_values").asInt(1);
        if (!offered.containsAll(values)
                || values.size() < menu.path("min_values").asInt(1)
                || tooMany) {
            throw new IllegalArgumentException(customId + " offers " + offered + ", not " + values);
        }
        ObjectNode data = Json.object().put("custom_id", customId).put("component_type", 3);
        ArrayNode chosen = data.putArray("values");
        values.forEach(chosen::add);
        ObjectNode extra = Json.object();
        extra.set("message", message.json());
        return server.ask(this, COMPONENT, data, customId + " " + values, extra);
    }

    /** A slash command with values that Discord's client would not let through, all of them texts. */
    public Asked commandAsItIs(String name, Map<String, String> options) {
        ObjectNode data = data(server.registered(1, name, where), 1);
        ArrayNode given = data.putArray("options");
        options.forEach((option, value) ->
                given.addObject().put("name", option).put("type", 3).put("value", value));
        return server.ask(this, COMMAND, data, "/" + name + " as it is");
    }

    /** Types into an option of a command and asks for completions. */
    public Asked complete(String name, String option, String typed) {
        ObjectNode data = data(server.registered(1, name, where), 1);
        data.putArray("options")
                .addObject()
                .put("name", option)
                .put("type", 3)
                .put("value", typed)
                .put("focused", true);
        return server.ask(this, COMPLETION, data, "completes /" + name + " " + option + ":" + typed);
    }

    /** Uses a command from a message's menu; {@code text} is what the message says. */
    public Asked messageMenu(String name, String text) {
        ObjectNode data = data(server.registered(3, name, where), 3);
        ObjectNode message = server.newMessage(this, person.user()).put("content", text);
        data.put("target_id", message.path("id").asText());
        data.putObject("resolved").putObject("messages").set(message.path("id").asText(), message);
        return server.ask(this, COMMAND, data, "menu " + name);
    }

    /** Presses the button with this label under a message. */
    public Asked press(Shown message, String label) {
        String customId = message.buttons().get(label);
        if (customId == null) {
            throw new IllegalArgumentException("no button " + label + " among " + message.buttons());
        }
        return press(message, label, customId);
    }

    /** Presses a button that carries this custom id, whatever it is. */
    public Asked pressId(Shown message, String customId) {
        return press(message, customId, customId);
    }

    private Asked press(Shown message, String label, String customId) {
        ObjectNode data = Json.object().put("custom_id", customId).put("component_type", 2);
        ObjectNode extra = Json.object();
        extra.set("message", message.json());
        return server.ask(this, COMPONENT, data, "[" + label + "]", extra);
    }

    private static ObjectNode data(ObjectNode command, int type) {
        return Json.object()
                .put("id", command.path("id").asText())
                .put("name", command.path("name").asText())
                .put("type", type);
    }

    /** The fields of an interaction that tell who and where. */
    ObjectNode envelope() {
        ObjectNode envelope = Json.object().put("locale", locale).put("version", 1);
        envelope.putArray("entitlements");
        ObjectNode owners = envelope.putObject("authorizing_integration_owners");
        switch (where) {
            case SERVER -> {
                owners.put("0", guild);
                envelope.put("context", 0).put("guild_id", guild).put("guild_locale", "en-US");
                envelope.put("channel_id", channel)
                        .set(
                                "channel",
                                server.rooms().find(channel).map(Scene::channel).orElseGet(() -> channel(channel)));
                envelope.putObject("guild")
                        .put("id", guild)
                        .put("locale", "en-US")
                        .putArray("features");
                envelope.set("member", person.member());
            }
            case DIRECT_MESSAGE -> {
                String id = "5" + person.id();
                owners.put("0", "0");
                envelope.put("context", 1).put("channel_id", id);
                envelope.putObject("channel").put("id", id).put("type", 1);
                envelope.set("user", person.user());
            }
            case FOREIGN_SERVER -> {
                owners.put("1", person.id());
                envelope.put("context", 0).put("guild_id", FOREIGN).put("guild_locale", "en-US");
                envelope.put("channel_id", "901").set("channel", channel("901"));
                envelope.putObject("guild")
                        .put("id", FOREIGN)
                        .put("locale", "en-US")
                        .putArray("features");
                envelope.set("member", person.member());
            }
        }
        return envelope;
    }

    private static ObjectNode channel(Room room) {
        return room.json().put("permissions", "274878024705");
    }

    private static ObjectNode channel(String id) {
        return Json.object()
                .put("id", id)
                .put("type", 0)
                .put("name", "general")
                .put("position", 0)
                .put("permissions", "274878024705");
    }
}
