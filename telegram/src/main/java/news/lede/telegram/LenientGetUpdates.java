package news.lede.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A poll whose answer is read update by update. The library reads an answer whole, so one update it cannot read would come again forever and keep back all
 * after it; here such an update is replaced by an empty one with its id, which confirms it.
 */
final class LenientGetUpdates extends GetUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(LenientGetUpdates.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode result;
        try {
            JsonNode root = JSON.readTree(answer);
            result = root.path("ok").asBoolean(false) ? root.path("result") : JSON.missingNode();
        } catch (JsonProcessingException e) {
            // Its message would repeat part of the answer.
            throw new TelegramApiRequestException("the answer to getUpdates is no JSON");
        }
        if (!result.isArray()) {
            throw new TelegramApiRequestException("the answer to getUpdates has no updates");
        }
        ArrayList<Update> updates = new ArrayList<>();
        for (JsonNode one : result) {
            if (one.path("update_id").isInt()) {
                updates.add(read(one));
            }
        }
        if (updates.isEmpty() && !result.isEmpty()) {
            throw new TelegramApiRequestException("the answer to getUpdates has no update with an id");
        }
        return updates;
    }

    /** An update that was kept; empty when this version cannot read it. */
    static Optional<TakenUpdate> read(String body) {
        try {
            return read(JSON.readTree(body)) instanceof TakenUpdate update ? Optional.of(update) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Update read(JsonNode json) {
        int id = json.path("update_id").intValue();
        try {
            TakenUpdate update = new TakenUpdate(json.toString());
            Readable.complete(json);
            JSON.readerForUpdating(update).readValue(json);
            if (update.getUpdateId() != null) {
                return update;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "telegram update passed over, it cannot be read update={} fault={}",
                    id,
                    e.getClass().getSimpleName());
        }
        Update empty = new Update();
        empty.setUpdateId(id);
        return empty;
    }
}
