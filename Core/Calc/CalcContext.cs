namespace Core;

/// <summary>What binding an item needs: its fields, the file's defaults, and where to report problems.</summary>
/// <param name="Fields">The fields of an item that its specification accepts.</param>
/// <param name="FileSeed">Seed of the file, for items that state none.</param>
/// <param name="Problems">Gets what does not fit together.</param>
internal sealed record CalcContext(FieldReader Fields, long FileSeed, Problems Problems)
{
    /// <summary>Values that one item may compute: 80 MB in double precision.</summary>
    public const long MostValues = 10_000_000;

    public ulong Seed => (ulong)(Fields.LongOrNull("seed") ?? FileSeed);

    public bool Has(string name) => Fields.Has(name);

    public CalcNumbers? Numbers(string name) => CalcNumbers.Read(Fields[name]);

    /// <summary>Reports a problem at a field, or at the item when the field is absent. Always false, to be returned.</summary>
    public bool Problem(string field, string given, string expected, string? fix = null)
    {
        Problems.Add(Fields.Value[field] ?? Fields.Value, given, expected, fix);
        return false;
    }

    /// <summary>Exactly one of two fields must be there; its name, or null with the problem reported.</summary>
    public string? OneOf(string first, string second, string fix)
    {
        if (Has(first) != Has(second)) return Has(first) ? first : second;
        Problem(Has(first) ? second : "", Has(first) ? $"both {first} and {second}" : $"neither {first} nor {second}", "one of the two", fix);
        return null;
    }

    /// <summary>Whether a field has the shape of another.</summary>
    public bool SameShape(string field, CalcNumbers numbers, string other, CalcNumbers wanted) =>
        numbers.HasShapeOf(wanted) || Problem(field, $"{field} of {numbers.Shown}", $"{wanted.Shown}, that of {other}");

    /// <summary>Whether the item's results stay within <see cref="MostValues"/>.</summary>
    public bool Fits(string field, double values) =>
        values <= MostValues || Problem(field, FormattableString.Invariant($"an item with {values:0} results"), $"at most {MostValues}", "split it into smaller items");

    /// <summary>Runs a check that reports by exception; null with its problems told at the item.</summary>
    public E? Try<E>(string field, Func<E> make)
        where E : class
    {
        try
        {
            return make();
        }
        catch (BadDataException bad)
        {
            foreach (var problem in bad.Problems)
                Problem(field, problem.Place.Length == 0 ? problem.Given : $"{problem.Given} ({problem.Place})", problem.Expected, problem.Remedy);
            return null;
        }
    }
}
