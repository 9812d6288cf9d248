package news.lede.telegram.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Writes chats, people and messages as the service does. */
final class Wire {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final InstantSource clock;
    private final Person bot;

    Wire(InstantSource clock, Person bot) {
        this.clock = clock;
        this.bot = bot;
    }

    ObjectNode me() {
        return user(bot)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", true)
                .put("supports_guest_queries", true)
                .put("has_topics_enabled", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    ObjectNode user(Person person) {
        ObjectNode user = JSON.objectNode().put("id", person.id());
        user.put("is_bot", person.id() == bot.id()).put("first_name", person.name());
        if (person.id() == bot.id()) {
            user.put("username", person.name());
        }
        if (!person.language().isEmpty()) {
            user.put("language_code", person.language());
        }
        return user;
    }

    ObjectNode chat(Chat chat) {
        ObjectNode json = JSON.objectNode()
                .put("id", chat.id())
                .put("type", chat.kind().name().toLowerCase(Locale.ROOT));
        json.put(chat.kind() == Chat.Kind.PRIVATE ? "first_name" : "title", chat.title());
        if (chat.isForum()) {
            json.put("is_forum", true);
        }
        return json;
    }

    ObjectNode written(Chat chat, long message, int thread, Person person, String text) {
        ObjectNode json = base(chat, message, thread);
        if (chat.kind() == Chat.Kind.CHANNEL) {
            json.set("sender_chat", chat(chat));
        } else {
            json.set("from", user(person));
        }
        json.put("text", text);
        ArrayNode entities =
                entities(Detection.in(new FormattedText(text, List.of())).entities());
        if (!entities.isEmpty()) {
            json.set("entities", entities);
        }
        return json;
    }

    ObjectNode message(Chat chat, BotMessage message) {
        ObjectNode json = base(chat, message.id(), message.thread().orElse(Chat.NO_THREAD));
        if (chat.kind() == Chat.Kind.CHANNEL) {
            json.set("sender_chat", chat(chat));
        } else {
            json.set("from", user(bot));
        }
        json.put("text", message.text());
        json.set("entities", entities(message.body().entities()));
        if (!message.keyboard().isEmpty()) {
            json.set("reply_markup", markup(message.keyboard()));
        }
        return json;
    }

    /** A rich message has blocks in place of a text; here the lines a reader sees are paragraphs. */
    ObjectNode rich(ObjectNode message) {
        ArrayNode blocks = message.putObject("rich_message").putArray("blocks");
        message.path("text")
                .asText()
                .lines()
                .forEach(line -> blocks.addObject().put("type", "paragraph").put("text", line));
        message.remove("text");
        message.remove("entities");
        return message;
    }

    ObjectNode pressed(Chat chat, BotMessage message, Person person, String data) {
        ObjectNode json = JSON.objectNode();
        json.set("from", user(person));
        json.set("message", message(chat, message));
        return json.put("chat_instance", String.valueOf(chat.id())).put("data", data);
    }

    ObjectNode member(Person person, Standing standing) {
        ObjectNode json = JSON.objectNode().put("status", standing.wire());
        json.set("user", user(person));
        switch (standing) {
            case CREATOR -> json.put("is_anonymous", false);
            case ADMINISTRATOR -> {
                for (String right : List.of(
                        "can_be_edited",
                        "is_anonymous",
                        "can_manage_chat",
                        "can_delete_messages",
                        "can_manage_video_chats",
                        "can_restrict_members",
                        "can_promote_members",
                        "can_change_info",
                        "can_invite_users",
                        "can_post_stories",
                        "can_edit_stories",
                        "can_delete_stories")) {
                    json.put(right, right.equals("can_manage_chat"));
                }
            }
            case KICKED -> json.put("until_date", 0);
            case MEMBER, LEFT -> {
                // These say no more than the status.
            }
        }
        return json;
    }

    /** A message of the service itself. */
    ObjectNode happening(Chat chat, long message, int thread) {
        return base(chat, message, thread);
    }

    ObjectNode change(Chat chat, Person by, Standing before, Standing now) {
        ObjectNode json = JSON.objectNode().put("date", clock.instant().getEpochSecond());
        json.set("chat", chat(chat));
        json.set("from", user(by));
        json.set("old_chat_member", member(bot, before));
        ObjectNode became = member(bot, now);
        if (now == Standing.ADMINISTRATOR && chat.kind() == Chat.Kind.CHANNEL) {
            became.put("can_post_messages", true).put("can_edit_messages", true);
        }
        json.set("new_chat_member", became);
        return json;
    }

    /** The bot became something else in a chat. */
    ObjectNode change(Chat chat, Standing now) {
        ObjectNode json = JSON.objectNode().put("date", clock.instant().getEpochSecond());
        json.set("chat", chat(chat));
        json.set("from", user(new Person(chat.kind() == Chat.Kind.PRIVATE ? chat.id() : 5, chat.title(), "")));
        json.set("old_chat_member", member(bot, now.isPresent() ? Standing.LEFT : Standing.MEMBER));
        json.set("new_chat_member", member(bot, now));
        return json;
    }

    private ObjectNode base(Chat chat, long message, int thread) {
        ObjectNode json = JSON.objectNode()
                .put("message_id", message)
                .put("date", clock.instant().getEpochSecond());
        json.set("chat", chat(chat));
        if (thread != Chat.NO_THREAD) {
            json.put("message_thread_id", thread).put("is_topic_message", true);
        }
        return json;
    }

    private static ArrayNode entities(List<Entity> entities) {
        ArrayNode array = JSON.arrayNode();
        for (Entity entity : entities) {
            ObjectNode json = array.addObject()
                    .put("type", entity.type())
                    .put("offset", entity.offset())
                    .put("length", entity.length());
            if (!entity.url().isEmpty()) {
                json.put("url", entity.url());
            }
        }
        return array;
    }

    private static ObjectNode markup(List<List<Button>> keyboard) {
        ObjectNode markup = JSON.objectNode();
        ArrayNode rows = markup.putArray("inline_keyboard");
        for (List<Button> row : keyboard) {
            ArrayNode buttons = rows.addArray();
            for (Button button : row) {
                ObjectNode json = buttons.addObject().put("text", button.label());
                button.data().ifPresent(d -> json.put("callback_data", d));
                button.url().ifPresent(u -> json.put("url", u));
                button.copies().ifPresent(c -> json.putObject("copy_text").put("text", c));
                button.shares()
                        .ifPresent(q -> json.putObject("switch_inline_query_chosen_chat")
                                .put("query", q));
            }
        }
        return markup;
    }
}
