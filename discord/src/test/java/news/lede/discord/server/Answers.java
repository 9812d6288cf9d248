package news.lede.discord.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.lede.discord.server.Rest.Reply;

/** How interactions may be answered: once at first, in time, and then through their token. */
final class Answers {
    private static final int MESSAGE = 4;
    private static final int DEFERRED = 5;
    private static final int DEFERRED_UPDATE = 6;
    private static final int UPDATE = 7;
    private static final int CHOICES = 8;
    private static final int MODAL = 9;
    private static final int EPHEMERAL = 1 << 6;
    private static final int FOREIGN_FOLLOW_UPS = 5;
    private static final Set<String> OF_MESSAGE = Set.of("content", "embeds", "components", "flags");

    private final DiscordServer server;

    Answers(DiscordServer server) {
        this.server = server;
    }

    Reply first(String id, String token, JsonNode body) {
        Optional<Asked> found = server.find(id).filter(a -> a.token().equals(token));
        if (found.isEmpty()) {
            return Reply.error(404, 10062, "Unknown interaction");
        }
        Asked asked = found.get();
        synchronized (asked) {
            if (asked.first().isPresent()) {
                server.traffic().violated("a second first answer: " + asked.what());
                return Reply.error(400, 40060, "Interaction has already been acknowledged.");
            }
            if (asked.sinceSent().compareTo(Asked.FIRST_ANSWER) > 0) {
                server.traffic().violated("too late: " + asked.what());
                return Reply.error(404, 10062, "Unknown interaction");
            }
            return accept(asked, body);
        }
    }

    private Reply accept(Asked asked, JsonNode body) {
        JsonNode data = body.path("data");
        boolean ephemeral = (data.path("flags").asInt() & EPHEMERAL) != 0;
        switch (body.path("type").asInt()) {
            case MESSAGE -> {
                List<String> faults = faults(data, data);
                if (!faults.isEmpty()) {
                    return Rest.invalid(server, asked.what(), faults);
                }
                asked.original(shown(asked, ephemeral, data));
                asked.acknowledge(Asked.First.MESSAGE, ephemeral);
            }
            case DEFERRED -> asked.acknowledge(Asked.First.DEFERRED, ephemeral);
            case DEFERRED_UPDATE -> {
                boolean alone = asked.on()
                        .filter(m -> (m.path("flags").asInt() & EPHEMERAL) != 0)
                        .isPresent();
                asked.acknowledge(Asked.First.DEFERRED_UPDATE, alone);
            }
            case UPDATE -> {
                if (asked.on().isEmpty()) {
                    return Rest.invalid(server, asked.what(), List.of("there is no message to change"));
                }
                ObjectNode after = asked.on().get().deepCopy();
                merge(after, data);
                after.put(
                        "flags",
                        after.path("flags").asInt()
                                | asked.on().get().path("flags").asInt());
                List<String> faults = faults(data, after);
                if (!faults.isEmpty()) {
                    return Rest.invalid(server, asked.what(), faults);
                }
                boolean alone = (after.path("flags").asInt() & EPHEMERAL) != 0;
                asked.original(new Shown(after.path("id").asText(), after, alone));
                asked.acknowledge(Asked.First.UPDATE, alone);
            }
            case CHOICES -> {
                asked.choices(data.path("choices").valueStream().toList());
                asked.acknowledge(Asked.First.CHOICES, true);
            }
            case MODAL -> {
                List<String> faults = ModalLimits.faults(data);
                if (asked.isForm()) {
                    faults.add("a form in answer to a form");
                }
                if (!faults.isEmpty()) {
                    return Rest.invalid(server, asked.what(), faults);
                }
                asked.form(data);
                asked.acknowledge(Asked.First.MODAL, true);
            }
            default -> {
                return Rest.invalid(server, asked.what(), List.of("unknown type of answer: " + body.path("type")));
            }
        }
        return Reply.ok(asked.callbackResponse());
    }

    Reply followUp(String token, JsonNode body) {
        return live(token, asked -> {
            List<String> faults = faults(body, body);
            if (asked.scene().where() == Scene.Where.FOREIGN_SERVER
                    && asked.messages().size() >= FOREIGN_FOLLOW_UPS) {
                faults.add("more than 5 messages where the bot is not a member");
            }
            if (!faults.isEmpty()) {
                return Rest.invalid(server, asked.what(), faults);
            }
            boolean fillsDeferred = asked.first().equals(Optional.of(Asked.First.DEFERRED))
                    && asked.original().isEmpty()
                    && !asked.originalGone();
            boolean ephemeral =
                    fillsDeferred ? asked.ephemeral() : (body.path("flags").asInt() & EPHEMERAL) != 0;
            Shown message = shown(asked, ephemeral, body);
            if (fillsDeferred) {
                asked.original(message);
            } else {
                asked.followUp(message);
            }
            return Reply.ok(message.json());
        });
    }

    Reply edit(String token, String messageId, JsonNode body) {
        return live(token, asked -> {
            boolean original = messageId.equals("@original");
            Optional<Shown> before = original ? original(asked) : asked.followUp(messageId);
            if (asked.originalGone() && original || !original && before.isEmpty()) {
                return Reply.error(404, 10008, "Unknown Message");
            }
            ObjectNode after = before.map(m -> (ObjectNode) m.json().deepCopy())
                    .orElseGet(() -> server.newMessage(asked.scene(), DiscordServer.botUser()));
            int flags = after.path("flags").asInt();
            merge(after, body);
            if ((flags & MessageLimits.COMPONENTS_V2) != 0) {
                after.put("flags", after.path("flags").asInt() | MessageLimits.COMPONENTS_V2);
            }
            boolean alone = before.map(Shown::ephemeral).orElse(asked.ephemeral());
            mark(after, alone);
            List<String> faults = faults(body, after);
            if (!faults.isEmpty()) {
                return Rest.invalid(server, asked.what(), faults);
            }
            Shown message = new Shown(after.path("id").asText(), after, alone);
            if (original) {
                asked.original(message);
            } else {
                asked.followUp(message);
            }
            return Reply.ok(after);
        });
    }

    Reply original(String token) {
        return live(
                token,
                asked -> original(asked)
                        .map(m -> Reply.ok(m.json()))
                        .orElse(Reply.error(404, 10008, "Unknown Message")));
    }

    /** Whoever defers an update has the message that was used for its original. */
    private static Optional<Shown> original(Asked asked) {
        return asked.original()
                .or(() -> asked.first()
                        .filter(first -> first == Asked.First.DEFERRED_UPDATE)
                        .flatMap(_ -> asked.on())
                        .map(used -> new Shown(used.path("id").asText(), used, asked.ephemeral())));
    }

    Reply deleteOriginal(String token) {
        return live(token, asked -> {
            if (asked.originalGone()) {
                return Reply.error(404, 10008, "Unknown Message");
            }
            asked.deleteOriginal();
            return Reply.nothing();
        });
    }

    private Reply live(String token, Function<Asked, Reply> work) {
        Optional<Asked> found = server.findByToken(token);
        if (found.isEmpty() || found.get().first().isEmpty()) {
            return Reply.error(404, 10015, "Unknown Webhook");
        }
        Asked asked = found.get();
        synchronized (asked) {
            if (asked.sinceSent().compareTo(Asked.TOKEN_LIFE) > 0) {
                server.traffic().violated("after 15 minutes: " + asked.what());
                return Reply.error(401, 50027, "Invalid Webhook Token");
            }
            return work.apply(asked);
        }
    }

    private static List<String> faults(JsonNode request, JsonNode after) {
        List<String> faults = new ArrayList<>(MessageLimits.faults(after));
        if (!MessageLimits.silent(request)) {
            faults.add("mentions are not restricted: " + request.path("allowed_mentions"));
        }
        return faults;
    }

    private Shown shown(Asked asked, boolean ephemeral, JsonNode data) {
        ObjectNode message = server.newMessage(asked.scene(), DiscordServer.botUser());
        merge(message, data);
        mark(message, ephemeral);
        return new Shown(message.path("id").asText(), message, ephemeral);
    }

    /** What one person alone sees says so, also where that was decided by the deferral that it fills. */
    private static void mark(ObjectNode message, boolean ephemeral) {
        if (ephemeral) {
            message.put("flags", message.path("flags").asInt() | EPHEMERAL);
        }
    }

    private static void merge(ObjectNode message, JsonNode change) {
        OF_MESSAGE.stream()
                .filter(change::hasNonNull)
                .forEach(f -> message.set(f, change.path(f).deepCopy()));
        message.set("embeds", Rooms.rich(message.path("embeds")));
        Rooms.fetched(message.path("components"));
    }
}
