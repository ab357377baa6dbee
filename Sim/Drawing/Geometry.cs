namespace Sim;

internal readonly record struct Size(int Width, int Height);

internal readonly record struct Point(int X, int Y);

/// <summary>A rectangle of cells; never of negative size.</summary>
internal readonly record struct Rect
{
    public Rect(int x, int y, int width, int height) =>
        (X, Y, Width, Height) = (x, y, Math.Max(0, width), Math.Max(0, height));

    public int X { get; }
    public int Y { get; }
    public int Width { get; }
    public int Height { get; }
    public int Right => X + Width;
    public int Bottom => Y + Height;
    public bool IsEmpty => Width == 0 || Height == 0;

    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    public Rect Intersect(Rect other)
    {
        int left = Math.Max(X, other.X), top = Math.Max(Y, other.Y);
        return new Rect(left, top, Math.Min(Right, other.Right) - left, Math.Min(Bottom, other.Bottom) - top);
    }
}
