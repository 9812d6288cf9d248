package news.lede.answer;

import java.util.List;
import java.util.Optional;
import news.lede.article.Article;
import news.lede.story.StoryView;
import news.lede.summary.Evidence;

/** What we say to one question. Adapters draw it; they add no words of their own. All texts are plain, in the asker's language. */
public sealed interface Answer {
    String title();

    /** What the reader can do next, most useful first; at most {@link Action#MOST}. */
    List<Action> actions();

    /** A last small line: how fresh, what was left out. */
    Optional<String> footer();

    /** A file for whoever asked. */
    default Optional<Enclosure> enclosure() {
        return Optional.empty();
    }

    /** Several stories, in the order to show them. Never empty: nothing found is a {@link Notice}. */
    record StoryList(String title, List<StoryItem> stories, List<Action> actions, Optional<String> footer)
            implements Answer {
        public StoryList {
            stories = List.copyOf(stories);
            actions = List.copyOf(actions);
        }
    }

    /** One story whole: its summary and every source. */
    record StoryCard(String title, StoryItem story, List<Action> actions, Optional<String> footer) implements Answer {
        public StoryCard {
            actions = List.copyOf(actions);
        }
    }

    /** Several stories told in the order to read them in, at one sitting. Never empty. */
    record Briefing(String title, List<StoryItem> stories, List<Action> actions, Optional<String> footer)
            implements Answer {
        public Briefing {
            stories = List.copyOf(stories);
            actions = List.copyOf(actions);
        }
    }

    /** One story looked at in one way, line by line: how it developed, where its sources differ, what it rests on. Never without a line. */
    record Account(
            Kind kind,
            String title,
            StoryView story,
            List<Section> sections,
            List<Action> actions,
            Optional<String> footer)
            implements Answer {
        /** What is told; says which {@code kind} a program reads. */
        public enum Kind {
            TIMELINE,
            COMPARE,
            /** What each sentence told of the story rests on. */
            EVIDENCE
        }

        /** Lines that belong together: those of one day, those on one figure. {@code heading} may be empty. */
        public record Section(String heading, List<Line> lines) {
            public Section {
                lines = List.copyOf(lines);
            }
        }

        /**
         * {@code label} stands before the text: a time, a value; it may be empty. {@code text} is in our words or a sentence verbatim; it may be empty where the
         * label says all. {@code evidence} is what it rests on, never nothing.
         */
        public record Line(String label, String text, List<Evidence> evidence) {
            public Line {
                evidence = List.copyOf(evidence);
                if (evidence.isEmpty()) {
                    throw new IllegalArgumentException("a line rests on evidence");
                }
            }

            /** The articles it rests on, each once, in order. */
            public List<Article> articles() {
                return evidence.stream().map(Evidence::article).distinct().toList();
            }
        }

        public Account {
            sections = List.copyOf(sections);
            actions = List.copyOf(actions);
        }
    }

    /** Named things in groups: topics, commands. {@code picks}: what a form lets one choose from; empty elsewhere. */
    record Listing(
            Kind kind,
            String title,
            List<Section> sections,
            List<Pick> picks,
            List<Action> actions,
            Optional<String> footer)
            implements Answer {
        /** What is listed; says which {@code kind} a program reads. */
        public enum Kind {
            HELP,
            TOPICS,
            SOURCES,
            SUBSCRIPTIONS,
            /** How a place is told. */
            SETTINGS,
            /** Something that is being written, with what can be done with it. */
            FORM
        }

        /** A group of lines; {@code heading} may be empty. */
        public record Section(String heading, List<Line> lines) {
            public Section {
                lines = List.copyOf(lines);
            }
        }

        /** {@code name} as one would type it, {@code text} what it is. */
        public record Line(String name, String text) {}

        public Listing {
            sections = List.copyOf(sections);
            picks = List.copyOf(picks);
            actions = List.copyOf(actions);
        }

        /** One without anything to choose from. */
        public Listing(Kind kind, String title, List<Section> sections, List<Action> actions, Optional<String> footer) {
            this(kind, title, sections, List.of(), actions, footer);
        }
    }

    /** Something to know rather than to read: what happened, to what, what to do next. An answer, not a failure of ours. */
    record Notice(String title, String text, List<Action> actions, Optional<Enclosure> enclosure) implements Answer {
        public Notice {
            actions = List.copyOf(actions);
        }

        public Notice(String title, String text, List<Action> actions) {
            this(title, text, actions, Optional.empty());
        }

        /** The same with a file. */
        public Notice with(Enclosure file) {
            return new Notice(title, text, actions, Optional.of(file));
        }

        @Override
        public Optional<String> footer() {
            return Optional.empty();
        }
    }
}
