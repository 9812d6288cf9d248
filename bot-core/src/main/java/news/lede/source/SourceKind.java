package news.lede.source;

/** What a source is read as. */
public enum SourceKind {
    FEED,
    SITEMAP,
    PAGE,
    FOLDER,
    /** News handed in by a person; the one built-in source. */
    IMPORTED
}
