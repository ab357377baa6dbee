using System.Collections.Immutable;
using Core;

namespace Sim;

/// <summary>The two parameters after an update.</summary>
internal readonly record struct PathPoint(long Update, double X, double Y);

/// <summary>A parameter that is held still.</summary>
internal readonly record struct HeldParameter(string Name, double Value);

/// <summary>The training loss over one or two parameters, and the way the run has taken.</summary>
/// <param name="XName">The first parameter.</param>
/// <param name="YName">The second; empty if there is one.</param>
/// <param name="X">Its range.</param>
/// <param name="Y">Of the second; with one parameter of the loss.</param>
/// <param name="Columns">Places along x.</param>
/// <param name="Rows">Places along y, from the least; 1 with one parameter.</param>
/// <param name="Losses">[Rows, Columns].</param>
/// <param name="Path">From the start to this moment; in the last point the weights as they are now.</param>
/// <param name="Minimum">Where theory knows it.</param>
/// <param name="Held">Other parameters: how many, and the first of them.</param>
/// <param name="HeldCount">How many there are.</param>
/// <param name="Loss">At this moment.</param>
internal sealed record SurfaceData(
    string XName, string YName, Scale X, Scale Y, int Columns, int Rows, ImmutableArray<double> Losses, ImmutableArray<PathPoint> Path, PathPoint? Minimum,
    ImmutableArray<HeldParameter> Held, int HeldCount, double Loss)
{
    public bool IsCurve => YName.Length == 0;

    /// <summary>Between the places that were asked; fractions of the ranges.</summary>
    public double At(double x, double y)
    {
        double column = Math.Clamp(x, 0, 1) * (Columns - 1), row = Math.Clamp(y, 0, 1) * (Rows - 1);
        int c = Math.Clamp((int)column, 0, Columns - 2), r = Math.Clamp((int)row, 0, Math.Max(0, Rows - 2)), above = Math.Min(r + 1, Rows - 1);
        double right = column - c, up = row - r;
        double low = Losses[r * Columns + c] * (1 - right) + Losses[r * Columns + c + 1] * right;
        double high = Losses[above * Columns + c] * (1 - right) + Losses[above * Columns + c + 1] * right;
        return low * (1 - up) + high * up;
    }
}
