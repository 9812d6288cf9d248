package news.lede.extract;

/** What a page shows in place of its article. */
enum Wall {
    CONSENT("the page asks for a consent instead of showing its article"),
    SUBSCRIPTION("the page shows its article to subscribers only"),
    LOGIN("the page shows its article after a login only"),
    ROBOT("the page checks for robots instead of showing its article"),
    SCRIPT("the page shows nothing without scripts"),
    REGION("the page is not shown in this region"),
    MISSING("the page says that there is nothing at this address");

    private final String told;

    Wall(String told) {
        this.told = told;
    }

    /** In words, for the log and for whoever handed the page in. */
    String told() {
        return told;
    }

    /** Whether there may be an article behind it, for somebody else. */
    boolean hidesAnArticle() {
        return this != MISSING;
    }

    /** Whether it stands behind the beginning of an article, which is then shown as that. */
    boolean leavesABeginning() {
        return this == SUBSCRIPTION || this == LOGIN;
    }
}
