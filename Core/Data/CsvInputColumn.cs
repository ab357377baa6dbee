namespace Core;

/// <summary>An input column of a table while it is read.</summary>
internal sealed class CsvInputColumn(int column, string name, bool isStated, CsvOptions options)
{
    private readonly Dictionary<string, int> codes = [];
    private readonly List<(CsvField Field, int Row)> firstTexts = [];
    private long texts, numbers;

    internal int Column => column;

    internal string Name => name;

    /// <summary>The different texts in order of appearance.</summary>
    internal List<string> Texts { get; } = [];

    /// <summary>Whether each text is an input of its own: stated, or there is no number in it.</summary>
    internal bool IsCategory => isStated || numbers == 0;

    /// <summary>Whether numbers and texts stand in it, and it was not stated that they are names.</summary>
    internal bool IsMixed => !isStated && numbers > 0 && texts > 0;

    /// <summary>The number, or the number of the text, or NaN where nothing is given.</summary>
    internal double Code(CsvField field, int row, DataProblems problems)
    {
        if (CsvReader.IsMissing(field.Text))
        {
            if (options.Missing == CsvMissing.Refuse)
                problems.Add(field.Place(name), CsvReader.Missing(field.Text), IsCategory && texts > 0 ? "a text" : "a number", CsvReader.MissingRemedy, row, column);
            return double.NaN;
        }
        if (!isStated && CsvReader.IsNumber(field.Text, out var number))
        {
            numbers++;
            if (double.IsFinite(number)) return number;
            problems.Add(field.Place(name), Shown.Text(field.Text), "a finite number (below 1.8e308)", "correct it or leave the row out", row, column);
            return 0;
        }
        texts++;
        if (!isStated && firstTexts.Count < options.MaxProblems) firstTexts.Add((field, row));
        return CodeOf(field, row, problems);
    }

    private int CodeOf(CsvField field, int row, DataProblems problems)
    {
        if (codes.TryGetValue(field.Text, out var code)) return code;
        if (codes.Count == options.MaxCategories && IsCategory)
        {
            problems.Add(field.Place(name), $"more than {options.MaxCategories} different texts", $"a column of at most {options.MaxCategories}",
                "leave it out of the inputs: names and numbers of things teach a network nothing", row, column);
            throw new BadDataException(problems.ToImmutable());
        }
        if (codes.Count == options.MaxCategories) return 0;
        codes.Add(field.Text, Texts.Count);
        Texts.Add(field.Text);
        return Texts.Count - 1;
    }

    /// <summary>Tells every text as what is no number.</summary>
    internal void TellTexts(DataProblems problems)
    {
        foreach (var (field, row) in firstTexts)
            problems.Add(field.Place(name), Shown.Text(field.Text), "a number", CsvReader.Remedy(field.Text, isFeature: true), row, column);
        problems.Count(texts - firstTexts.Count);
    }

    /// <summary>Place of each text, by its code, among the sorted ones.</summary>
    internal int[] Order()
    {
        var order = new int[Texts.Count];
        var sorted = CsvCategories.Sorted(Texts);
        for (var place = 0; place < sorted.Count; place++) order[codes[sorted[place]]] = place;
        return order;
    }

    /// <summary>Names of its inputs.</summary>
    internal IEnumerable<string> InputNames() => IsCategory ? CsvCategories.Sorted(Texts).Select(text => CsvCategories.Name(name, text)) : [name];
}

/// <summary>The inputs that stand for texts.</summary>
internal static class CsvCategories
{
    /// <summary><c>colour=red</c></summary>
    internal static string Name(string column, string text) => $"{column}={text}";

    /// <summary>By value when all are numbers, else character by character.</summary>
    internal static List<string> Sorted(IReadOnlyCollection<string> texts) => texts.All(text => CsvReader.IsNumber(text, out _))
        ? [.. texts.OrderBy(text => CsvReader.IsNumber(text, out var value) ? value : 0).ThenBy(text => text, StringComparer.Ordinal)]
        : [.. texts.Order(StringComparer.Ordinal)];
}
