package news.lede.story;

/** What an event can come to. The names are stored. */
public enum Outcome {
    ARREST,
    CHARGE,
    PLEA,
    VERDICT,
    SENTENCE,
    DEATH,
    RECOVERY,
    RESCUE,
    RELEASE,
    RESIGNATION,
    DISMISSAL,
    ELECTION,
    VICTORY,
    CEASEFIRE,
    AGREEMENT,
    DECISION,
    CANCELLATION,
    END,
    RESPONSIBILITY
}
