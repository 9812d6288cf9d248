package news.lede.article;

/** Identifies a report: near-identical texts in several places share one. It is the id of the report's first article. */
public record ReportId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
