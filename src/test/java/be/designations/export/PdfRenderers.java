package be.designations.export;

/** The renderer of the application, for tests without it. */
public final class PdfRenderers {

    private PdfRenderers() {}

    public static PdfRenderer ours() {
        return new PdfRenderer();
    }
}
