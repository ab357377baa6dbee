using System.Collections.Immutable;

namespace Core;

/// <summary>A column of a table to predict from: a number, or the texts of which each is an input.</summary>
/// <param name="Column">Its place.</param>
/// <param name="Name">Its name, where there is a header.</param>
/// <param name="Texts">The texts in the order of the model's inputs; empty for a number.</param>
/// <param name="First">The first of its inputs.</param>
internal sealed record PredictionColumn(int Column, string? Name, ImmutableArray<string> Texts, int First)
{
    /// <summary>Its inputs.</summary>
    private int Width => Texts.IsEmpty ? 1 : Texts.Length;

    /// <summary>The columns in the order of the model's inputs; inputs of one column of texts follow each other.</summary>
    internal static PredictionColumn[] Of(List<CsvField> header, ImmutableArray<string> names, DataProblems problems)
    {
        var columns = new List<PredictionColumn>();
        foreach (var (input, name) in names.Index())
        {
            var (place, text) = Find(header, name);
            if (place < 0)
                problems.Add($"line {header[0].Line}", $"no column {Shown.Text(name)}", "a column for each input of the model", "name the columns as in the training data");
            else if (text is not null && columns.Count > 0 && columns[^1].Column == place) columns[^1] = columns[^1] with { Texts = columns[^1].Texts.Add(text) };
            else columns.Add(new(place, header[place].Text, text is null ? [] : [text], input));
        }
        foreach (var column in columns.Where(column => header.FindLastIndex(field => field.Text == column.Name) > column.Column))
            problems.Add(header[header.FindLastIndex(field => field.Text == column.Name)].Place(null), $"the column name {Shown.Text(column.Name!)} again", "different names", "rename one of the two");
        return [.. columns];
    }

    // A text may itself have an equals sign, and so may a name: the longest name that is there.
    private static (int Place, string? Text) Find(List<CsvField> header, string name)
    {
        if (header.FindIndex(field => field.Text == name) is var whole and >= 0) return (whole, null);
        for (var cut = name.LastIndexOf('='); cut > 0; cut = name.LastIndexOf('=', cut - 1))
            if (header.FindIndex(field => field.Text == name[..cut]) is var place and >= 0) return (place, name[(cut + 1)..]);
        return (-1, null);
    }

    /// <summary>Writes its inputs for a field; false where that is missing or a text the model has not seen.</summary>
    internal bool Write(CsvField field, Span<double> inputs, DataProblems problems)
    {
        if (CsvReader.IsMissing(field.Text) && !Texts.Contains(field.Text)) return false;
        if (!Texts.IsEmpty)
        {
            for (var k = 0; k < Texts.Length; k++) inputs[First + k] = Texts[k] == field.Text ? 1 : 0;
            return Texts.Contains(field.Text);
        }
        if (!PredictionInputs.IsNumber(field.Text, out inputs[First]))
            problems.Add(field.Place(Name), Shown.Text(field.Text), "a finite number", CsvReader.HasDecimalComma(field.Text) ? "write a decimal point instead of the comma" : "correct it or take the row out");
        return true;
    }

    /// <summary>Writes what stands for a field without a value.</summary>
    internal void Fill(Span<double> inputs, ImmutableArray<double> means) => means.AsSpan(First, Width).CopyTo(inputs[First..]);

    /// <summary>Tells such a field, and what becomes of it.</summary>
    internal DataProblem Gap(CsvField field, string fate, int row) => new(field.Place(Name), CsvReader.IsMissing(field.Text) ? CsvReader.Missing(field.Text) : Shown.Text(field.Text),
        Texts.IsEmpty ? "a number" : $"one of {Shown.Names(Texts)}" + (CsvReader.IsMissing(field.Text) ? "" : ", for the model has seen no other"), fate, row, Column);
}
