package news.lede.alert;

/** Whose turn it is: earlier ones go first. Answers to people who wait are not planned, but pass through the same pacing. */
public enum Lane {
    ANSWER,
    ALERT,
    DIGEST,
    EDIT
}
