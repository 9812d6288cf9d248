package news.lede.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.article.ArticleId;
import news.lede.story.Change;
import news.lede.story.Outcome;
import news.lede.story.Proof;
import news.lede.story.StoryId;

/**
 * What a revision brought, as it is stored: {@code [{"kind": "figure", "figure": "14 dead", "proof": {"article", "paragraph", "offset", "sentence"}}, …]}. Mapped by
 * hand, so that renaming a component of {@link Change} cannot silently change what is stored.
 */
final class ChangeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeJson() {}

    static String write(List<Change> changes) {
        ArrayNode list = JSON.createArrayNode();
        changes.forEach(change -> write(list.addObject(), change));
        return list.toString();
    }

    static List<Change> read(String text) {
        try {
            List<Change> changes = new ArrayList<>();
            JSON.readTree(text).forEach(node -> changes.add(read(node)));
            return List.copyOf(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored changes of a revision are not JSON", e);
        }
    }

    private static void write(ObjectNode node, Change change) {
        switch (change) {
            case Change.FirstReport(Optional<Proof> proof) -> {
                node.put("kind", "first");
                proof.ifPresent(p -> write(node.putObject("proof"), p));
            }
            case Change.NewSource() -> node.put("kind", "source");
            case Change.Copy() -> node.put("kind", "copy");
            case Change.NewFigure(String figure, String toll, Optional<Change.Earlier> before, Proof proof) -> {
                node.put("kind", "figure").put("figure", figure).put("toll", toll);
                before.ifPresent(b -> {
                    ObjectNode earlier = node.putObject("before").put("figure", b.figure());
                    write(earlier.putObject("proof"), b.proof());
                });
                write(node.putObject("proof"), proof);
            }
            case Change.NewOutcome(Outcome outcome, Proof proof) -> {
                node.put("kind", "outcome").put("outcome", outcome.name());
                write(node.putObject("proof"), proof);
            }
            case Change.NewPerson(String name, Proof proof) -> {
                node.put("kind", "person").put("name", name);
                write(node.putObject("proof"), proof);
            }
            case Change.HeadlineChanged(String before, String after) ->
                node.put("kind", "headline").put("before", before).put("after", after);
            case Change.CorrectionNote(Proof note) -> {
                node.put("kind", "note");
                write(node.putObject("proof"), note);
            }
            case Change.TextCorrected(String before, Proof after) -> {
                node.put("kind", "text").put("before", before);
                write(node.putObject("proof"), after);
            }
            case Change.Withdrawn(int status) -> node.put("kind", "withdrawn").put("status", status);
            case Change.Merged(StoryId absorbed) -> node.put("kind", "merged").put("story", absorbed.value());
        }
    }

    private static void write(ObjectNode node, Proof proof) {
        node.put("article", proof.article().value())
                .put("paragraph", proof.paragraph())
                .put("offset", proof.offset())
                .put("sentence", proof.sentence());
    }

    private static Change read(JsonNode node) {
        String kind = node.path("kind").asText();
        return switch (kind) {
            case "first" -> new Change.FirstReport(proof(node));
            case "source" -> new Change.NewSource();
            case "copy" -> new Change.Copy();
            case "figure" ->
                new Change.NewFigure(
                        node.path("figure").asText(),
                        node.path("toll").asText(),
                        earlier(node.path("before")),
                        required(node));
            case "outcome" ->
                new Change.NewOutcome(Outcome.valueOf(node.path("outcome").asText()), required(node));
            case "person" -> new Change.NewPerson(node.path("name").asText(), required(node));
            case "headline" ->
                new Change.HeadlineChanged(
                        node.path("before").asText(), node.path("after").asText());
            case "note" -> new Change.CorrectionNote(required(node));
            case "text" -> new Change.TextCorrected(node.path("before").asText(), required(node));
            case "withdrawn" -> new Change.Withdrawn(node.path("status").asInt());
            case "merged" -> new Change.Merged(new StoryId(node.path("story").asLong()));
            default -> throw new IllegalStateException("a revision was stored with a change of unknown kind " + kind);
        };
    }

    private static Optional<Change.Earlier> earlier(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Change.Earlier(node.path("figure").asText(), required(node)));
    }

    private static Proof required(JsonNode node) {
        return proof(node).orElseThrow(() -> new IllegalStateException("a revision was stored without its proof"));
    }

    private static Optional<Proof> proof(JsonNode node) {
        JsonNode proof = node.path("proof");
        return proof.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Proof(
                        new ArticleId(proof.path("article").asLong()),
                        proof.path("paragraph").asInt(),
                        proof.path("offset").asInt(),
                        proof.path("sentence").asText()));
    }
}
