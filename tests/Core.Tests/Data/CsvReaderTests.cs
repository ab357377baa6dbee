using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

public class CsvReaderTests
{
    private static DataSet Read(string text, CsvOptions? options = null) => CsvReader.Read(new StringReader(text), options ?? new() { Targets = ["y"] });

    [Fact]
    public void NumbersAreReadWithNamesInTheFilesOrder()
    {
        var data = Read("a,y,b\n1,2,3\n-4.5,5e-1, 6\n");
        Expect.Same(["a", "b"], data.FeatureNames);
        Expect.Same([1, 3, -4.5, 6], data.Inputs);
        Assert.Equal(TargetKind.Numbers, data.Targets.Kind);
        Expect.Same([2, 0.5], data.Targets.Values);
    }

    [Theory]
    [InlineData("a,y\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,y\r1,2\r3,4")]
    [InlineData("\uFEFFa,y\n1,2\n3,4")]
    [InlineData("\n\na,y\n\n1,2\n\n3,4\n\n")]
    [InlineData("\"a\",\"y\"\n\"1\",\"2\"\n\"3\",4 \n")]
    public void LineEndsByteOrderMarkBlankLinesAndQuotesDoNotMatter(string text)
    {
        var data = Read(text);
        Expect.Same(["a"], data.FeatureNames);
        Expect.Same([1, 3], data.Inputs);
        Expect.Same([2, 4], data.Targets.Values);
    }

    [Fact]
    public void QuotedFieldsHoldSeparatorsLineEndsAndQuotes()
    {
        var data = Read("\"length, cm\",y\n1,\"say \"\"hi\"\",\r\nthere\"\n2, plain text \n", new() { Targets = ["y"], ClassOrder = CsvClassOrder.Appearance });
        Expect.Same(["length, cm"], data.FeatureNames);
        Expect.Same(["say \"hi\",\r\nthere", "plain text"], data.ClassNames);
    }

    [Theory]
    [InlineData(CsvClassOrder.Sorted, "apple fig pear", "2 0 1 0")]
    [InlineData(CsvClassOrder.Appearance, "pear apple fig", "0 1 2 1")]
    public void TextTargetsBecomeClassesInTheStatedOrder(CsvClassOrder order, string names, string numbers)
    {
        var data = Read("x,y\n1,pear\n2,apple\n3,fig\n4,apple", new() { Targets = ["y"], ClassOrder = order });
        Expect.Same(names.Split(' '), data.ClassNames);
        Expect.Same(numbers.Split(' ').Select(int.Parse), data.Targets.ClassNumbers);
    }

    [Fact]
    public void ClassNumbersAreSortedByValueWhenAskedFor()
    {
        var data = Read("x,y\n1,10\n2,9\n3,10", new() { Targets = ["y"], TargetKind = TargetKind.Classes });
        Expect.Same(["9", "10"], data.ClassNames);
        Expect.Same([1, 0, 1], data.Targets.ClassNumbers);
    }

    [Fact]
    public void SeveralTargetColumnsAreMultiLabelNamedByTheirHeader()
    {
        var data = Read("x,sweet,ripe\n1,0,1\n2,1,1", new() { Targets = ["sweet", "ripe"], TargetKind = TargetKind.MultiLabel });
        Expect.Same(["sweet", "ripe"], data.ClassNames);
        Expect.Same([0, 1, 1, 1], data.Targets.Values);
    }

    [Fact]
    public void WithoutHeaderColumnsAreNumberedAndFeaturesMayBeChosen()
    {
        var data = Read("1;2;3\n4;5;6", new() { Targets = ["column1"], Features = ["column3", "column2"], HasHeader = false, Separator = ';' });
        Expect.Same([3, 2, 6, 5], data.Inputs);
        Expect.Same([1, 4], data.Targets.Values);
    }

    [Fact]
    public void RandomTablesComeBackAsTheyWere()
    {
        var names = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace('\0', '0'));
        var tables =
            from rows in Gen.Choose(1, 8)
            from width in Gen.Choose(1, 5)
            from header in names.ArrayOf(width)
            from values in ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).ArrayOf(rows * width)
            from classes in names.ArrayOf(rows)
            select (rows, header: header.Select((name, i) => $"{name}#{i}").ToArray(), values, classes: classes.Select(c => $"c{c}").ToArray());
        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var width = table.header.Length;
            var lines = Enumerable.Range(0, table.rows).Select(row => string.Join(',',
                table.values.Skip(row * width).Take(width).Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Append(Quote(table.classes[row]))));
            var text = string.Join("\r\n", lines.Prepend(string.Join(',', table.header.Append("target").Select(Quote))));
            var data = Read(text, new() { Targets = ["target"], ClassOrder = CsvClassOrder.Appearance });
            return data.FeatureNames.SequenceEqual(table.header)
                && data.Inputs.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(table.values.Select(BitConverter.DoubleToInt64Bits))
                && data.Targets.ClassNumbers.Select(c => data.ClassNames[c]).SequenceEqual(table.classes);
        }).QuickCheckThrowOnFailure();
    }

    private static string Quote(string text) => '"' + text.Replace("\"", "\"\"") + '"';
}
