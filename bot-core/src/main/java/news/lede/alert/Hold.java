package news.lede.alert;

/** Why a message is kept back. */
public enum Hold {
    /** More is waiting than the conversation wants in a day, or by this time of it. */
    BUDGET,
    /** The conversation has quiet hours. */
    QUIET
}
