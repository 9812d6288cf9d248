package news.lede.community;

/** What somebody may do in a workspace, weakest first. */
public enum Role {
    MEMBER,
    MODERATOR;

    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }
}
