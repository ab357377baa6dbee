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

/// <summary>Writes rows in one format as they come.</summary>
internal sealed class TableWriter(TextWriter output, TableFormat format)
{
    private static readonly string[] Heads = ["what", "ours", "unit", "baseline", "its value", "ratio", "aim", "check"];
    private static readonly int[] Widths = [-46, 8, -10, -24, 9, 6, -15, 0];
    private bool hasHead;

    public void Line(string text)
    {
        if (format != TableFormat.Json) output.WriteLine(text);
    }

    public void Section(string name)
    {
        if (format == TableFormat.Markdown) Write([$"**{name}**", .. Heads.Skip(1).Select(_ => "")]);
        if (format == TableFormat.Text) output.WriteLine($"{(hasHead ? "\n" : "")}{name}");
    }

    public void Add(Row row)
    {
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
            WriteCells(Heads);
            if (format == TableFormat.Markdown) WriteCells([.. Widths.Select(width => width > 0 ? "--:" : "---")]);
        }

        WriteCells(cells);
    }

    private void WriteCells(string[] cells) => output.WriteLine(format == TableFormat.Markdown
        ? $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |"
        : string.Join("  ", cells.Select((cell, k) => Widths[k] > 0 ? cell.PadLeft(Widths[k]) : cell.PadRight(-Widths[k]))).TrimEnd());
}
