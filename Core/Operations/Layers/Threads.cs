namespace Core;

/// <summary>When work is handed to several threads, where that is asked for: by columns, so that the split changes no bit.</summary>
internal static class Threads
{
    // Multiply-adds, and elements of an optimizer's pass, below which handing out work costs more than it saves.
    private const long WorthSplitting = 200_000;
    private const int WorthSplittingElements = 32_768;

    /// <summary>Whether a product is worth it.</summary>
    public static bool Pays(RunState run, int inputs, int outputs, int columns) =>
        run.Workers is not null && columns >= 32 && (long)run.Rows * inputs * outputs >= WorthSplitting;

    /// <summary>Whether a pass over parameters is worth it.</summary>
    public static bool Pays(WorkerPool? workers, int elements) => workers is not null && elements >= WorthSplittingElements;
}
