using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Which rows are for training, for validation (choosing) and for the test (judging, once). Row numbers count from 0 and stand in
/// ascending order when drawn, in the given order when given.
/// </summary>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Validation">Rows to choose by; may be empty.</param>
/// <param name="Test">Rows to judge by; may be empty.</param>
public sealed record Split(ImmutableArray<int> Train, ImmutableArray<int> Validation, ImmutableArray<int> Test)
{
    /// <summary>All rows for training.</summary>
    public static Split None(int rows) => new([.. Enumerable.Range(0, rows)], [], []);

    /// <summary>
    /// Rows 0 … n − 1 in the order of a permutation of the seed: the first for training, the next for validation, the rest for the test.
    /// Sizes are rounded as <see cref="SplitSizes.Rows"/> says.
    /// </summary>
    /// <exception cref="BadDataException">When the sizes do not fit the rows.</exception>
    public static Split Random(int rows, SplitSizes sizes, ulong seed)
    {
        var counts = sizes.Rows(rows);
        var order = new int[rows];
        new CounterRandom(seed, RandomPurpose.Split).Permutation(order);
        return new(Part(order, 0, counts[0]), Part(order, counts[0], counts[1]), Part(order, counts[0] + counts[1], counts[2]));
    }

    /// <summary>
    /// As <see cref="Random"/>, but every part keeps the shares of the classes: with n_c rows of class c, a part of fraction f gets
    /// ⌊n_c·f⌋ or ⌈n_c·f⌉ of them, and ⌊n·f⌋ or ⌈n·f⌉ rows in all – the sizes of <see cref="SplitSizes.Rows"/> where both can be had.
    /// Rows of a class are dealt in the order of a permutation of (seed, class).
    /// </summary>
    /// <param name="classOf">Class number of each row, [n], for example <see cref="Targets.ClassOf"/>.</param>
    /// <param name="sizes">Sizes of the parts.</param>
    /// <param name="seed">Which of the possible splits.</param>
    /// <exception cref="BadDataException">When the sizes do not fit the rows.</exception>
    public static Split Stratified(ReadOnlySpan<int> classOf, SplitSizes sizes, ulong seed)
    {
        var preferred = sizes.Rows(classOf.Length);
        var groups = ByClass(classOf);
        var dealt = Deal(groups, sizes, preferred, classOf.Length);
        var parts = new List<int>[3];
        for (var part = 0; part < 3; part++) parts[part] = [];
        for (var c = 0; c < groups.Length; c++)
        {
            new CounterRandom(seed, RandomPurpose.Split, stream: c + 1).Shuffle(groups[c]);
            var next = 0;
            for (var part = 0; part < 3; part++)
                for (var k = 0; k < dealt[c * 3 + part]; k++) parts[part].Add(groups[c][next++]);
        }
        return new([.. parts[0].Order()], [.. parts[1].Order()], [.. parts[2].Order()]);
    }

    /// <summary>Lists as given; a row may be missing from all of them, but none may be in two or outside 0 … n − 1.</summary>
    /// <exception cref="BadDataException">With every such row.</exception>
    public static Split Given(int rows, ImmutableArray<int> train, ImmutableArray<int> validation, ImmutableArray<int> test)
    {
        var problems = new DataProblems();
        var owner = new string?[rows];
        foreach (var (name, part) in new[] { ("train", train), ("validation", validation), ("test", test) })
            for (var i = 0; i < part.Length; i++)
                if (part[i] < 0 || part[i] >= rows)
                    problems.Add($"{name}[{i}]", $"row {part[i]}", $"0 to {rows - 1}", "correct the row number (rows count from 0)",
                        part[i]);
                else if (owner[part[i]] is { } first)
                    problems.Add($"{name}[{i}]", $"row {part[i]}, already in {first}", "each row at most once",
                        "take it out of one of the lists", part[i]);
                else owner[part[i]] = name;
        problems.Require(train.Length > 0, "train", "no rows", "at least one", "give rows to learn from");
        problems.ThrowIfAny();
        return new(train, validation, test);
    }

    private static ImmutableArray<int> Part(int[] order, int start, int count) => [.. order.AsSpan(start, count).ToArray().Order()];

    /// <summary>Rows of each class, ascending.</summary>
    internal static int[][] ByClass(ReadOnlySpan<int> classOf)
    {
        var problems = new DataProblems();
        var groups = new List<List<int>>();
        for (var row = 0; row < classOf.Length; row++)
        {
            if (classOf[row] is < 0 or > 999_999)
                problems.Add($"class of row {row}", $"{classOf[row]}", "0 to 999999", "number the classes from 0", row);
            if (problems.Any) continue;
            while (groups.Count <= classOf[row]) groups.Add([]);
            groups[classOf[row]].Add(row);
        }
        problems.ThrowIfAny();
        return [.. groups.Select(group => group.ToArray())];
    }

    /// <summary>Rows of class c for part p at [c, p]: the first totals, preferred ones first, that allow floor or ceiling in every cell.</summary>
    private static int[] Deal(int[][] groups, SplitSizes sizes, ImmutableArray<int> preferred, int n)
    {
        var quotas = new double[groups.Length * 3];
        for (var i = 0; i < quotas.Length; i++) quotas[i] = groups[i / 3].Length * sizes.Share(i % 3, n);
        int[] rowSums = [.. groups.Select(group => group.Length)];
        foreach (var totals in Totals(sizes, preferred, n))
            if (ControlledRounding.Round(quotas, rowSums, totals) is { } counts) return counts;
        throw new InvalidOperationException($"No rounding of a table of {groups.Length} classes into 3 parts; one always exists.");
    }

    private static IEnumerable<int[]> Totals(SplitSizes sizes, ImmutableArray<int> preferred, int n)
    {
        yield return [.. preferred];
        for (var choice = 0; choice < 8; choice++)
        {
            var totals = new int[3];
            for (var part = 0; part < 3; part++)
                totals[part] = (choice >> part & 1) == 0
                    ? ControlledRounding.Floor(n * sizes.Share(part, n))
                    : (int)Math.Ceiling(n * sizes.Share(part, n) - ControlledRounding.Snap);
            if (totals.Sum() == n) yield return totals;
        }
    }
}
