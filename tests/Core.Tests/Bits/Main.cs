using System.Globalization;
using Core.Tests;

// The tests' own program: compares every golden run with golden.txt and prints how many updates were equal, or the first difference.
// With --lanes each run trains beside others. With --write it prints the file instead. It is what .ci/bits starts under each switch of the runtime.
var threads = args.SkipWhile(arg => arg != "--threads").Skip(1).Select(count => int.Parse(count, CultureInfo.InvariantCulture)).FirstOrDefault(1);
var lines = GoldenRun.All.SelectMany(run => args.Contains("--lanes") ? run.LinesBesideOthers() : run.Lines(args.Contains("--list"), threads));
if (args.Contains("--write"))
{
    foreach (var line in lines) Console.WriteLine(line);
    return 0;
}

var golden = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "golden.txt"));
var compared = 0;
foreach (var line in lines)
{
    var difference = GoldenRun.FirstDifference(golden[compared], line);
    if (difference is not null)
    {
        Console.WriteLine(difference);
        return 1;
    }

    compared++;
}

Console.WriteLine($"{compared * GoldenRun.Block} updates of {GoldenRun.All.Length} runs equal, registers of {Core.Widest.Bits} bits");
return compared == golden.Length ? 0 : 1;
