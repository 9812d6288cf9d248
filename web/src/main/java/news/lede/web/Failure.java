package news.lede.web;

/** What the template of a page that did not work draws. */
public record Failure(String text) {}
