using System.Buffers;
using System.Text;

namespace Core;

/// <summary>One field: its text, and the line and column (from 1) where it begins.</summary>
internal readonly record struct CsvField(string Text, int Line, int Column)
{
    internal string Place(string? name) => $"line {Line}, column {Column}" + (name is null ? "" : $" ({Shown.Text(name)})");
}

/// <summary>
/// Cuts text into records and fields by RFC 4180: fields between separators, quoted ones may hold separators, line ends and doubled quotes.
/// Beyond the RFC: CR LF, LF and CR all end a record, blank lines are skipped, a byte order mark is skipped, spaces around an unquoted field
/// do not belong to it. Mistakes are reported and read on from as well as possible.
/// </summary>
internal sealed class CsvParser(TextReader text, CsvOptions options, DataProblems problems)
{
    // What a decoder writes for bytes that are not UTF-8.
    private const char NotText = '\uFFFD';

    private readonly SearchValues<char> unquotedStops = SearchValues.Create(options.Separator, '"', '\r', '\n', '\0', NotText),
        plainStops = SearchValues.Create(options.Separator, '"', '\r', '\n', '\0'), quotedStops = SearchValues.Create('"', '\r', '\n', '\0', NotText);

    private readonly char[] block = new char[1 << 14];

    private int blockLength, blockPosition;

    private readonly StringBuilder field = new();

    private int line = 1, column, fieldLine, fieldColumn;

    private bool wasQuoted;

    // The text of a field that needs no second look.
    private string? plain;

    /// <summary>The header and every so many-th row in the file's order; the list is reused, so copy what is to be kept.</summary>
    internal IEnumerable<List<CsvField>> Records()
    {
        var record = new List<CsvField>();
        var row = options.HasHeader ? -1L : 0;
        if (Peek() == '\uFEFF') Take();
        while (Peek() >= 0)
        {
            record.Clear();
            ReadRecord(record);
            if (record.Count == 1 && record[0].Text.Length == 0 && !wasQuoted) continue;
            if (row < 0 || row % options.Every == 0) yield return record;
            row++;
        }
    }

    private void ReadRecord(List<CsvField> record)
    {
        int end;
        do
        {
            if (record.Count == options.MaxColumns)
            {
                Problem(line, column + 1, $"more than {options.MaxColumns} fields", $"at most {options.MaxColumns}",
                    "check the separator and the line ends, or keep the columns that matter");
                throw new BadDataException(problems.ToImmutable());
            }
            end = ReadField();
            var content = plain ?? (wasQuoted ? field.ToString() : field.ToString().Trim());
            record.Add(new(content, fieldLine, fieldColumn));
        }
        while (end == options.Separator);
    }

    /// <summary>Reads up to and including what ends the field; returns the separator, '\n' for any line end, or −1.</summary>
    private int ReadField()
    {
        (fieldLine, fieldColumn, wasQuoted) = (line, column + 1, Peek() == '"');
        if (ReadPlain()) return Next();
        field.Clear();
        if (wasQuoted && !ReadQuoted()) return -1;
        for (var told = false; ;)
        {
            if (!wasQuoted) AppendRun(unquotedStops);
            var c = Next();
            if (c < 0 || c == '\n' || c == options.Separator) return c;
            if (c == '"' && !told)
            {
                told = true;
                Problem(line, column, wasQuoted ? "a quote after a quoted field" : "a quote inside a field that does not begin with one",
                    "quotes around the whole field, doubled inside", "write for example \"5\"\" pipe\", without spaces outside the quotes");
            }
            else if (wasQuoted && !told && c is not (' ' or '\t'))
            {
                told = true;
                Problem(line, column, $"{Shown.Text(((char)c).ToString())} after a closing quote", "a separator or the end of the line",
                    "put the whole field in quotes, quotes inside doubled");
            }
            if (!wasQuoted || told) Append(c);
        }
    }

    /// <summary>Takes a field at once that is whole in the block and has nothing but text before its end; most are so.</summary>
    private bool ReadPlain()
    {
        plain = null;
        if (wasQuoted) return false;
        var rest = block.AsSpan(blockPosition, blockLength - blockPosition);
        var end = rest.IndexOfAny(plainStops);
        if (end < 0 || end > options.MaxFieldLength || rest[end] is '"' or '\0' || rest[..end].Contains(NotText)) return false;
        plain = rest[..end].Trim().ToString();
        (blockPosition, column) = (blockPosition + end, column + end);
        return true;
    }

    /// <summary>Reads a quoted field up to its closing quote; false when the text ends before.</summary>
    private bool ReadQuoted()
    {
        Next();
        while (true)
        {
            AppendRun(quotedStops);
            var c = Next(keepReturn: true);
            if (c < 0)
            {
                Problem(fieldLine, fieldColumn, "a quote that is never closed", "a closing quote", "add it after the field's text");
                return false;
            }
            if (c == '"')
            {
                if (Peek() != '"') return true;
                Next();
            }
            Append(c);
        }
    }

    private int Peek()
    {
        if (blockPosition == blockLength) (blockPosition, blockLength) = (0, text.Read(block, 0, block.Length));
        return blockLength == 0 ? -1 : block[blockPosition];
    }

    private int Take()
    {
        var c = Peek();
        if (c >= 0) blockPosition++;
        return c;
    }

    /// <summary>Takes the characters before the next one that needs a look, all at once.</summary>
    private void AppendRun(SearchValues<char> stops)
    {
        if (Peek() < 0) return;
        var run = block.AsSpan(blockPosition, blockLength - blockPosition);
        var length = run.IndexOfAny(stops) is var stop and >= 0 ? stop : run.Length;
        length = Math.Min(length, options.MaxFieldLength - field.Length);
        field.Append(run[..length]);
        (blockPosition, column) = (blockPosition + length, column + length);
    }

    private void Append(int c)
    {
        if (field.Length == options.MaxFieldLength)
        {
            Problem(fieldLine, fieldColumn, $"a field of more than {options.MaxFieldLength} characters", "a shorter one",
                "look for a quote that is not closed");
            throw new BadDataException(problems.ToImmutable());
        }
        if (c == 0)
        {
            Problem(line, column, "a NUL character", "text", "this is not a text file, or its encoding is not UTF-8");
            throw new BadDataException(problems.ToImmutable());
        }
        if (c == NotText && !field.ToString().Contains(NotText))
            Problem(line, column, "a byte that is not UTF-8", "text in UTF-8", "save the file as UTF-8 (a file in Latin-1: iconv -f latin1 -t utf8)");
        field.Append((char)c);
    }

    /// <summary>The next character, line ends as '\n' (inside quotes, where they are text, as they are).</summary>
    private int Next(bool keepReturn = false)
    {
        var c = Take();
        column++;
        if (c == '\r' && !keepReturn)
        {
            if (Peek() == '\n') Take();
            c = '\n';
        }
        if (c == '\n' || (c == '\r' && Peek() != '\n')) (line, column) = (line + 1, 0);
        return c;
    }

    private void Problem(int atLine, int atColumn, string given, string expected, string remedy) =>
        problems.Add($"line {atLine}, column {atColumn}", given, expected, remedy);
}
