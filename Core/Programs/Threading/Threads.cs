namespace Core;

/// <summary>When work is handed to several threads, where that is asked for: by columns or rows, so that the split changes no bit.</summary>
internal static class Threads
{
    // Multiply-adds, and elements of a pass, below which handing out work costs more than it saves: a few microseconds.
    private const long WorthSplitting = 200_000;
    private const int WorthSplittingElements = 16_384;

    /// <summary>Whether a product is large enough.</summary>
    public static bool Pays(int rows, int inputs, int outputs, int columns) => columns >= 32 && (long)rows * inputs * outputs >= WorthSplitting;

    /// <summary>Whether a pass over elements is large enough.</summary>
    public static bool Pays(long elements) => elements >= WorthSplittingElements;
}
