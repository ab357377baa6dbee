using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sim;

/// <summary>Turns grids into bytes for a terminal: the whole screen first, then only what changed.</summary>
internal sealed class Screen(Theme theme, ColorDepth depth, GlyphSet glyphs)
{
    // Moving the cursor costs about six bytes: changed runs closer than this are written as one.
    private const int JoinGap = 6;

    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);
    private readonly Dictionary<Style, byte[]> _styles = [];
    private readonly Dictionary<string, byte[]> _glyphs = [];
    private Theme _theme = theme;
    private Cell[]? _shown;
    private Size _size;
    private Point? _cursor;
    private Style? _style;

    public Theme Theme
    {
        get => _theme;
        set
        {
            if (_theme == value) return;
            _theme = value;
            _styles.Clear();
            Reset();
        }
    }

    /// <summary>Forgets what the terminal shows: the next frame draws everything.</summary>
    public void Reset() => _shown = null;

    /// <summary>The bytes that make the terminal show this grid; empty if it already does. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Frame(Grid grid)
    {
        _bytes.ResetWrittenCount();
        _style = null;
        bool whole = _shown is null || _size != grid.Size;
        Write("\e[?2026h\e[?25l"u8);
        int before = _bytes.WrittenCount;
        if (whole) Clear(grid.Size);
        for (int y = 0; y < grid.Height; y++) Row(grid.Row(y), _shown.AsSpan(y * grid.Width, grid.Width), y);
        if (_bytes.WrittenCount == before && grid.Cursor == _cursor) return default;
        if (_style is not null) Write("\e[0m"u8);
        _cursor = grid.Cursor;
        if (_cursor is { } cursor)
        {
            MoveTo(cursor.X, cursor.Y);
            Write("\e[?25h"u8);
        }
        Write("\e[?2026l"u8);
        return _bytes.WrittenMemory;
    }

    // No wrapping (?7l): a glyph in the last cell must not scroll.
    private void Clear(Size size)
    {
        _size = size;
        _shown = new Cell[size.Width * size.Height];
        Array.Fill(_shown, Cell.Blank);
        Write("\e[?7l"u8);
        Write(Bytes(Cell.Blank.Style));
        Write("\e[2J"u8);
        _style = Cell.Blank.Style;
    }

    private void Row(ReadOnlySpan<Cell> next, Span<Cell> shown, int y)
    {
        for (int x = 0; x < next.Length; x++)
        {
            if (next[x] == shown[x]) continue;
            int start = next[x].IsRightHalf ? x - 1 : x, end = x + 1;
            for (int i = end; i < next.Length && i < end + JoinGap; i++)
                if (next[i] != shown[i])
                    end = i + 1;
            if (end < next.Length && next[end].IsRightHalf) end++;
            MoveTo(start, y);
            for (int i = start; i < end; i++) Put(next[i]);
            x = end - 1;
        }
        next.CopyTo(shown);
    }

    private void Put(Cell cell)
    {
        if (cell.IsRightHalf) return;
        if (_style != cell.Style)
        {
            Write(Bytes(cell.Style));
            _style = cell.Style;
        }
        if (!_glyphs.TryGetValue(cell.Glyph, out byte[]? bytes))
            _glyphs[cell.Glyph] = bytes = Encoding.UTF8.GetBytes(Glyphs.For(cell.Glyph, glyphs));
        Write(bytes);
    }

    private byte[] Bytes(Style style)
    {
        if (!_styles.TryGetValue(style, out byte[]? bytes))
            _styles[style] = bytes = Encoding.ASCII.GetBytes(Sgr.Of(style, _theme, depth));
        return bytes;
    }

    private void MoveTo(int x, int y)
    {
        Span<byte> target = _bytes.GetSpan(24);
        target[0] = 0x1B;
        target[1] = (byte)'[';
        (y + 1).TryFormat(target[2..], out int used, provider: CultureInfo.InvariantCulture);
        int at = 2 + used;
        target[at++] = (byte)';';
        (x + 1).TryFormat(target[at..], out used, provider: CultureInfo.InvariantCulture);
        at += used;
        target[at++] = (byte)'H';
        _bytes.Advance(at);
    }

    private void Write(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
