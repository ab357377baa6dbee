namespace Core.Tests;

/// <summary>Distances in units in the last place, as double, so that half an ulp is visible.</summary>
internal static class Ulp
{
    public static double Error(float got, double truth)
    {
        if (double.IsNaN(truth) || float.IsNaN(got))
            return double.IsNaN(truth) && float.IsNaN(got) ? 0 : double.PositiveInfinity;
        if (got == (float)truth)
            return float.IsInfinity(got) ? 0 : Math.Abs(got - truth) / Size((float)truth);
        return Math.Abs(got - truth) / Size((float)truth);
    }

    public static double Size(float x) => Math.Max((double)MathF.BitIncrement(MathF.Abs(x)) - MathF.Abs(x), float.Epsilon);
}
