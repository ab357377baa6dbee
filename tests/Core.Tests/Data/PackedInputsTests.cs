using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Core.Tests;

/// <summary>Numbers kept small are the numbers that were given, to the bit, and train to the same bits.</summary>
public class PackedInputsTests
{
    private static PackedInputs Packed(double[] cells, int columns)
    {
        var packer = new RowPacker(columns);
        foreach (var cell in cells) packer.Add(cell);
        return new(new(packer.Finish(), packer.BlockRows, new int[]?[columns]), cells.Length / columns);
    }

    private static long[] Bits(IEnumerable<double> values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    [Theory]
    [InlineData(new[] { 0.0, 1, -1, 126 }, 1)]
    [InlineData(new[] { 0.5, -12.6, double.NaN }, 1)]
    [InlineData(new[] { 127.0, -127, 3 }, 2)]
    [InlineData(new[] { 19.99, 250.01, double.NaN }, 2)]
    [InlineData(new[] { 0.00001, 20_000.5 }, 4)]
    [InlineData(new[] { 2147483645.0, double.NaN }, 4)]
    [InlineData(new[] { 2147483648.0, 0.25 }, 4)]
    [InlineData(new[] { 0.1, 1e9 }, 8)]
    [InlineData(new[] { -0.0, 1 }, 4)]
    [InlineData(new[] { 1 / 3.0, double.NaN }, 8)]
    [InlineData(new[] { double.MaxValue, double.Epsilon }, 8)]
    public void EachColumnTakesNoMoreThanItNeeds(double[] cells, int bytes)
    {
        var rows = new PackedRows(cells, 1);
        Assert.Equal(bytes * cells.Length, rows.Bytes);
        Assert.Equal(Bits(cells), Bits(cells.Select((_, row) => rows[row, 0])));
    }

    [Fact]
    public void AnyNumbersComeBackToTheBit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double[]>(), Gen.Choose(0, 10).ToArbitrary(), (given, digits) =>
        {
            double[] cells = [.. given.Where(double.IsFinite).SelectMany(value => new[] { value, Math.Round(value, digits), Math.Truncate(value % 200) })];
            var rows = new PackedRows(cells, 3);
            for (var k = 0; k < cells.Length; k++) Assert.Equal(BitConverter.DoubleToInt64Bits(cells[k]), BitConverter.DoubleToInt64Bits(rows[k / 3, k % 3]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void BlocksPartsAndChoicesOfRowsAreThoseOfTheNumbers()
    {
        double[] cells = [.. Enumerable.Range(0, 70_000 * 3).Select(k => k % 3 == 0 ? k : k * 37 % 1001 / 8.0 - (k > 100_000 ? 1e6 / 3 : 0))];
        var (packed, numbers) = (Packed(cells, 3), DataSet.Create([.. cells], [3], Targets.Numbers(new double[70_000])).Inputs);
        Assert.Equal(numbers.ToArray(), packed.ToArray());
        Assert.Equal(numbers.ToArray(131_071, 70), packed.ToArray(131_071, 70));
        Assert.Equal(numbers[199_999], packed[199_999]);
        int[] rows = [69_999, 3, 43_690, 43_691, 3];
        Assert.Equal(numbers.Take(rows, 3).Take([4, 0, 2], 3).ToArray(), packed.Take(rows, 3).Take([4, 0, 2], 3).ToArray());
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("mean")]
    public void ATableTrainsToTheBitsOfItsNumbersReadAheadOrReadWhenAskedFor(string missing)
    {
        // A million values and more are converted batch by batch, fewer beforehand.
        var header = string.Join(',', Enumerable.Range(0, 1000).Select(k => $"x{k}"));
        var experiment = ExperimentReader.Read(Encoding.UTF8.GetBytes($$"""
            {"data": {"type": "csv", "path": "t.csv", "target": "y", "missing": "{{missing}}", "standardise": true, "split": {"type": "fraction", "test": 0.03} },
             "layers": [{"units": 3, "activation": "tanh"}, {"units": 1}], "loss": "mse", "batches": {"size": 32, "shuffle": true}, "length": {"updates": 4} }
            """)).Experiment!;
        var random = new Random(5);
        var text = new StringBuilder(header + ",word,y\n");
        for (var row = 0; row < 1100; row++)
        {
            for (var k = 0; k < 1000; k++) text.Append(random.Next(-999, 999) / 8.0).Append(',');
            text.Append(missing == "mean" && row % 7 == 0 ? "" : row % 3 == 0 ? "red" : "blue").Append(',').Append(row % 11).Append('\n');
        }
        var data = new DataLoader(_ => new StringReader(text.ToString())).Load(experiment);
        Assert.IsType<PackedInputs>(data.Train.Inputs);
        Assert.True(data.Train.Inputs.Length > 1 << 20);
        var plain = new RunData(Numbers(data.Train), null, Numbers(data.Test!)) { InputScale = data.InputScale };
        Assert.Equal(Trained<float>(plain), Trained<float>(data));
        Assert.Equal(Trained<double>(plain), Trained<double>(data));

        DataSet Numbers(DataSet set) => DataSet.Create(set.Inputs.ToArray(), set.SampleShape, set.Targets);

        ulong Trained<T>(RunData samples) where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            using var program = Compiler.Compile<T>(experiment, samples);
            while (program.Run.Update < program.LastUpdate) program.Train();
            program.Evaluate();
            return BitHash.Combine(program.WeightHash(), BitHash.Of<T>(program.Find("eval.test.a")!.ToArray(1)));
        }
    }
}
