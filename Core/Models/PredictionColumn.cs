using System.Collections.Immutable;

namespace Core;

/// <summary>A column of a table to predict from: a number, or the texts of which each is an input.</summary>
/// <param name="Column">Its place.</param>
/// <param name="Name">Its name, where there is a header.</param>
/// <param name="Texts">The texts in the order of the model's inputs; empty for a number.</param>
internal sealed record PredictionColumn(int Column, string? Name, ImmutableArray<string> Texts)
{
    /// <summary>The columns in the order of the model's inputs; inputs of one column of texts follow each other.</summary>
    internal static PredictionColumn[] Of(List<CsvField> header, ImmutableArray<string> names, DataProblems problems)
    {
        var columns = new List<PredictionColumn>();
        foreach (var name in names)
        {
            var (place, text) = Find(header, name);
            if (place < 0)
                problems.Add($"line {header[0].Line}", $"no column {Shown.Text(name)}", "a column for each input of the model", "name the columns as in the training data");
            else if (text is not null && columns.Count > 0 && columns[^1].Column == place) columns[^1] = columns[^1] with { Texts = columns[^1].Texts.Add(text) };
            else columns.Add(new(place, header[place].Text, text is null ? [] : [text]));
        }
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

    /// <summary>Its inputs for a field.</summary>
    internal void Add(CsvField field, List<double> values, DataProblems problems)
    {
        if (Texts.IsEmpty)
        {
            if (!PredictionInputs.IsNumber(field.Text, out var value)) problems.Add(field.Place(Name), Shown.Text(field.Text), "a finite number", "correct it or leave the row out");
            values.Add(value);
            return;
        }
        if (!Texts.Contains(field.Text)) problems.Add(field.Place(Name), Shown.Text(field.Text), $"one of {Shown.Names(Texts)}", "correct it or leave the row out: the model has seen no other");
        foreach (var text in Texts) values.Add(text == field.Text ? 1 : 0);
    }
}
