using Lessons;

namespace Sim;

/// <summary>A figure of the scene with its numbers.</summary>
/// <param name="Values">What is drawn.</param>
/// <param name="Number">Which of the scene's figures, from 1.</param>
/// <param name="Count">How many the scene has.</param>
internal sealed record FigureData(FigureValues Values, int Number, int Count)
{
    public const string FirstName = "figure";

    /// <summary>The name of the picture: figure, figure2, …</summary>
    public static string NameOf(int number) => number == 1 ? FirstName : $"{FirstName}{number}";

    /// <returns>Null if the scene has fewer.</returns>
    public static FigureData? From(PictureSource source, int number) =>
        source.Scene?.Figures is { } figures && number <= figures.Length
            ? new FigureData(FigureEvaluator.Evaluate(figures[number - 1], source.Run.Values), number, figures.Length)
            : null;
}
