namespace Core;

/// <summary>Draws lines of some width: every pixel keeps its squared distance to the nearest line, of which ink is made at the end.</summary>
/// <param name="size">Pixels on each side.</param>
/// <param name="squares">[size²], filled with the greatest number.</param>
internal ref struct DigitPen(int size, Span<double> squares)
{
    private const int Pieces = 4;
    private readonly Span<double> squares = squares;

    /// <summary>Draws a stroke through the places of its points: straight, or a Catmull–Rom curve in pieces.</summary>
    public readonly void Draw(ReadOnlySpan<(double X, double Y)> points, bool isSmooth, double halfWidth)
    {
        for (var k = 0; k + 1 < points.Length; k++)
        {
            var from = points[k];
            for (var piece = 1; piece <= (isSmooth ? Pieces : 1); piece++)
            {
                var to = isSmooth ? Between(points, k, piece / (double)Pieces) : points[k + 1];
                Line(from, to, halfWidth + 1);
                from = to;
            }
        }
    }

    /// <summary>Ink of a pixel: 1 within half the pen's width of a line, falling to 0 over one pixel.</summary>
    public readonly double Ink(int pixel, double halfWidth) =>
        squares[pixel] >= (halfWidth + 0.5) * (halfWidth + 0.5) ? 0 : Math.Min(1, halfWidth + 0.5 - Math.Sqrt(squares[pixel]));

    // The point at t in [0, 1] between points k and k + 1; at the ends the neighbour is the end itself.
    private static (double X, double Y) Between(ReadOnlySpan<(double X, double Y)> points, int k, double t)
    {
        var (a, b, c, d) = (points[Math.Max(0, k - 1)], points[k], points[k + 1], points[Math.Min(points.Length - 1, k + 2)]);
        return (Curve(a.X, b.X, c.X, d.X, t), Curve(a.Y, b.Y, c.Y, d.Y, t));
    }

    private static double Curve(double a, double b, double c, double d, double t) =>
        0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))));

    private readonly void Line((double X, double Y) from, (double X, double Y) to, double reach)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = dx * dx + dy * dy;
        var inverse = length > 0 ? 1 / length : 0;
        var (left, right) = (First(Math.Min(from.X, to.X) - reach), Last(Math.Max(from.X, to.X) + reach));
        var (top, bottom) = (First(Math.Min(from.Y, to.Y) - reach), Last(Math.Max(from.Y, to.Y) + reach));
        for (var row = top; row <= bottom; row++)
        {
            var line = squares.Slice(row * size, size);
            for (var column = left; column <= right; column++)
            {
                var (px, py) = (column + 0.5 - from.X, row + 0.5 - from.Y);
                var t = Math.Min(1, Math.Max(0, (px * dx + py * dy) * inverse));
                var (x, y) = (px - t * dx, py - t * dy);
                line[column] = Math.Min(line[column], x * x + y * y);
            }
        }
    }

    private readonly int First(double place) => Math.Clamp((int)place, 0, size);

    private readonly int Last(double place) => Math.Clamp((int)place, -1, size - 1);
}
