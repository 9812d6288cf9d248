package news.lede.story;

/** What sort of event an article reports, as far as its headline says so beyond doubt. */
public enum EventKind {
    EARTHQUAKE,
    FLOOD,
    STORM,
    FIRE,
    CRASH,
    TRIAL,
    ARREST,
    ELECTION,
    PROTEST,
    STRIKE,
    ATTACK,
    RESIGNATION,
    OUTBREAK
}
