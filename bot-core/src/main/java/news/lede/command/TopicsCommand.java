package news.lede.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.text.Language;
import news.lede.text.NameFolding;
import news.lede.topic.Topic;
import news.lede.topic.TopicId;

/** {@code /topics}: every topic of the workspace, each under the one it belongs to. */
final class TopicsCommand implements Handler {
    private final Newsroom newsroom;

    TopicsCommand(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpecs.TOPICS;
    }

    @Override
    public Answer answer(Request request) {
        Texts texts = request.texts();
        List<Topic> topics =
                newsroom.topics().get().of(request.asker().workspace().id());
        if (topics.isEmpty()) {
            return texts.notice("topics.none", List.of());
        }
        return new Listing(
                Listing.Kind.TOPICS,
                texts.text("title.topics"),
                sections(topics, TopicStories.language(texts)),
                List.of(),
                Optional.of(texts.text("note.topics", topics.getFirst().id().value())));
    }

    /** A section for each topic with others below it, itself first, then one without a heading for those that stand alone. */
    private static List<Listing.Section> sections(List<Topic> topics, Language language) {
        Map<TopicId, Topic> byId = new TreeMap<>();
        topics.forEach(t -> byId.put(t.id(), t));
        Map<TopicId, List<Topic>> children = new TreeMap<>();
        List<Topic> alone = new ArrayList<>();
        for (Topic topic : byId.values()) {
            Optional<TopicId> parent = topic.parent().filter(byId::containsKey);
            parent.ifPresent(
                    p -> children.computeIfAbsent(p, _ -> new ArrayList<>()).add(topic));
        }
        for (Topic topic : byId.values()) {
            boolean below = topic.parent().filter(byId::containsKey).isPresent();
            if (!below && !children.containsKey(topic.id())) {
                alone.add(topic);
            }
        }
        List<Listing.Section> sections = new ArrayList<>();
        children.forEach((id, below) -> {
            Topic parent = byId.get(id);
            if (parent != null) {
                List<Topic> members = new ArrayList<>(List.of(parent));
                members.addAll(below);
                sections.add(section(parent.name(language), members, language));
            }
        });
        sections.sort(Comparator.comparing(Listing.Section::heading));
        if (!alone.isEmpty()) {
            sections.add(section("", alone, language));
        }
        return sections;
    }

    private static Listing.Section section(String heading, List<Topic> topics, Language language) {
        return new Listing.Section(
                Display.plain(heading),
                topics.stream()
                        .map(t -> line(t.id().value(), Display.plain(t.name(language))))
                        .toList());
    }

    /** A name that only repeats the id is left out. */
    private static Listing.Line line(String id, String name) {
        return new Listing.Line(id, NameFolding.fold(name).equals(id) ? "" : name);
    }
}
