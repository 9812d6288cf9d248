package news.lede.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Does what a method does, in the world it is given. */
final class BotMethods {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int MAX_DESCRIPTION = 512;
    private static final int MAX_SHORT_DESCRIPTION = 120;

    private final World world;

    BotMethods(World world) {
        this.world = world;
    }

    /**
     * The method's result.
     *
     * @throws Refusal when the service would refuse
     */
    JsonNode call(String method, JsonNode call) throws InterruptedException {
        return switch (method) {
            case "getMe" -> world.json().me();
            case "getUpdates" -> array(world.updates().poll(call));
            case "setWebhook" -> world.bringing().set(call);
            case "deleteWebhook" -> world.bringing().delete();
            case "getWebhookInfo" -> world.bringing().info();
            case "setMyDescription" -> describe(call, "description", MAX_DESCRIPTION);
            case "setMyShortDescription" -> describe(call, "short_description", MAX_SHORT_DESCRIPTION);
            case "setMyCommands" -> setMenu(call);
            case "getMyCommands" -> menu(call);
            case "deleteMyCommands" -> deleteMenu(call);
            case "sendMessage" -> send(call, RequestRules.text(call), false);
            case "sendRichMessage" -> send(call, RequestRules.rich(call), true);
            case "sendMessageDraft" -> {
                RequestRules.draft(call);
                place(call);
                yield BooleanNode.TRUE;
            }
            case "editMessageText" -> edit(call);
            case "sendChatAction" -> {
                place(call);
                yield BooleanNode.TRUE;
            }
            case "answerCallbackQuery" -> {
                RequestRules.callbackAnswer(call);
                world.acknowledge(call);
                yield BooleanNode.TRUE;
            }
            case "answerInlineQuery" -> {
                world.queries().answer(call);
                yield BooleanNode.TRUE;
            }
            case "answerGuestQuery" -> world.queries().answerGuest(call);
            case "getChat" -> chat(call);
            case "getChatMember" -> member(call);
            default -> throw Refusal.ofBadRequest("method " + method + " is not part of this server");
        };
    }

    private JsonNode send(JsonNode call, FormattedText body, boolean rich) {
        synchronized (world) {
            Chat chat = place(call);
            List<List<Button>> keyboard = RequestRules.keyboard(call);
            BotMessage message = new BotMessage(
                    chat.id(),
                    Chat.thread(call.path("message_thread_id").asInt(Chat.NO_THREAD)),
                    world.nextMessageId(),
                    body,
                    keyboard,
                    rich ? Optional.empty() : preview(call, body),
                    replyTo(chat, call));
            world.wrote(chat, message);
            ObjectNode json = world.json().message(chat, message);
            return rich ? world.json().rich(json) : json;
        }
    }

    private JsonNode edit(JsonNode call) {
        synchronized (world) {
            Chat chat = place(call);
            BotMessage old = chat.message(call.path("message_id").asLong())
                    .orElseThrow(() -> Refusal.ofState(400, "Bad Request: message to edit not found"));
            FormattedText body = RequestRules.text(call);
            List<List<Button>> keyboard = RequestRules.keyboard(call);
            if (old.body().equals(body) && old.keyboard().equals(keyboard)) {
                throw Refusal.ofState(
                        400,
                        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
            }
            BotMessage edited = new BotMessage(
                    chat.id(), old.thread(), old.id(), body, keyboard, preview(call, body), old.replyTo());
            chat.messages().replaceAll(m -> m.id() == edited.id() ? edited : m);
            world.changed();
            return world.json().message(chat, edited);
        }
    }

    /** The chat a call names, if the bot may write to it just there. */
    private Chat place(JsonNode call) {
        Chat chat = find(call);
        if (chat.movedTo() != 0) {
            throw new Moved(chat.movedTo());
        }
        if (!chat.botIsWelcome()) {
            throw Refusal.ofState(
                    403,
                    chat.kind() == Chat.Kind.PRIVATE
                            ? "Forbidden: bot was blocked by the user"
                            : "Forbidden: bot was kicked from the chat");
        }
        if (call.has("message_thread_id")) {
            Boolean open = chat.topicsOpen().get(call.get("message_thread_id").asInt());
            if (open == null) {
                throw Refusal.ofBadRequest("message thread not found");
            }
            if (!open) {
                throw Refusal.ofState(400, "Bad Request: TOPIC_CLOSED");
            }
        } else if (chat.isGeneralClosed()) {
            throw Refusal.ofState(400, "Bad Request: TOPIC_CLOSED");
        }
        return chat;
    }

    private JsonNode describe(JsonNode call, String what, int most) {
        RequestRules.within(call.path(what).asText("").length(), 0, most, "DESCRIPTION_TOO_LONG");
        synchronized (world) {
            world.descriptions()
                    .put(
                            what + "/" + call.path("language_code").asText(""),
                            call.path(what).asText(""));
            world.changed();
            return BooleanNode.TRUE;
        }
    }

    private Chat find(JsonNode call) {
        String named = call.path("chat_id").asText();
        if (named.startsWith("@")) {
            return world.findPublic(named.substring(1))
                    .orElseThrow(() -> Refusal.ofState(400, "Bad Request: chat not found"));
        }
        return world.find(call.path("chat_id").asLong()).orElseThrow(() -> Refusal.ofBadRequest("chat not found"));
    }

    private static Optional<String> preview(JsonNode call, FormattedText body) {
        JsonNode options = ApiDescription.unwrapped(call.path("link_preview_options"));
        if (options.path("is_disabled").asBoolean(false)) {
            return Optional.empty();
        }
        String chosen = options.path("url").asText("");
        if (!chosen.isEmpty()) {
            return Optional.of(chosen);
        }
        return body.entities().stream()
                .filter(e -> e.type().equals("text_link") || e.type().equals("url"))
                .findFirst()
                .map(e -> e.url().isEmpty() ? body.text().substring(e.offset(), e.end()) : e.url());
    }

    private static OptionalLong replyTo(Chat chat, JsonNode call) {
        JsonNode reply = ApiDescription.unwrapped(call.path("reply_parameters"));
        if (!reply.has("message_id")) {
            return OptionalLong.empty();
        }
        long message = reply.get("message_id").asLong();
        if (chat.holds(message)) {
            return OptionalLong.of(message);
        }
        if (reply.path("allow_sending_without_reply").asBoolean(false)) {
            return OptionalLong.empty();
        }
        throw Refusal.ofBadRequest("message to be replied not found");
    }

    private JsonNode chat(JsonNode call) {
        Chat chat = find(call);
        if (!chat.botIsWelcome()) {
            throw Refusal.ofState(403, "Forbidden: bot is not a member of the channel chat");
        }
        ObjectNode json = world.json().chat(chat).put("accent_color_id", 0).put("max_reaction_count", 11);
        json.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false)
                .put("gifts_from_channels", false);
        return json;
    }

    private JsonNode member(JsonNode call) {
        synchronized (world) {
            Chat chat = find(call);
            Person person = world.findPerson(call.path("user_id").asLong())
                    .orElseThrow(() -> Refusal.ofState(400, "Bad Request: user not found"));
            return world.json().member(person, chat.standing(person.id()));
        }
    }

    private JsonNode setMenu(JsonNode call) {
        RequestRules.commands(call);
        synchronized (world) {
            world.menus().put(menuKey(call), ApiDescription.unwrapped(call.get("commands")));
            world.changed();
            return BooleanNode.TRUE;
        }
    }

    private JsonNode menu(JsonNode call) {
        synchronized (world) {
            return world.menus().getOrDefault(menuKey(call), JSON.arrayNode());
        }
    }

    private JsonNode deleteMenu(JsonNode call) {
        synchronized (world) {
            world.menus().remove(menuKey(call));
            return BooleanNode.TRUE;
        }
    }

    static String menuKey(JsonNode call) {
        JsonNode scope = ApiDescription.unwrapped(call.path("scope"));
        return scope.path("type").asText("default") + "/"
                + call.path("language_code").asText("");
    }

    private static ArrayNode array(List<JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes);
    }

    /** The group became a supergroup; the answer names it. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long to;

        Moved(long to) {
            super("Bad Request: group chat was upgraded to a supergroup chat", null, false, false);
            this.to = to;
        }

        ObjectNode parameters() {
            return JSON.objectNode().put("migrate_to_chat_id", to);
        }
    }
}
