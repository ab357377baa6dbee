namespace Sim;

/// <summary>One cell. The right half of a two-cell glyph has an empty glyph and the style of the left half.</summary>
internal readonly record struct Cell(string Glyph, Style Style)
{
    public static readonly Cell Blank = new(" ", Role.Text);
    public bool IsRightHalf => Glyph.Length == 0;
}

/// <summary>A screenful of cells. Two-cell glyphs are always whole: overwriting one half blanks the other.</summary>
internal sealed class Grid
{
    private readonly Cell[] _cells;

    public Grid(int width, int height)
    {
        (Width, Height) = (Math.Max(0, width), Math.Max(0, height));
        _cells = new Cell[Width * Height];
        Array.Fill(_cells, Cell.Blank);
    }

    public Grid(Size size) : this(size.Width, size.Height) { }

    public int Width { get; }
    public int Height { get; }
    public Size Size => new(Width, Height);
    public Region All => new(this);

    /// <summary>Where the terminal's cursor shows; null hides it.</summary>
    public Point? Cursor { get; set; }

    public ReadOnlySpan<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    public Cell this[int x, int y] => _cells[y * Width + x];

    /// <summary>Puts a glyph at a cell of the grid; what does not fit inside <paramref name="clip"/> is not drawn.</summary>
    internal void Put(int x, int y, Glyph glyph, Style style, Rect clip)
    {
        if (!clip.Contains(x, y) || glyph.Width == 0) return;
        int at = y * Width + x;
        if (glyph.Width == 2 && x + 1 >= clip.Right) glyph = new Glyph(" ", 1);
        Split(at);
        _cells[at] = new Cell(glyph.Text, style);
        if (glyph.Width != 2) return;
        Split(at + 1);
        _cells[at + 1] = new Cell("", style);
    }

    internal void Restyle(int x, int y, Func<Style, Style> change)
    {
        int at = y * Width + x;
        if (_cells[at].IsRightHalf) at--;
        _cells[at] = _cells[at] with { Style = change(_cells[at].Style) };
        if (at % Width + 1 < Width && _cells[at + 1].IsRightHalf)
            _cells[at + 1] = _cells[at + 1] with { Style = _cells[at].Style };
    }

    // Frees the cell from a two-cell glyph it may be half of.
    private void Split(int at)
    {
        int x = at % Width;
        if (_cells[at].IsRightHalf) _cells[at - 1] = _cells[at - 1] with { Glyph = " " };
        if (x + 1 < Width && _cells[at + 1].IsRightHalf) _cells[at + 1] = _cells[at + 1] with { Glyph = " " };
    }
}
