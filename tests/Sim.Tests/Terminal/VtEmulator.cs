using System.Text;

namespace Sim.Tests;

/// <summary>A terminal in miniature: enough of ECMA-48 and xterm to see what a person would see.</summary>
internal sealed class VtEmulator
{
    private readonly Decoder _utf8 = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _escape = new();
    private (string Glyph, string Style)[] _cells = [];
    private string _style = "\e[0m";
    private char _highSurrogate;
    private int _x, _y;

    public VtEmulator(int width, int height) => Resize(width, height);

    public int Width { get; private set; }
    public int Height { get; private set; }
    public HashSet<string> Modes { get; } = ["7", "25"];
    public bool Scrolled { get; private set; }

    /// <summary>Synchronised updates seen to their end, and how often the whole screen was cleared.</summary>
    public long Frames { get; private set; }

    public int Clears { get; private set; }
    public Point Cursor => new(Math.Min(_x, Width - 1), _y);
    public string AllInput { get; private set; } = "";

    public void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        (_x, _y) = (Math.Min(_x, width), Math.Min(_y, height - 1));
        _cells = new (string, string)[width * height];
        Array.Fill(_cells, (" ", _style));
    }

    public (string Glyph, string Style) this[int x, int y] => _cells[y * Width + x];

    public string Row(int y) => string.Concat(Enumerable.Range(0, Width).Select(x => this[x, y].Glyph));

    public string Screen => string.Join('\n', Enumerable.Range(0, Height).Select(Row));

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length + 1];
        int count = _utf8.GetChars(bytes, chars, flush: false);
        AllInput = (AllInput + new string(chars, 0, count))[^Math.Min(AllInput.Length + count, 100_000)..];
        for (int i = 0; i < count; i++) Feed(chars[i]);
    }

    private void Feed(char c)
    {
        if (_escape.Length > 0)
        {
            _escape.Append(c);
            if (_escape.Length == 2 && c != '[') _escape.Clear();
            else if (_escape.Length > 2 && c is >= '@' and <= '~') Execute();
            return;
        }
        if (c == '\e') _escape.Append(c);
        else if (c == '\r') _x = 0;
        else if (c == '\n') LineFeed();
        else if (c >= ' ') Type(c);
    }

    private void Type(char c)
    {
        if (char.IsHighSurrogate(c))
        {
            _highSurrogate = c;
            return;
        }
        var rune = char.IsLowSurrogate(c) ? new Rune(_highSurrogate, c) : new Rune(c);
        int width = TextWidth.Of(rune);
        if (width == 0)
        {
            int back = _x - 1 + _y * Width;
            if (_x > 0 && _cells[back].Glyph == "") back--;
            if (_x > 0) _cells[back].Glyph += rune;
            return;
        }
        if (width > Width) return;
        if (_x + width > Width)
        {
            if (!Modes.Contains("7")) _x = Width - width;
            else
            {
                _x = 0;
                LineFeed();
            }
        }
        Set(_x, rune.ToString());
        if (width == 2) Set(_x + 1, "");
        _x += width;
    }

    private void Set(int x, string glyph)
    {
        int at = _y * Width + x;
        if (_cells[at].Glyph == "" && glyph != "" && x > 0) _cells[at - 1].Glyph = " ";
        if (x + 1 < Width && _cells[at + 1].Glyph == "") _cells[at + 1].Glyph = " ";
        _cells[at] = (glyph, _style);
    }

    private void LineFeed()
    {
        if (_y + 1 < Height) _y++;
        else Scrolled = true;
    }

    private void Execute()
    {
        string sequence = _escape.ToString();
        _escape.Clear();
        char final = sequence[^1];
        string body = sequence[2..^1];
        if (final == 'm') _style = sequence;
        if (final == 'H')
        {
            int[] to = body.Split(';').Select(part => part.Length == 0 ? 1 : int.Parse(part)).ToArray();
            (_y, _x) = (Math.Clamp(to[0] - 1, 0, Height - 1), Math.Clamp(to.ElementAtOrDefault(1) - 1, 0, Width - 1));
        }
        if (final == 'J')
        {
            Array.Fill(_cells, (" ", _style));
            Clears++;
        }
        if (final == 'h') Modes.Add(body[1..]);
        if (final == 'l') Modes.Remove(body[1..]);
        if (sequence == "\e[?2026l") Frames++;
    }
}
