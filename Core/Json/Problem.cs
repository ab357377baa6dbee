namespace Core;

/// <summary>A place in a text that a person wrote.</summary>
/// <param name="Line">Line from 1; 0 = the text as a whole.</param>
/// <param name="Column">Character in the line from 1; 0 = the text as a whole.</param>
/// <param name="Path">Way through the tree, e.g. <c>layers[1].units</c>; empty at the root.</param>
/// <param name="Source">What was read when it is not the file itself, e.g. <c>--set seed=2</c>; null for the file.</param>
public sealed record Place(int Line, int Column, string Path, string? Source = null)
{
    /// <summary><c>line 3, column 14 (layers[1].units)</c>, or <c>in --set layers[1].units=0</c>.</summary>
    public override string ToString()
    {
        string where = Source is not null ? $"in {Source}" : Line == 0 ? "" : $"line {Line}, column {Column}";
        return Path.Length == 0 || Source is not null ? where : where.Length == 0 ? Path : $"{where} ({Path})";
    }
}

/// <summary>One thing that is wrong in what was given. All four parts are phrases without a full stop.</summary>
/// <param name="Place">Where.</param>
/// <param name="Given">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Fix">What to do; null when it follows from what was expected.</param>
public sealed record Problem(Place Place, string Given, string Expected, string? Fix = null)
{
    /// <summary><c>line 3, column 14 (layers[1].units): given 0, expected a whole number of at least 1; give the layer a unit</c>.</summary>
    public override string ToString()
    {
        string place = Place.ToString();
        return $"{(place.Length == 0 ? "" : place + ": ")}given {Given}, expected {Expected}{(Fix is null ? "" : "; " + Fix)}";
    }
}
