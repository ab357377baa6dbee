using System.Text.Json;

namespace Bench;

/// <summary>How the table is written.</summary>
internal enum TableFormat
{
    /// <summary>In columns, for a terminal.</summary>
    Text,

    /// <summary>As a table of Markdown.</summary>
    Markdown,

    /// <summary>One row a line: for the process that started this one.</summary>
    Json,
}

/// <summary>The one table: every row is written as soon as it is measured.</summary>
internal sealed class Table(TextWriter output, TableFormat format)
{
    private static readonly string[] Heads = ["what", "ours", "unit", "baseline", "its value", "ratio", "aim", "check"];
    private static readonly int[] Widths = [-46, 8, -10, -24, 9, 6, -15, 0];
    private bool hasHead;

    /// <summary>Check values that did not come out.</summary>
    public int Wrong { get; private set; }

    /// <summary>Aims that were missed.</summary>
    public int Missed { get; private set; }

    /// <summary>A line above the table.</summary>
    public void Head(string text)
    {
        if (format != TableFormat.Json) output.WriteLine(text + "\n");
    }

    /// <summary>A line below it.</summary>
    public void Foot(string text)
    {
        if (format != TableFormat.Json) output.WriteLine("\n" + text);
    }

    /// <summary>A line within the table that names the rows below it.</summary>
    public void Section(string name)
    {
        if (format == TableFormat.Markdown) Write([$"**{name}**", .. Heads.Skip(1).Select(_ => "")]);
        if (format == TableFormat.Text) output.WriteLine($"{(hasHead ? "\n" : "")}{name}");
    }

    /// <summary>Adds a row.</summary>
    public void Add(Row row)
    {
        if (!row.IsRight) Wrong++;
        if (!row.IsWithin) Missed++;
        if (format == TableFormat.Json) output.WriteLine(JsonSerializer.Serialize(row));
        else
            foreach (string[] cells in row.Cells())
                Write(cells);
        output.Flush();
    }

    private void Write(string[] cells)
    {
        if (!hasHead)
        {
            hasHead = true;
            Line(Heads);
            if (format == TableFormat.Markdown) Line([.. Widths.Select(width => width > 0 ? "--:" : "---")]);
        }

        Line(cells);
    }

    private void Line(string[] cells) => output.WriteLine(format == TableFormat.Markdown
        ? $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |"
        : string.Join("  ", cells.Select((cell, k) => Widths[k] > 0 ? cell.PadLeft(Widths[k]) : cell.PadRight(-Widths[k]))).TrimEnd());
}
