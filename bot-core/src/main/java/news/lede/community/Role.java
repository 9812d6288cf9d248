package news.lede.community;

/** What somebody may do in a workspace, weakest first; each may what those before it may. */
public enum Role {
    MEMBER,
    /** Decides on the topics and conversations that were handed to them, see {@link Charge}. */
    EDITOR,
    /** Decides on everything but who moderates. */
    MODERATOR,
    OWNER;

    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
