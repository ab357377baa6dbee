using System.Buffers;
using System.Text;

namespace Sim;

/// <summary>
/// Bytes to keys, wherever reads cut them. Knows no clock: when nothing has come for <see cref="Patience"/>, call
/// <see cref="Flush"/>, and a lone Esc becomes the Escape key. Sequences it does not know are dropped whole.
/// </summary>
internal sealed class KeyParser
{
    public static readonly TimeSpan EscapePatience = TimeSpan.FromMilliseconds(40), PastePatience = TimeSpan.FromSeconds(1);

    private const int MaxSequence = 64, MaxPaste = 1_000_000;
    private const byte Esc = 0x1B;

    private readonly List<byte> _pending = [];
    private readonly List<byte> _paste = [];
    private bool _pasting;
    private int _endSeen;

    /// <summary>How long to wait for more bytes before <see cref="Flush"/>; null if nothing is pending.</summary>
    public TimeSpan? Patience => _pasting ? PastePatience : _pending.Count > 0 ? EscapePatience : null;

    public void Feed(ReadOnlySpan<byte> bytes, ICollection<TerminalEvent> events)
    {
        foreach (byte value in bytes)
        {
            if (_pasting) Paste(value, events);
            else
            {
                _pending.Add(value);
                Decode(events);
            }
        }
    }

    public void Flush(ICollection<TerminalEvent> events)
    {
        if (_pasting) EndPaste(events);
        if (_pending.Count == 1 && _pending[0] == Esc) events.Add(new KeyEvent(new Key(KeyCode.Escape)));
        if (_pending.Count == 2 && _pending[0] == Esc && _pending[1] < 0x80)
            events.Add(new KeyEvent(new Key((char)_pending[1], Modifiers.Alt)));
        _pending.Clear();
    }

    private void Decode(ICollection<TerminalEvent> events)
    {
        byte first = _pending[0];
        if (first != Esc)
        {
            DecodeRune(0, Modifiers.None, events);
            return;
        }
        if (_pending.Count == 1) return;
        switch (_pending[1])
        {
            case Esc:
                events.Add(new KeyEvent(new Key(KeyCode.Escape)));
                _pending.RemoveAt(0);
                break;
            case (byte)'[':
                DecodeCsi(events);
                break;
            case (byte)'O':
                if (_pending.Count == 2) return;
                Emit(KeySequences.Ss3((char)_pending[2]), events);
                break;
            default:
                DecodeRune(1, Modifiers.Alt, events);
                break;
        }
    }

    private void DecodeRune(int start, Modifiers modifiers, ICollection<TerminalEvent> events)
    {
        if (_pending[start] < 0x80)
        {
            var key = KeySequences.Control(_pending[start]);
            Emit(new KeyEvent(key with { Modifiers = key.Modifiers | modifiers }), events);
            return;
        }
        Span<byte> bytes = stackalloc byte[4];
        int count = _pending.Count - start;
        for (int i = 0; i < count; i++) bytes[i] = _pending[start + i];
        switch (Rune.DecodeFromUtf8(bytes[..count], out var rune, out int used))
        {
            case OperationStatus.Done:
                Emit(new KeyEvent(new Key(KeyCode.Rune, rune, modifiers)), events);
                break;
            case OperationStatus.InvalidData:
                // Not UTF-8: drop the broken start; a byte that may begin something new is looked at again.
                byte last = _pending[^1];
                _pending.Clear();
                if (used >= count) return;
                _pending.Add(last);
                Decode(events);
                break;
        }
    }

    private void DecodeCsi(ICollection<TerminalEvent> events)
    {
        if (_pending.Count < 3) return;
        byte last = _pending[^1];
        if (last == Esc)
        {
            _pending.Clear();
            _pending.Add(Esc);
            return;
        }
        // Linux console F1–F5: ESC [ [ A. X10 mouse: ESC [ M and three bytes.
        bool linux = _pending[2] == (byte)'[', mouse = _pending[2] == (byte)'M';
        if (linux && _pending.Count < 4 || mouse && _pending.Count < 6) return;
        bool final = linux || mouse || last is >= 0x40 and <= 0x7E;
        if (!final && last is >= 0x20 and <= 0x3F && _pending.Count < MaxSequence) return;
        string body = Encoding.ASCII.GetString([.. _pending[2..]]);
        if (final && body == "200~")
        {
            _pasting = true;
            _pending.Clear();
            return;
        }
        Emit(final && !mouse ? KeySequences.Csi(body) : null, events);
    }

    private void Emit(TerminalEvent? happened, ICollection<TerminalEvent> events)
    {
        _pending.Clear();
        if (happened is not null) events.Add(happened);
    }

    // Everything up to ESC [ 201 ~ is text. Esc begins the mark only, so one counter finds it.
    private void Paste(byte value, ICollection<TerminalEvent> events)
    {
        ReadOnlySpan<byte> end = "\e[201~"u8;
        if (value == end[_endSeen])
        {
            if (++_endSeen == end.Length) EndPaste(events);
            return;
        }
        for (int i = 0; i < _endSeen; i++) Keep(end[i]);
        _endSeen = value == Esc ? 1 : 0;
        if (_endSeen == 0) Keep(value);
    }

    private void Keep(byte value)
    {
        if (_paste.Count < MaxPaste) _paste.Add(value);
    }

    private void EndPaste(ICollection<TerminalEvent> events)
    {
        events.Add(new PasteEvent(Encoding.UTF8.GetString([.. _paste]).ReplaceLineEndings("\n")));
        _paste.Clear();
        (_pasting, _endSeen) = (false, 0);
    }
}
