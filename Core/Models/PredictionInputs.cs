using System.Globalization;

namespace Core;

/// <summary>Inputs for a prediction, out of what people have: a few numbers, a table, a picture.</summary>
public static class PredictionInputs
{
    private static readonly char[] Between = [',', ';', ' ', '\t', '\n'];

    /// <summary>Numbers separated by commas or spaces: one sample [width].</summary>
    /// <exception cref="BadDataException">They are not numbers, or not as many.</exception>
    public static double[] Values(string text, int width)
    {
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = new DataProblems();
        problems.Require(words.Length == width, "", $"{words.Length} values", $"{width}, the inputs of this model", "give one number for each input, with commas between them");
        for (var k = 0; k < words.Length; k++)
            if (!IsNumber(words[k], out _)) problems.Add($"value {k + 1}", Shown.Text(words[k]), "a finite number", "write it with a decimal point");
        problems.ThrowIfAny();
        return [.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    internal static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
