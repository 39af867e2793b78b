package be.designations.preview;

/** A page of a document, drawn anew as a picture. */
public final class PagePicture {

    private final int page;
    private final int pages;
    private final byte[] jpeg;

    PagePicture(int page, int pages, byte[] jpeg) {
        this.page = page;
        this.pages = pages;
        this.jpeg = jpeg.clone();
    }

    /** Which one, from 1. */
    public int page() {
        return page;
    }

    /** How many the document has. */
    public int pages() {
        return pages;
    }

    public byte[] jpeg() {
        return jpeg.clone();
    }
}
