using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class StandardisationTests
{
    [Fact]
    public void UsesMeanAndPopulationDeviationOfTheFittedRowsOnly()
    {
        // Rows 0 and 1: mean 2, population std 1 (the sample std would be √2).
        var data = DataSet.Create([1, 3, 8], [1], Targets.Numbers(new double[3]));
        var standardisation = Standardisation.Fit(data, [0, 1]);
        Expect.Same([2], standardisation.Mean);
        Expect.Same([1], standardisation.Std);
        Expect.Same([-1, 1, 6], standardisation.Apply(data).Inputs);
    }

    [Fact]
    public void AConstantColumnBecomesZero()
    {
        var data = DataSet.Create([0.1, 0.1, 0.1, 0.3], [1], Targets.Numbers(new double[4]));
        var standardisation = Standardisation.Fit(data, [0, 1, 2]);
        Assert.Equal((0, 1), (standardisation.Std[0], standardisation.Divisor(0)));
        Expect.Same([0, 0, 0, 0.3 - 0.1], standardisation.Apply(data).Inputs);
    }

    [Fact]
    public void FittedRowsHaveMeanZeroAndDeviationOne() => Prop.ForAll(
        (from rows in Gen.Choose(2, 30) from values in Gen.Choose(-1000, 1000).ArrayOf(rows * 2) select values).ToArbitrary(),
        values =>
        {
            var rows = values.Length / 2;
            var data = DataSet.Create([.. values.Select(value => value / 7.0)], [2], Targets.Numbers(new double[rows]));
            var standard = Standardisation.Fit(data, [.. Enumerable.Range(0, rows)]).Apply(data);
            return Enumerable.Range(0, 2).All(j =>
            {
                var column = Enumerable.Range(0, rows).Select(row => standard.Row(row)[j]).ToArray();
                var constant = values.Where((_, i) => i % 2 == j).Distinct().Count() == 1;
                return Math.Abs(column.Average()) < 1e-9 && (constant || Math.Abs(Math.Sqrt(column.Average(z => z * z)) - 1) < 1e-9);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void RowsMustExistAndHaveTheFittedWidth()
    {
        var data = DataSet.Create([1, 3], [1], Targets.Numbers(new double[2]));
        Assert.StartsWith("rows: given none", Expect.Problems(() => Standardisation.Fit(data, []))[0]);
        Assert.StartsWith("rows[1]: given 2; expected 0 to 1", Expect.Problems(() => Standardisation.Fit(data, [0, 2]))[0]);
        Assert.StartsWith("row: given 2 values; expected 1", Expect.Problems(() => Standardisation.Fit(data, [0]).Apply(new double[2]))[0]);
    }
}
