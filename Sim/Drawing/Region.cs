namespace Sim;

/// <summary>
/// A rectangle of a grid with its own origin. Everything drawn is clipped to it, so a view may draw
/// at any coordinate at any size. Regions of regions never reach outside their parent.
/// </summary>
internal readonly struct Region
{
    private readonly Grid _grid;
    private readonly Rect _bounds;
    private readonly Rect _clip;

    public Region(Grid grid) : this(grid, new Rect(0, 0, grid.Width, grid.Height), new Rect(0, 0, grid.Width, grid.Height)) { }

    private Region(Grid grid, Rect bounds, Rect clip) => (_grid, _bounds, _clip) = (grid, bounds, clip);

    public int Width => _bounds.Width;
    public int Height => _bounds.Height;
    public Size Size => new(Width, Height);
    public bool IsEmpty => _bounds.IsEmpty;

    /// <summary>Where the region lies in its grid.</summary>
    public Rect Bounds => _bounds;

    /// <summary>The part of this region inside the rectangle (own coordinates).</summary>
    public Region Sub(int x, int y, int width, int height)
    {
        var bounds = new Rect(_bounds.X + x, _bounds.Y + y, width, height).Intersect(_bounds);
        return new Region(_grid, bounds, bounds.Intersect(_clip));
    }

    /// <summary>A scrolled sheet seen through this region: its origin is moved, its size is free, the clip stays.</summary>
    public Region Sheet(int x, int y, int width, int height) =>
        new(_grid, new Rect(_bounds.X + x, _bounds.Y + y, width, height), _clip);

    public Region Inset(int horizontal, int vertical) => Sub(horizontal, vertical, Width - 2 * horizontal, Height - 2 * vertical);
    public Region Top(int height) => Sub(0, 0, Width, height);
    public Region Bottom(int height) => Sub(0, Math.Max(0, Height - height), Width, height);
    public Region Left(int width) => Sub(0, 0, width, Height);
    public Region Right(int width) => Sub(Math.Max(0, Width - width), 0, width, Height);
    public Region SkipTop(int height) => Sub(0, height, Width, Height - height);
    public Region SkipLeft(int width) => Sub(width, 0, Width - width, Height);
    public Region SkipBottom(int height) => Sub(0, 0, Width, Height - height);
    public Region SkipRight(int width) => Sub(0, 0, Width - width, Height);

    /// <summary>Stacked parts. A positive size is cells; a negative one is a share of what is left (-1 : -2 = one third : two thirds).</summary>
    public Region[] Rows(params ReadOnlySpan<int> sizes) => Split(sizes, Height, vertical: true);

    /// <summary>Parts side by side; sizes as in <see cref="Rows"/>.</summary>
    public Region[] Columns(params ReadOnlySpan<int> sizes) => Split(sizes, Width, vertical: false);

    public void Put(int x, int y, Glyph glyph, Style style) => _grid?.Put(_bounds.X + x, _bounds.Y + y, glyph, style, _clip);

    public void Put(int x, int y, string glyph, Style style)
    {
        foreach (var first in Glyph.Split(glyph))
        {
            Put(x, y, first, style);
            return;
        }
    }

    /// <summary>Writes one line from a cell on; returns the cell after it.</summary>
    public int Write(int x, int y, string text, Style style)
    {
        foreach (var glyph in Glyph.Split(text))
        {
            Put(x, y, glyph, style);
            x += glyph.Width;
        }
        return x;
    }

    public int Write(int x, int y, IEnumerable<Span> spans)
    {
        foreach (var span in spans) x = Write(x, y, span.Text, span.Style);
        return x;
    }

    public void Fill(string glyph, Style style)
    {
        var seen = new Rect(0, 0, Width, Height);
        for (int y = 0; y < seen.Height; y++)
            for (int x = 0; x < seen.Width; x++)
                Put(x, y, new Glyph(glyph, 1), style);
    }

    public void Clear() => Fill(" ", Role.Text);

    /// <summary>Changes the style of a cell and leaves its glyph.</summary>
    public void Restyle(int x, int y, Func<Style, Style> change)
    {
        if (_grid is not null && _clip.Contains(_bounds.X + x, _bounds.Y + y)) _grid.Restyle(_bounds.X + x, _bounds.Y + y, change);
    }

    public void Restyle(Func<Style, Style> change)
    {
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
                Restyle(x, y, change);
    }

    /// <summary>Shows the terminal's cursor at a cell, if it is inside.</summary>
    public void ShowCursor(int x, int y)
    {
        if (_grid is not null && _clip.Contains(_bounds.X + x, _bounds.Y + y)) _grid.Cursor = new Point(_bounds.X + x, _bounds.Y + y);
    }

    private Region[] Split(ReadOnlySpan<int> sizes, int total, bool vertical)
    {
        int left = total, shares = 0;
        foreach (int size in sizes)
        {
            if (size >= 0) left -= size;
            else shares -= size;
        }
        left = Math.Max(0, left);
        var parts = new Region[sizes.Length];
        int at = 0, taken = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            int size = sizes[i];
            if (size < 0)
            {
                size = left * (taken - size) / shares - left * taken / shares;
                taken -= sizes[i];
            }
            parts[i] = vertical ? Sub(0, at, Width, size) : Sub(at, 0, size, Height);
            at += size;
        }
        return parts;
    }
}
