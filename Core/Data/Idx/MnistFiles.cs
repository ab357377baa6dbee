namespace Core;

/// <summary>The names under which the four files of MNIST are found in a folder.</summary>
internal static class MnistFiles
{
    /// <summary>Names that a file may have: with - or . before its kind, plain or gzipped.</summary>
    /// <param name="isTest">The 10,000 test images instead of the 60,000 for training.</param>
    /// <param name="isLabels">The labels instead of the images.</param>
    public static string[] Names(bool isTest, bool isLabels)
    {
        var (set, kind) = (isTest ? "t10k" : "train", isLabels ? ("labels", "idx1-ubyte") : ("images", "idx3-ubyte"));
        return [.. from gap in "-." from ending in new[] { "", ".gz" } select $"{set}-{kind.Item1}{gap}{kind.Item2}{ending}"];
    }
}
