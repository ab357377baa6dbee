namespace Bench;

/// <summary>The one table: every row is written as soon as it is measured.</summary>
internal sealed class Table(params TableWriter[] writers)
{
    /// <summary>Check values that did not come out.</summary>
    public int Wrong { get; private set; }

    /// <summary>Aims that were missed.</summary>
    public int Missed { get; private set; }

    /// <summary>A line above or below the table.</summary>
    public void Line(string text) => Array.ForEach(writers, writer => writer.Line(text));

    /// <summary>A line within the table that names the rows below it.</summary>
    public void Section(string name) => Array.ForEach(writers, writer => writer.Section(name));

    /// <summary>A part that could not be measured.</summary>
    public void Fail(string part, string why)
    {
        Wrong++;
        Line($"{part}: {why}");
    }

    /// <summary>Adds a row.</summary>
    public void Add(Row row)
    {
        if (!row.IsRight) Wrong++;
        if (!row.IsWithin) Missed++;
        Array.ForEach(writers, writer => writer.Add(row));
    }
}
