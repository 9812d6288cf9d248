package news.lede.command;

import java.util.List;
import news.lede.story.Timelines;

/** Who answers what. */
final class Handlers {
    private Handlers() {}

    static List<Handler> of(Newsroom newsroom, List<CommandSpec> specs) {
        CommandLine commandLine = new CommandLine(specs);
        StoryLists lists = new StoryLists(newsroom, commandLine);
        StoryReferences references = new StoryReferences(newsroom);
        AskedArticles asked = new AskedArticles(newsroom, references);
        KnownLinks known = new KnownLinks(newsroom);
        TopicStories topicStories = new TopicStories(newsroom);
        Rankings rankings = new Rankings(newsroom);
        SourcesCommand sources = new SourcesCommand(newsroom, commandLine);
        OneStory oneStory = new OneStory(references);
        OwnSubscriptions own = new OwnSubscriptions(newsroom);
        StoryCommand story = new StoryCommand(newsroom, oneStory);
        LanguageCommand language = new LanguageCommand();
        TimezoneCommand timezone = new TimezoneCommand();
        ChannelCommand channel = new ChannelCommand(newsroom);
        SourceCommand source = new SourceCommand(newsroom, sources);
        return List.of(
                new LatestCommand(newsroom, lists, topicStories, rankings),
                new BriefCommand(newsroom, rankings),
                new SinceCommand(newsroom, lists, rankings),
                new TopicCommand(lists, topicStories),
                new RelatedCommand(newsroom, lists, references, asked),
                story,
                new TimelineCommand(newsroom, oneStory, new Timelines(newsroom.stories())),
                new CompareCommand(newsroom, oneStory),
                new WhyCommand(newsroom, references, story, rankings),
                new CorrectionsCommand(newsroom, lists),
                new SearchCommand(newsroom, lists),
                new SummarizeCommand(newsroom, asked, known),
                new KnownCommand(asked, known),
                new TopicsCommand(newsroom),
                new FeedbackCommand(newsroom, references),
                new VoteCommand(newsroom, oneStory),
                new VotesCommand(newsroom),
                new ReportCommand(newsroom, oneStory),
                new ReportsCommand(newsroom, lists, oneStory),
                new RetractCommand(newsroom, lists, oneStory),
                new SuggestCommand(newsroom, asked),
                new SuggestionsCommand(newsroom, references),
                new TuneCommand(newsroom, commandLine, references),
                new SubscribeCommand(newsroom, commandLine, lists),
                new UnsubscribeCommand(newsroom, own),
                new SubscriptionsCommand(newsroom),
                new PauseCommand(newsroom, own),
                new SetupCommand(
                        new SetupChanges(newsroom, new SetupChanges.Setters(language, timezone, source, channel)),
                        new SetupForms(newsroom, commandLine),
                        new LastDay(newsroom, rankings)),
                channel,
                new HeldCommand(newsroom, lists),
                new HealthCommand(newsroom),
                new GrantCommand(newsroom),
                new AuditCommand(newsroom),
                timezone,
                language,
                new SettingsCommand(newsroom),
                sources,
                source,
                new HelpCommand(commandLine),
                new PrivacyCommand(newsroom),
                new StartCommand(story));
    }
}
