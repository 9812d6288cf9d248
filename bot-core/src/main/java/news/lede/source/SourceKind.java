package news.lede.source;

/** What a source is read as. */
public enum SourceKind {
    FEED,
    SITEMAP,
    PAGE,
    FOLDER,
    /** News handed in by a person; the one built-in source. */
    IMPORTED,
    /** Links that the members of one workspace asked for; each workspace has its own, nobody else sees it, and it is never listed or polled. */
    ASKED
}
