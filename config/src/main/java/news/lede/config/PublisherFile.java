package news.lede.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.lede.story.PublisherFamily;
import news.lede.story.Publishers;

/** The families of publishers that one YAML file names, with the line of each fault. Reads tokens rather than a tree, because a tree forgets lines and repeated keys. */
final class PublisherFile {
    private static final String HOSTS = "hosts";
    private static final String NAMES = "names";
    private static final List<String> KEYS = List.of(HOSTS, NAMES);
    private static final Pattern HOST = Pattern.compile(
            "(?i)([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

    private final String name;
    private final YAMLParser parser;
    private final List<Fault> faults;
    private final List<PublisherFamily> families = new ArrayList<>();
    /** Where each family, host and name of publishers was written first. */
    private final Map<String, String> familyAt = new HashMap<>();

    private final Map<String, String> hostAt = new HashMap<>();
    private final Map<String, String> nameAt = new HashMap<>();

    private PublisherFile(String name, YAMLParser parser, List<Fault> faults) {
        this.name = name;
        this.parser = parser;
        this.faults = faults;
    }

    /** The families in the order of the file; what is wrong with it goes to {@code faults}, and the rest is still read where that is possible. */
    static List<PublisherFamily> read(String name, Reader text, List<Fault> faults) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            PublisherFile file = new PublisherFile(name, parser, faults);
            try {
                file.document();
            } catch (JsonProcessingException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
                String message = String.valueOf(e.getOriginalMessage());
                file.fault(
                        name + ":" + line,
                        "this is not YAML (" + message.lines().findFirst().orElse("") + ")",
                        "Indent with spaces and write lists in brackets, for example hosts: [news.example, news.example.org]");
            }
            return List.copyOf(file.families);
        }
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            fault(
                    where(),
                    "the file holds no families of publishers",
                    "Begin each with its name and a colon, for example Harbour Press:");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            family(parser.currentName(), where());
        }
    }

    private void family(String family, String where) throws IOException {
        once(familyAt, family, where, "the family \"" + family + "\" is there already", "Write all of it in one place");
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            families.add(new PublisherFamily(family, Set.of(), Set.of()));
            return;
        }
        if (value != JsonToken.START_OBJECT) {
            fault(
                    where,
                    "family \"" + family + "\" is neither hosts nor names",
                    "Write them below it, for example hosts: [news.example, news.example.org]");
            parser.skipChildren();
            return;
        }
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        List<String> seen = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String keyWhere = where();
            if (seen.contains(key)) {
                fault(keyWhere, key + " of family \"" + family + "\" are given twice", "Keep one of the two lists");
            }
            seen.add(key);
            parser.nextToken();
            switch (key) {
                case HOSTS -> hosts(family, keyWhere, hosts);
                case NAMES -> names(family, keyWhere, names);
                default -> {
                    String hint = Nearest.to(key, KEYS)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Known are " + String.join(", ", KEYS));
                    fault(keyWhere, "family \"" + family + "\" has the unknown key \"" + key + "\"", hint);
                    parser.skipChildren();
                }
            }
        }
        families.add(new PublisherFamily(family, hosts, names));
    }

    private void hosts(String family, String where, Set<String> hosts) throws IOException {
        for (Item item : items(family, HOSTS, where, "hosts: [news.example, news.example.org]")) {
            String host = Publishers.host(item.text());
            if (!HOST.matcher(host).matches()) {
                fault(
                        item.where(),
                        "\"" + item.text() + "\" in family \"" + family + "\" is no host",
                        "Write it without https:// and path, for example news.example.org");
            } else {
                hosts.add(host);
                once(
                        hostAt,
                        host,
                        item.where(),
                        "the host " + host + " is there already",
                        "A host belongs to one family: keep one of the two");
            }
        }
    }

    private void names(String family, String where, Set<String> names) throws IOException {
        for (Item item : items(family, NAMES, where, "names: [The Harbour Post, Harbour Post Online]")) {
            String folded = Publishers.folded(item.text());
            if (folded.isEmpty()) {
                fault(
                        item.where(),
                        "\"" + item.text() + "\" in family \"" + family + "\" is no name",
                        "Write what the publisher calls itself, for example The Harbour Post");
            } else if (names.stream().map(Publishers::folded).noneMatch(folded::equals)) {
                // Spellings of one name that fold alike may stand side by side in a family, but not in two.
                names.add(item.text());
                once(
                        nameAt,
                        folded,
                        item.where(),
                        "the name \"" + item.text() + "\" is there already",
                        "A name belongs to one family: keep one of the two");
            }
        }
    }

    private record Item(String text, String where) {}

    private List<Item> items(String family, String key, String where, String example) throws IOException {
        List<Item> items = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            fault(
                    where,
                    key + " of family \"" + family + "\" are not a list",
                    "Write them in brackets, for example " + example);
            parser.skipChildren();
            return items;
        }
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            boolean text = token.isScalarValue() && token != JsonToken.VALUE_NULL;
            if (text && !parser.getText().isBlank()) {
                items.add(new Item(parser.getText().strip(), where()));
            } else {
                fault(where(), key + " of family \"" + family + "\" have an empty item", "Delete it");
                parser.skipChildren();
            }
        }
        return items;
    }

    private void once(Map<String, String> known, String what, String where, String problem, String remedy) {
        String before = known.putIfAbsent(what, where);
        if (before != null) {
            fault(where, problem + " (" + before + ")", remedy);
        }
    }

    private String where() {
        return name + ":" + parser.currentTokenLocation().getLineNr();
    }

    private void fault(String where, String problem, String remedy) {
        faults.add(new Fault(where, problem, remedy));
    }
}
