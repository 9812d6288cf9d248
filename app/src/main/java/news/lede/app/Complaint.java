package news.lede.app;

/** Something that does not mend itself, and what to do about it. */
record Complaint(String what, String remedy) {}
