package news.lede.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.topic.Topic;

/** The topics one YAML file defines, with the line of each. Reads tokens rather than a tree, because a tree forgets lines and repeated keys. */
final class TopicFile {
    private final TopicReader topics;
    private final TopicValues values;
    private final List<Definition> definitions = new ArrayList<>();

    private TopicFile(String name, YAMLParser parser, List<Fault> faults) {
        this.values = new TopicValues(name, parser, faults);
        this.topics = new TopicReader(parser, values, faults);
    }

    /** A topic as written; {@code topic} is empty when something is wrong with it. */
    record Definition(String id, String where, Optional<Parent> parent, Optional<Topic> topic) {}

    record Parent(String id, String where) {}

    /** Reads a file; what is wrong with it goes to {@code faults}, and the rest is still read where that is possible. */
    static TopicFile read(String name, Reader text, List<Fault> faults) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            TopicFile file = new TopicFile(name, parser, faults);
            try {
                file.document(parser);
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
                String message = String.valueOf(e.getOriginalMessage());
                faults.add(new Fault(
                        name + ":" + line,
                        "this is not YAML (" + message.lines().findFirst().orElse("") + ")",
                        "Indent with spaces and write lists in brackets, for example en: [deport*, border patrol]"));
            }
            return file;
        }
    }

    List<Definition> definitions() {
        return List.copyOf(definitions);
    }

    private void document(YAMLParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            values.fault(
                    values.where(),
                    "the file holds no topics",
                    "Begin each topic with its id and a colon, for example immigration:");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            definitions.add(topics.read(parser.currentName(), values.where()));
        }
    }
}
