namespace Core;

/// <summary>
/// The hand that writes one digit: where a point of the unit square lands in the picture. Size, aspect, slant, turn and place are drawn once for
/// a digit; every point trembles by itself. All are functions of (seed, number of the digit).
/// </summary>
internal readonly struct DigitHand
{
    private const double Slant = 0.22;
    private const double Turn = 0.1;
    private const double Tremble = 0.045;
    private readonly CounterRandom random;
    private readonly double xx;
    private readonly double xy;
    private readonly double yx;
    private readonly double yy;
    private readonly double x0;
    private readonly double y0;

    /// <summary>The hand of one digit, in a picture of <paramref name="size"/> pixels on each side.</summary>
    public DigitHand(CounterRandom random, int size, double variation)
    {
        this.random = random;
        var height = size * (0.68 + 0.05 * variation * Bell(0));
        var width = height * Math.Clamp(0.66 + 0.09 * variation * Bell(1), 0.3, 1);
        var slant = Slant * variation * Bell(2);
        var turn = Turn * variation * Bell(3);
        var (cos, sin) = (ScalarMath<double>.Cos(turn), ScalarMath<double>.Sin(turn));
        // First the slant, x ← x − slant·y, then the turn.
        (xx, xy) = (width * cos, -slant * height * cos - height * sin);
        (yx, yy) = (width * sin, -slant * height * sin + height * cos);
        x0 = size / 2.0 + 0.055 * size * variation * Bell(4);
        y0 = size / 2.0 + 0.055 * size * variation * Bell(5);
        Variation = variation;
        HalfPen = size / 28.0 * Math.Max(0.45, 0.95 + 0.3 * variation * Bell(6));
        Ink = Math.Clamp(0.92 + 0.1 * variation * Bell(7), 0.5, 1);
        Habit = random.Uniform<double>(8);
    }

    /// <summary>How much hands differ; 1 is usual.</summary>
    public double Variation { get; }

    /// <summary>Half the width of the pen, in pixels.</summary>
    public double HalfPen { get; }

    /// <summary>Darkness of the pen, at most 1.</summary>
    public double Ink { get; }

    /// <summary>Uniform in [0, 1): chooses among the ways to write a digit.</summary>
    public double Habit { get; }

    /// <summary>Where a point lands, in pixels; <paramref name="number"/> counts the points of the digit.</summary>
    public (double X, double Y) Place(double x, double y, int number)
    {
        var (u, v) = (x - 0.5 + Tremble * Variation * Bell(16 + 2 * number), y - 0.5 + Tremble * Variation * Bell(17 + 2 * number));
        return (x0 + xx * u + xy * v, y0 + yx * u + yy * v);
    }

    // Four uniform numbers of 16 bits, added: mean 0, variance 1, at most 3.46 from the mean (no hand is arbitrarily odd).
    private double Bell(int index)
    {
        var bits = random.Bits(index);
        var sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48);
        return (sum / 65536.0 - 2) * 1.7320508075688772;
    }
}
