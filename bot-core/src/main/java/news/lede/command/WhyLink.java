package news.lede.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Action;
import news.lede.answer.Answer;
import news.lede.answer.Answer.Listing;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.article.Article;
import news.lede.source.Source;
import news.lede.story.StoryView;
import news.lede.text.WrappedLink;

/** Tells the way of one link: from the source that carries it, by article and story, to the message. What others alone follow is as unknown as what nobody does. */
final class WhyLink {
    private static final int SHOWN = 120;

    private final Newsroom newsroom;
    private final StoryReferences references;
    private final Request request;
    private final Texts texts;
    private final SourceTrail sources;

    WhyLink(Newsroom newsroom, StoryReferences references, Request request) {
        this.newsroom = newsroom;
        this.references = references;
        this.request = request;
        this.texts = request.texts();
        this.sources = new SourceTrail(newsroom, request);
    }

    Answer answer(URI asked) {
        URI link = WrappedLink.unwrap(asked).orElse(asked);
        return references.article(link, request.viewer()).map(this::known).orElseGet(() -> unknown(link));
    }

    private Answer unknown(URI link) {
        List<Source> ofSite = sources.ofSite(link);
        List<Listing.Line> lines = new ArrayList<>();
        lines.add(new Listing.Line(texts.text("why.name.article"), texts.text("why.article-unknown")));
        if (ofSite.isEmpty()) {
            lines.add(new Listing.Line(texts.text("why.name.source"), texts.text("why.no-source")));
        } else {
            ofSite.forEach(source -> lines.add(sources.line(source)));
            lines.add(new Listing.Line(texts.text("why.name.next"), texts.text("why.wait-for-poll")));
        }
        return listing(
                link.toString(),
                List.of(new Listing.Section("", lines)),
                List.of(new Action(texts.text("action.summarize"), "/summarize " + link)));
    }

    private Answer known(Article article) {
        List<Listing.Section> sections = new ArrayList<>();
        List<Listing.Line> way = new ArrayList<>();
        sources.of(article).forEach(source -> way.add(sources.line(source)));
        way.add(new Listing.Line(
                texts.text("why.name.article"),
                texts.text(
                        "why.article",
                        request.phrases().age(article.firstSeen(), false),
                        request.phrases().byline(article))));
        Optional<StoryView> story = newsroom.stories()
                .storyOf(article.id())
                .flatMap(id -> newsroom.views().view(id, request.viewer()));
        List<Action> actions = new ArrayList<>();
        if (story.isEmpty()) {
            way.add(new Listing.Line(texts.text("why.name.story"), texts.text("why.no-story")));
            sections.add(new Listing.Section("", way));
        } else {
            way.add(new Listing.Line(texts.text("why.name.story"), story(story.get())));
            sections.add(new Listing.Section("", way));
            sections.addAll(telling(story.get()));
            actions.add(new Action(
                    texts.text("action.open"), "/story " + story.get().id(), Action.Kind.OPEN));
            actions.add(new Action(
                    texts.text("action.why-place"), "/why " + story.get().id(), Action.Kind.WHY));
        }
        return listing(article.title(), sections, actions);
    }

    private String story(StoryView story) {
        return "#" + story.id() + " " + Display.brief(story.title(), SHOWN) + ", "
                + texts.count("articles", story.articles().size());
    }

    private List<Listing.Section> telling(StoryView story) {
        StoryTrail trail = new StoryTrail(newsroom, request);
        List<Listing.Line> wishes = trail.wishes(story);
        if (wishes.isEmpty()) {
            wishes = List.of(new Listing.Line(texts.text("why.no-subscription"), texts.text("why.subscribe")));
        }
        List<Listing.Section> sections = new ArrayList<>();
        sections.add(new Listing.Section(texts.text("title.subscriptions"), wishes));
        List<Listing.Line> messages = trail.messages(story);
        if (!messages.isEmpty()) {
            sections.add(new Listing.Section(texts.text("why.section.messages"), messages));
        }
        sections.add(new Listing.Section(
                texts.text("why.section.place"), new PlaceState(newsroom, request, request.asker()).all()));
        return sections;
    }

    private Answer listing(String about, List<Listing.Section> sections, List<Action> actions) {
        return new Listing(
                Listing.Kind.SUBSCRIPTIONS,
                texts.text("title.why-link", Display.brief(about, SHOWN)),
                sections,
                actions,
                Optional.empty());
    }
}
