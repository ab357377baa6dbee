namespace Core.Tests;

/// <summary>The committed fingerprints come out; <c>.ci/bits</c> runs the same comparison with vector instructions switched off.</summary>
public class GoldenTests
{
    public static TheoryData<string> Names => [.. GoldenRun.All.Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fast_training_leaves_the_golden_bits(string name) => Compare(name, plainList: false, threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_plain_list_leaves_the_golden_bits(string name) => Compare(name, plainList: true, threads: 1);

    [Theory]
    [InlineData("digits", 2)]
    [InlineData("digits", 3)]
    public void Threads_leave_the_golden_bits(string name, int threads) => Compare(name, plainList: false, threads);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_beside_others_leaves_the_golden_bits(string name) => Compare(name, run => run.LinesBesideOthers());

    [Fact]
    public void A_difference_is_told_to_the_update()
    {
        var right = GoldenRun.All[0].Lines().Skip(1).First();
        var start = right.LastIndexOf(' ') + 1 + 4 * 7;
        var wrong = right[..start] + (right[start] == '0' ? '1' : '0') + right[(start + 1)..];
        Assert.Equal("xor: the weights differ first after update 58", GoldenRun.FirstDifference(right, wrong));
    }

    private static void Compare(string name, bool plainList, int threads) => Compare(name, run => run.Lines(plainList, threads));

    private static void Compare(string name, Func<GoldenRun, IEnumerable<string>> lines)
    {
        var run = GoldenRun.All.Single(run => run.Name == name);
        var golden = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden.txt")).Where(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        foreach (var (expected, actual) in golden.Zip(lines(run)))
            Assert.Null(GoldenRun.FirstDifference(expected, actual));
        Assert.Equal(run.Updates / GoldenRun.Block, golden.Count());
    }
}
