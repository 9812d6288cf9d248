package news.lede.discord.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Who acts where: in a server that has the bot, in a direct message with it, or anywhere with the bot installed for themselves. Immutable. */
public final class Scene {
    /** Where somebody acts. */
    public enum Where {
        SERVER,
        DIRECT_MESSAGE,
        FOREIGN_SERVER
    }

    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int COMPLETION = 4;
    private static final String FOREIGN = "900";

    private final DiscordServer server;
    private final Where where;
    private final Person person;
    private final String locale;
    private final String channel;

    Scene(DiscordServer server, Where where, Person person, String locale, String channel) {
        this.server = server;
        this.where = where;
        this.person = person;
        this.locale = locale;
        this.channel = channel;
    }

    public Scene as(Person somebody) {
        return new Scene(server, where, somebody, locale, channel);
    }

    /** The same with a Discord client in this language, e.g. {@code de}. */
    public Scene speaking(String language) {
        return new Scene(server, where, person, language, channel);
    }

    /** The same in another channel of the server: {@link DiscordServer#channels()} lists them. */
    public Scene in(String otherChannel) {
        return new Scene(server, where, person, locale, otherChannel);
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
                ObjectNode node = given.addObject()
                        .put("name", option)
                        .put("type", declared.path("type").asInt());
                if (declared.path("type").asInt() == 4) {
                    node.put("value", Long.parseLong(options.get(option)));
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
                owners.put("0", DiscordServer.GUILD);
                envelope.put("context", 0).put("guild_id", DiscordServer.GUILD).put("guild_locale", "en-US");
                envelope.put("channel_id", channel).set("channel", channel(channel));
                envelope.putObject("guild")
                        .put("id", DiscordServer.GUILD)
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

    private static ObjectNode channel(String id) {
        return Json.object()
                .put("id", id)
                .put("type", 0)
                .put("name", "general")
                .put("position", 0)
                .put("permissions", "274878024705");
    }
}
